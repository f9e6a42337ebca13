import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { BATCH_LIMITS } from '#contract/limits'
import { problem } from '../problem'

const DAY_S = 24 * 60 * 60
const EXPOSED = ['etag', 'retry-after', 'x-trilha-now']

const preflight = cors({
  origin: '*',
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['content-type'],
  exposeHeaders: EXPOSED,
  maxAge: DAY_S,
})

/** Lets any page read the answer. By hand but for preflights: Hono's own builds a second response for each answer. */
export const anyOrigin = createMiddleware(async (c, next) => {
  if (c.req.method === 'OPTIONS') return preflight(c, next)
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', EXPOSED.join())
  await next()
})

const limitStream = bodyLimit({
  maxSize: BATCH_LIMITS.bytes,
  onError: () => {
    throw problem('too_large')
  },
})

/** Rejects with `too_large`. Only a body of untold length is counted as it comes: that makes a stream of it. */
export const smallBody = createMiddleware(async (c, next) => {
  const length = c.req.header('content-length')
  if (length === undefined || c.req.header('transfer-encoding')) return limitStream(c, next)
  if (Number(length) > BATCH_LIMITS.bytes) throw problem('too_large')
  await next()
})
