import { Hono } from 'hono'
import { type Code, CodeRequest } from '#contract/authoring'
import { type Manage, may } from '../auth/guard'
import { read } from '../body'
import { environmentByKey } from '../environments/store'
import { findExperience } from '../experiences/store'
import { newToken, tokenHash } from '../members/token'
import { problem } from '../problem'
import type { Services } from '../services'
import { CODE_MS, isHome } from './rules'
import { addCode } from './store'

/** POST /api/authoring/codes: the console lets its author go on to the running application, there and nowhere else. */
export const authoringCodes = ({ db, now }: Services) =>
  new Hono<Manage>().post('/codes', may('write'), async (c) => {
    const { key, experience, origin, challenge } = await read(c, CodeRequest)
    const { id: author, workspace } = c.var.me
    const environment = await environmentByKey(db, key)
    if (environment?.workspace !== workspace) throw problem('not_found')
    if (!(await findExperience(db, workspace, experience))) throw problem('not_found')
    if (!isHome(origin, environment.appUrl)) throw problem('forbidden', { detail: NOT_REGISTERED })
    const code = newToken()
    const row = { environment: environment.id, hash: tokenHash(code), experience, author, origin, challenge }
    await db.withTx((tx) => addCode(tx, { ...row, expiresAt: now() + CODE_MS, usedAt: null }, now()))
    const answer: Code = { code }
    return c.json(answer, 201)
  })

const NOT_REGISTERED = 'This is not where the environment’s application runs. See Configuração › Instalação.'
