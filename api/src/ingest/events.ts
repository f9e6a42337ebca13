import { Hono } from 'hono'
import type { Actor, EventAnswer } from '#contract/event'
import type { EnvironmentRow } from '../environments/store'
import type { EventRow } from '../events/row'
import { judge, type Proof, readProof } from '../identify/identify'
import type { Services } from '../services'
import type { Till } from '../tenant/door'
import { toPage } from '../tenant/page'
import { type Batch, dayOf, type ReadEvent, readActor, readBatch, readEvent } from './batch'
import { correctedAt } from './clock'
import { ingest, type Result } from './ingest'

/**
 * POST /v1/:key/events. Takes a batch from the outbox and answers for each event, once all are on disk.
 * Event ids make retries harmless: a known id is `ok` again and stored once.
 */
export const events = (services: Services) =>
  new Hono<Till>().post('/', async (c) => {
    const receivedAt = services.now()
    const batch = readBatch(await c.req.text())
    const { environment } = c.var
    const actors = await readActors(services, environment, batch, receivedAt)
    const rows: EventRow[] = []
    const results: Result[] = []
    for (const wire of batch.events) {
      const event = readEvent(wire)
      const id = idOf(wire)
      if (typeof event === 'string') {
        results.push({ id, status: 'drop', because: event })
        continue
      }
      const at = correctedAt(event.at, batch.sentAt, receivedAt)
      const actor = actors[event.actor]
      if (at === undefined) results.push({ id, status: 'drop', because: 'too old' })
      else if (!actor) results.push({ id, status: 'drop', because: 'malformed' })
      else if (!judge(environment, actor.proof, at).ok)
        results.push({ id, status: 'drop', because: 'identity' })
      else {
        rows.push(toRow(event, actor.who, batch, at, receivedAt))
        results.push({ id, status: 'ok' })
      }
    }
    const reached = await ingest(services, environment, rows)
    const dropped = results.length - rows.length
    if (dropped) services.metrics.count('trilha_events_total', { result: 'dropped' }, dropped)
    const answer: EventAnswer = { now: receivedAt, results, ...(reached.length && { refresh: true }) }
    return toPage(JSON.stringify(answer), { 'content-type': 'application/json' })
  })

/** The actors of a batch, with what each can prove; undefined for one that cannot be read. */
const readActors = (
  { db }: Services,
  environment: EnvironmentRow,
  { device, actors }: Batch,
  now: number,
): Promise<Array<{ who: Actor; proof: Proof } | undefined>> =>
  Promise.all(
    actors.map(async (value) => {
      const who = readActor(value)
      if (!who) return undefined
      const { user, account = '' } = who
      return { who, proof: await readProof(db, environment, { user, account, device }, who, now) }
    }),
  )

const toRow = (
  { id, name, at: capturedAt, seq, release: own, properties, json }: ReadEvent,
  { user, account = '' }: Actor,
  { device, release }: Batch,
  at: number,
  receivedAt: number,
): EventRow => ({
  id,
  day: dayOf(id),
  name,
  at,
  capturedAt,
  receivedAt,
  user,
  account,
  device,
  seq,
  release: own ?? release ?? null,
  properties,
  json,
})

/** So that the outbox can tell which one is meant, even of those that could not be read. */
const idOf = (wire: unknown) => {
  const id = (wire as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id.slice(0, 60) : ''
}
