import { Hono } from 'hono'
import { Overloaded } from '../db/group-commit'
import { judge, readProof } from '../identify/identify'
import { problem } from '../problem'
import type { Services } from '../services'
import type { Till } from '../tenant/door'
import { toPage } from '../tenant/page'
import { turnsEnd } from '../turn'
import { answers } from './answers'
import { look } from './look'
import { remember, type Visitor } from './people'
import { questionsOf } from './questions'
import { readRequest } from './request'
import { whole, wholeGzipped } from './shared'

/** What fits one packet gains nothing. */
const GZIP_FROM_BYTES = 1400

/**
 * POST /v1/:key/boot. Says who is there, and answers what this person may be shown; 204 when the till has it already.
 * Nothing is created for a person who cannot prove it where that is asked for.
 */
export function boot(services: Services) {
  const { db } = services
  const answerTo = answers()

  return new Hono<Till>().post('/', async (c) => {
    const { environment } = c.var
    const now = services.now()
    const request = readRequest(await c.req.text())
    const { device, sdk, release = null, token, grant, have } = request
    const bearer = { user: request.user.id, account: request.account?.id ?? '', device }

    const verdict = judge(environment, await readProof(db, environment, bearer, { token, grant }, now), now)
    if (!verdict.ok) throw problem(verdict.because)
    const { signed } = verdict

    const userTraits = { ...request.user.traits, ...verdict.traits }
    const accountTraits = request.account?.traits ?? {}
    const visitor: Visitor = { ...bearer, userTraits, accountTraits, signed, sdk, release, now }
    const library = await services.library(environment)
    await turnsEnd()
    const { known, stored } = await look(db, environment.id, visitor, questionsOf(library), now)
    if (known.isNews) await keep(services, environment.id, visitor)
    const { etag, shared, rest } = answerTo({ environment, library, bearer, signed, known, stored, now })

    const headers = { 'x-trilha-now': String(now), 'cache-control': 'private, no-store' }
    if (have === etag) return toPage(null, headers, 204)
    const json = { ...headers, 'content-type': 'application/json' }
    return shared.plain.length < GZIP_FROM_BYTES || !c.req.header('accept-encoding')?.includes('gzip')
      ? toPage(whole(shared, rest), json)
      : toPage(wholeGzipped(shared, rest), { ...json, 'content-encoding': 'gzip' })
  })
}

/** A visit that cannot be stored now is no reason to show the person nothing. */
async function keep({ commit, log }: Services, environment: string, visitor: Visitor) {
  try {
    await commit((tx) => remember(tx, environment, visitor))
  } catch (error) {
    if (!(error instanceof Overloaded)) throw error
    log.warn({ environment }, 'a visit was not stored: too much is waiting for the disk')
  }
}
