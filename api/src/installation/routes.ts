import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { desc, eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { AppAddress, type Installation } from '#contract/workspace'
import type { InEnvironment } from '../auth/environment'
import { may } from '../auth/guard'
import { read } from '../body'
import type { Db } from '../db/database'
import { saveAppUrl } from '../environments/store'
import { identitySecrets } from '../identify/secrets'
import { isAble } from '../members/capabilities'
import { problem } from '../problem'
import type { Services } from '../services'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * GET /api/:env/installation: what a developer pastes, and whether it works; the secret is for owners only.
 * PUT …/app: where the application runs.
 */
export function installation({ db, now, settings }: Services) {
  const routes = new Hono<InEnvironment>().get('/', may('read'), async (c) => {
    const { id, publicKey } = c.var.environment
    const snippet = await readFile(join(settings.distDir, 'sdk', 'snippet.html'), 'utf8').catch(() => {
      throw problem('unavailable', { detail: 'The script has not been built on this server yet.' })
    })
    const [identitySecret] = isAble(c.var.me.role, 'secrets') ? await identitySecrets(db, id) : []
    const answer: Installation = {
      snippet: fillSnippet(snippet, publicKey, settings.publicUrl),
      publicKey,
      ...(identitySecret && { identitySecret }),
      ...(await lastHeard(db, id)),
      signedShare: await signedShare(db, id, now() - 7 * DAY_MS),
    }
    return c.json(answer)
  })
  return routes.put('/app', may('address'), async (c) => {
    const address = await read(c, AppAddress)
    await db.withTx((tx) => saveAppUrl(tx, c.var.environment.id, address.appUrl))
    return c.json(address)
  })
}

/** The built snippet is the same for everybody but for two words. */
export const fillSnippet = (snippet: string, publicKey: string, origin: string) =>
  snippet.trim().replaceAll('__TRILHA_KEY__', publicKey).replaceAll('__TRILHA_ORIGIN__', origin)

async function lastHeard(
  db: Db,
  environment: string,
): Promise<Pick<Installation, 'lastEventAt' | 'lastSdk'>> {
  const { counts, devices } = db.tables
  const [event] = await db
    .select({ at: sql<number | null>`max(${counts.lastAt})`.mapWith(Number) })
    .from(counts)
    .where(eq(counts.environment, environment))
  const [device] = await db
    .select({ sdk: devices.sdk })
    .from(devices)
    .where(eq(devices.environment, environment))
    .orderBy(desc(devices.lastSeenAt))
    .limit(1)
  return { ...(event?.at && { lastEventAt: event.at }), ...(device && { lastSdk: device.sdk }) }
}

async function signedShare(db: Db, environment: string, since: number): Promise<number | null> {
  const [row] = await db.rows<{ people: number; signed: number }>(sql`
    select count(*) as people, count(case when verified then 1 end) as signed
    from users where environment = ${environment} and last_seen_at >= ${since}`)
  return row!.people ? row!.signed / row!.people : null
}
