import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { BATCH_LIMITS } from '#contract/limits'
import { type EnvironmentRow, environmentCache } from '../environments/store'
import { problem } from '../problem'
import type { Services } from '../services'
import { admission } from './limit'
import { EXPOSED, OPEN } from './page'

/** Routes that tills call: the environment stands in the context, and every query names it first. */
export interface Till {
  Variables: { environment: EnvironmentRow }
}

const DAY_S = 24 * 60 * 60

const preflight = cors({
  origin: '*',
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['content-type'],
  exposeHeaders: EXPOSED,
  maxAge: DAY_S,
})

/**
 * Where each call of a till comes in: from any page, not too often, not with too much, and with a key in its path that
 * names the environment. In one layer, since it stands before every boot. Rejects with `too_many`, `too_large` or
 * `unknown_key`.
 */
export function door(services: Services): MiddlewareHandler<Till> {
  const admit = admission(services)
  const environmentOf = environmentCache(services.db)
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next)
    try {
      if (admit) await admit(c)
      if (Number(c.req.header('content-length') ?? 0) > BATCH_LIMITS.bytes) throw problem('too_large')
      const environment = await environmentOf(c.req.param('key') ?? '')
      if (!environment) throw problem('unknown_key')
      c.set('environment', environment)
    } catch (refusal) {
      letPagesRead(c)
      throw refusal
    }
    // Only a body of untold length is counted as it comes: that makes a stream of it.
    await (isLengthTold(c) ? next() : limitStream(c, next))
    // What goes well is answered with `toPage`.
    if (c.error) letPagesRead(c)
  }
}

const isLengthTold = ({ req }: Context) =>
  req.method === 'GET' ||
  (req.header('content-length') !== undefined && req.header('transfer-encoding') === undefined)

const limitStream = bodyLimit({
  maxSize: BATCH_LIMITS.bytes,
  onError: () => {
    throw problem('too_large')
  },
})

function letPagesRead(c: Context) {
  for (const [name, value] of Object.entries(OPEN)) c.header(name, value)
}
