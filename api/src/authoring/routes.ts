import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  type Desk,
  type Door,
  Exchange,
  type Opened,
  type Segments,
  type VerdictHere,
  WhyHere,
} from '#contract/authoring'
import { DraftSave } from '#contract/library'
import { read } from '../body'
import { type EnvironmentRow, environmentById, environmentByKey } from '../environments/store'
import { openExperience } from '../experiences/open'
import { saveDraft } from '../experiences/save'
import { isAble } from '../members/capabilities'
import { memberOf } from '../members/store'
import { newToken, tokenHash } from '../members/token'
import { problem } from '../problem'
import { listSegments } from '../segments/store'
import type { Services } from '../services'
import { rateLimit } from '../tenant/limit'
import { ask } from '../why/ask'
import { type Authoring, answerTo, bearer } from './bearer'
import { goodUntil, proves } from './rules'
import { addToken, findToken, takeCode } from './store'

const BODY_MAX_BYTES = 512 * 1024
const HOUR_S = 60 * 60

/** What the editor overlay calls from the page of the application, under /v1/authoring: without cookies. */
export function authoring(services: Services) {
  const { db, now, settings } = services

  const deskOf = async (environment: EnvironmentRow, experience: string, author: string): Promise<Desk> => ({
    experience: await openExperience(db, environment.workspace, experience),
    author,
    environment: { name: environment.name, kind: environment.kind },
    ...(environment.theme && { theme: environment.theme }),
    consoleUrl: `${settings.publicUrl}/contents/${encodeURIComponent(experience)}`,
  })

  return (
    new Hono<Authoring>()
      .use(rateLimit(services))
      .use(
        bodyLimit({
          maxSize: BODY_MAX_BYTES,
          onError: () => {
            throw problem('too_large')
          },
        }),
      )
      .use(async (c, next) => {
        c.header('cache-control', 'no-store')
        await next()
      })
      // Whoever asks may ask; what the answer holds is readable by the one origin of its token only.
      .options('/*', (c) => preflight(c))

      .get('/door', async (c) => {
        if (!(await environmentByKey(db, c.req.query('key') ?? ''))) throw problem('unknown_key')
        // As public as the page it names.
        c.header('access-control-allow-origin', '*')
        const door: Door = { url: `${settings.publicUrl}/authoring` }
        return c.json(door)
      })

      .post('/token', async (c) => {
        const { code, verifier } = await read(c, Exchange)
        const taken = await db.withTx((tx) => takeCode(tx, tokenHash(code), now()))
        if (!taken || c.req.header('origin') !== taken.origin || !proves(verifier, taken.challenge))
          throw problem('not_signed_in')
        const { environment, experience, author, origin, hash } = taken
        const found = await environmentById(db, environment)
        const member = await memberOf(db, author)
        if (!found || member?.workspace !== found.workspace || !isAble(member.role, 'write'))
          throw problem('not_signed_in')
        const token = newToken()
        const [createdAt, expiresAt] = [now(), goodUntil(now(), now())]
        const row = { environment, hash: tokenHash(token), code: hash, experience, author, origin }
        await db.withTx((tx) => addToken(tx, { ...row, createdAt, expiresAt }))
        answerTo(c, origin)
        const { name } = (await findToken(db, row.hash, now()))!
        const opened: Opened = { token, desk: await deskOf(found, experience, name) }
        return c.json(opened, 201)
      })

      .get('/draft', bearer(services), async (c) => {
        const { environment, experience, author } = c.var
        return c.json(await deskOf(environment, experience, author.name))
      })

      .put('/draft', bearer(services), async (c) => {
        const { revision, draft } = await read(c, DraftSave)
        const { author, experience } = c.var
        return c.json(await saveDraft(services, author, experience, revision, draft))
      })

      .get('/segments', bearer(services), async (c) => {
        const all: Segments = (await listSegments(db, c.var.author.workspace)).map(({ id, name }) => ({
          id,
          name,
        }))
        return c.json(all)
      })

      .post('/why', bearer(services), async (c) => {
        const { who } = await read(c, WhyHere)
        const { environment, experience } = c.var
        const verdicts = await ask(services, environment, { experience, who })
        return c.json(
          verdicts.map(
            ({ person: { id, name, account }, decision, rules, steps, past }): VerdictHere => ({
              person: { id, name, account: account && { name: account.name } },
              decision,
              rules: rules.map(({ holds }) => ({ holds })),
              ...(steps && { steps }),
              ...(past && { past }),
            }),
          ),
        )
      })
  )
}

function preflight(c: Context) {
  answerTo(c, c.req.header('origin') ?? 'null')
  c.header('access-control-allow-methods', 'GET, POST, PUT')
  c.header('access-control-allow-headers', 'authorization, content-type')
  c.header('access-control-max-age', String(HOUR_S))
  return c.body(null, 204)
}
