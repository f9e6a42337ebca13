import { hashPassword } from 'better-auth/crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AcceptInvitation } from '#contract/workspace'
import { read } from '../body'
import { findInvitation, useInvitation } from '../members/invitations'
import { describeMe } from '../members/me'
import { addMember, isMemberEmail, memberOf, sameEmail } from '../members/store'
import { problem } from '../problem'
import type { Services } from '../services'
import { clientAddress } from '../tenant/address'
import { attempts } from './attempts'
import type { AuthLibrary } from './library'

const Credentials = z.strictObject({ email: z.string().max(200), password: z.string().max(200) })

/**
 * The doors that stand open: POST /api/sign-in · POST /api/sign-out · GET /api/invitations/:token ·
 * POST /api/invitations/accept. The session is a cookie that scripts cannot read.
 */
export function signIn(services: Services, auth: AuthLibrary) {
  const { db, now } = services
  const limit = attempts()

  /** Answers `Me` and sets the cookie. Says the same whether the address or the password is wrong. */
  async function enter(c: Context, email: string, password: string) {
    const address = clientAddress(c, services.settings)
    await limit.begin(email, address)
    const body = { email, password }
    const { response, headers } = await auth.api
      .signInEmail({ body, headers: c.req.raw.headers, returnHeaders: true })
      .catch(() => {
        throw problem('wrong_password')
      })
    const member = await memberOf(db, response.user.id)
    if (!member) throw problem('wrong_password')
    await limit.succeed(email, address)
    for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    const { id, name } = response.user
    return c.json(await describeMe(db, { id, name, email, ...member }))
  }

  return new Hono()
    .post('/sign-in', async (c) => {
      const { email, password } = await read(c, Credentials)
      return enter(c, sameEmail(email), password)
    })

    .post('/sign-out', async (c) => {
      const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true })
      for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
      return c.body(null, 204)
    })

    .get('/invitations/:token', async (c) => {
      const found = await findInvitation(db, c.req.param('token'), now())
      if (!found) throw problem('invitation_invalid')
      const { email, name, role } = found
      return c.json({ email, name, role, workspace: found.workspaceName })
    })

    .post('/invitations/accept', async (c) => {
      const { token, password } = await read(c, AcceptInvitation)
      const found = await findInvitation(db, token, now())
      if (!found) throw problem('invitation_invalid')
      const { email, name, role, workspace } = found
      const passwordHash = await hashPassword(password)
      await db.withTx(async (tx) => {
        const isMine = await useInvitation(tx, token, now())
        if (!isMine || (await isMemberEmail(tx, email))) throw problem('invitation_invalid')
        await addMember(tx, { workspace, email, name, role, passwordHash }, now())
      })
      return enter(c, email, password)
    })
}
