import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { BootRequest, type Bundle } from '#contract/bundle'
import { Overloaded } from '../db/group-commit'
import { isStorable } from '../events/storable'
import { issueGrant } from '../identify/grant'
import { judge, readProof } from '../identify/identify'
import { problem } from '../problem'
import type { Services } from '../services'
import type { Till } from '../tenant/tenant'
import { etagOf, makeBundle } from './bundle'
import { gatherFacts } from './facts'
import { recall, remember, type Visitor } from './people'

/** Grants live 400 days; every so often an unchanged answer is sent again for the sake of a younger one. */
const GRANT_RENEWAL_MS = 90 * 24 * 60 * 60 * 1000
/** What fits one packet gains nothing. */
const GZIP_FROM_BYTES = 1400

/**
 * POST /v1/:key/boot. Says who is there, and answers what this person may be shown; 204 when the till has it already.
 * Nothing is created for a person who cannot prove it where that is asked for.
 */
export const boot = (services: Services) =>
  new Hono<Till>().post('/', async (c) => {
    const { environment } = c.var
    const { db } = services
    const now = services.now()
    const request = readRequest(await c.req.text())
    const { device, sdk, release = null, token, grant, have } = request
    const bearer = { user: request.user.id, account: request.account?.id ?? '', device }

    const verdict = judge(environment, await readProof(db, environment, bearer, { token, grant }, now), now)
    if (!verdict.ok) throw problem(verdict.because)

    const userTraits = { ...request.user.traits, ...verdict.traits }
    const accountTraits = request.account?.traits ?? {}
    const visitor: Visitor = {
      ...bearer,
      userTraits,
      accountTraits,
      signed: verdict.signed,
      sdk,
      release,
      now,
    }
    const known = await recall(db, environment.id, visitor)
    if (known.isNews) await keep(services, environment.id, visitor)

    const library = await services.library(environment)
    const facts = await gatherFacts(
      db,
      { environment: environment.id, ...bearer },
      { user: known.userTraits, account: known.accountTraits },
      library,
      now,
    )
    const { rev, theme, busy } = environment
    const stable = makeBundle(library, facts, { rev, theme, busy, signedInAt: known.signedInAt })
    const etag = etagOf(stable, `${environment.id} ${verdict.signed} ${Math.floor(now / GRANT_RENEWAL_MS)}`)

    c.header('x-trilha-now', String(now))
    c.header('cache-control', 'private, no-store')
    if (have === etag) return c.body(null, 204)

    const answer: Bundle = {
      etag,
      now,
      ...stable,
      grant: issueGrant(
        environment.grantSecret,
        { environment: environment.id, ...bearer },
        verdict.signed,
        now,
      ),
    }
    const body = JSON.stringify(answer)
    c.header('content-type', 'application/json')
    if (body.length < GZIP_FROM_BYTES || !c.req.header('accept-encoding')?.includes('gzip'))
      return c.body(body)
    c.header('content-encoding', 'gzip')
    return c.body(gzipSync(body))
  })

function readRequest(text: string): BootRequest {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw problem('bad_request')
  }
  const parsed = BootRequest.safeParse(body)
  if (!parsed.success)
    throw problem('bad_request', {
      detail: `${parsed.error.issues[0]!.path.join('.')}: ${parsed.error.issues[0]!.message}`,
    })
  if (!isStorable(text)) throw problem('bad_request')
  return parsed.data
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
