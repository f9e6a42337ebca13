import type { MiddlewareHandler } from 'hono'
import type { Role } from '#contract/workspace'
import { type Capability, isAble } from '../members/capabilities'
import { memberOf } from '../members/store'
import { problem } from '../problem'
import type { Services } from '../services'
import type { AuthLibrary } from './library'

/** Who is asking, and where they may look. */
export interface Me {
  id: string
  name: string
  email: string
  role: Role
  workspace: string
}

/** What every signed-in route finds in its context. */
export interface Manage {
  Variables: { me: Me }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses writing requests that another site's page could have caused: those are never same-origin, and never JSON
 * without asking first.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (!SAFE.includes(c.req.method)) {
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    if (site && site !== 'same-origin' && site !== 'none') throw problem('forbidden', { detail: OTHER_SITE })
    if (origin && hostOf(origin) !== new URL(c.req.url).host)
      throw problem('forbidden', { detail: OTHER_SITE })
    // The other methods always ask a browser for leave first.
    if (c.req.method === 'POST' && !c.req.header('Content-Type')?.startsWith('application/json'))
      throw problem('bad_request', { detail: 'Send Content-Type: application/json.' })
  }
  await next()
}

const OTHER_SITE = 'This request came from another site.'
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null)

/** Lets in who has a session and is a member; `me` is read anew each time, so a changed role counts at once. */
export function signedIn({ db }: Services, auth: AuthLibrary): MiddlewareHandler<Manage> {
  return async (c, next) => {
    const { response, headers } = await auth.api.getSession({
      headers: c.req.raw.headers,
      returnHeaders: true,
    })
    if (!response) throw problem('not_signed_in')
    const { id, name, email } = response.user
    const member = await memberOf(db, id)
    if (!member) throw problem('not_signed_in')
    c.set('me', { id, name, email, ...member })
    await next()
    // The library prolongs a session that is in use.
    for (const cookie of headers?.getSetCookie() ?? []) c.header('Set-Cookie', cookie, { append: true })
  }
}

/** Stands before a route. Throws `forbidden` when the role does not reach. */
export const may =
  (capability: Capability): MiddlewareHandler<Manage> =>
  async (c, next) => {
    if (!isAble(c.var.me.role, capability)) throw problem('forbidden')
    await next()
  }
