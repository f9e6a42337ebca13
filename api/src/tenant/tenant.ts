import { createMiddleware } from 'hono/factory'
import { type EnvironmentRow, environmentByKey } from '../environments/store'
import { problem } from '../problem'
import type { Services } from '../services'

/** Routes that tills call: the environment stands in the context, and every query names it first. */
export interface Till {
  Variables: { environment: EnvironmentRow }
}

/** Finds the environment of the public key in the path. Rejects with `unknown_key`. */
export const tenant = ({ db }: Services) =>
  createMiddleware<Till>(async (c, next) => {
    const environment = await environmentByKey(db, c.req.param('key') ?? '')
    if (!environment) throw problem('unknown_key')
    c.set('environment', environment)
    await next()
  })
