import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Role } from '#contract/workspace'
import { type EnvironmentRow, environmentById } from '../environments/store'
import { isAble } from '../members/capabilities'
import { memberOf } from '../members/store'
import { tokenHash } from '../members/token'
import { problem } from '../problem'
import type { Services } from '../services'
import { goodUntil } from './rules'
import { findToken, prolongToken } from './store'

/** What every route behind a token finds in its context: whose it is, and the one draft it opens. */
export interface Authoring {
  Variables: {
    author: { name: string; workspace: string; role: Role }
    experience: string
    environment: EnvironmentRow
  }
}

const PROLONG_MS = 60_000 // writing the new end at each call would buy nothing

/** Lets this origin's page read the answer; every other page of the same browser gets nothing. */
export const answerTo = (c: Context, origin: string) => {
  c.header('access-control-allow-origin', origin)
  c.header('vary', 'origin')
}

/**
 * Lets in who holds a token, from the very origin it was made for. Role and membership are read anew each time, so that
 * a person who left, or fell to reading only, is out with the next call.
 */
export const bearer = ({ db, now }: Services) =>
  createMiddleware<Authoring>(async (c, next) => {
    const [scheme, token] = c.req.header('authorization')?.split(' ') ?? []
    const found = scheme === 'Bearer' && token ? await findToken(db, tokenHash(token), now()) : undefined
    if (!found) {
      // Says nothing but "begin again", and the page has to hear that.
      answerTo(c, c.req.header('origin') ?? 'null')
      throw problem('not_signed_in')
    }
    const { origin, author, experience, environment: id, hash, createdAt, expiresAt } = found.token
    if (c.req.header('origin') !== origin) throw problem('forbidden')
    answerTo(c, origin)
    const environment = await environmentById(db, id)
    const member = await memberOf(db, author)
    if (!environment || !member || member.workspace !== environment.workspace) throw problem('not_signed_in')
    if (!isAble(member.role, 'write')) throw problem('forbidden')
    const until = goodUntil(createdAt, now())
    if (until - expiresAt > PROLONG_MS) await db.withTx((tx) => prolongToken(tx, hash, until))
    c.set('author', { name: found.name, ...member })
    c.set('experience', experience)
    c.set('environment', environment)
    await next()
  })
