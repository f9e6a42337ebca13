import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { type EventAnswer, ServerEvents } from '#contract/event'
import { BATCH_LIMITS } from '#contract/limits'
import { read } from '../body'
import type { Db } from '../db/database'
import { environmentById } from '../environments/store'
import type { EventRow } from '../events/row'
import { isStorable } from '../events/storable'
import { problem } from '../problem'
import type { Services } from '../services'
import { dayOf, isUuidV7 } from './batch'
import { correctedAt } from './clock'
import { ingest, type Result } from './ingest'

const DAY_MS = 24 * 60 * 60 * 1000

/** POST /api/track. What a host's back end knows first, by its secret key, through the same ingest as a till's events. */
export const track = (services: Services) =>
  new Hono().post('/', async (c) => {
    const key = /^Bearer (sk_\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    // A browser sends one, a server does not: the key has leaked.
    if (c.req.header('origin')) throw problem('secret_key_in_browser')
    const environment = key && (await environmentBySecret(services.db, key))
    if (!environment) throw problem('unknown_key')

    const { events } = await read(c, ServerEvents)
    const now = services.now()
    const rows: EventRow[] = []
    const results: Result[] = []
    for (const event of events) {
      const row = toRow(event, now)
      if (typeof row === 'string') results.push({ id: event.id, status: 'drop', because: row })
      else {
        rows.push(row)
        results.push({ id: event.id, status: 'ok' })
      }
    }
    await ingest(services, environment, rows)
    return c.json({ now, results } satisfies EventAnswer)
  })

export const hashOfSecret = (key: string) => createHash('sha256').update(key).digest('hex')

async function environmentBySecret(db: Db, key: string) {
  const { secretKeys } = db.tables
  const [row] = await db
    .select()
    .from(secretKeys)
    .where(and(eq(secretKeys.hash, hashOfSecret(key)), isNull(secretKeys.revokedAt)))
  return row && environmentById(db, row.environment)
}

function toRow(
  { id, name, at: capturedAt, user = '', account, properties = {} }: ServerEvents['events'][number],
  now: number,
): EventRow | string {
  // Servers keep good time: nothing to correct, but nothing from the future either.
  const at = correctedAt(capturedAt, now, now)
  if (at === undefined) return 'too old'
  const json = JSON.stringify(properties)
  if (json.length > BATCH_LIMITS.propertyBytes) return 'too large'
  if (!isStorable(json) || !isStorable(name + user + account)) return 'malformed'
  return {
    id: id.toLowerCase(),
    day: isUuidV7(id) ? dayOf(id) : Math.floor(capturedAt / DAY_MS),
    name,
    at,
    capturedAt,
    receivedAt: now,
    user,
    account,
    device: 'server',
    seq: 0,
    release: null,
    properties,
    json,
  }
}
