import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'
import type { EventBatch } from '#contract/event'
import { compete } from './contestant'

// The least that could be called an ingest: parse, look, store once under the same indexes, fsync, answer. No identity,
// no progress, no counts, no milestones. And a boot that answers the same bytes to everyone, from memory.

const db = new Database(join(process.argv[2]!, 'prototype.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  create table events (env text, day integer, id text, name text, at integer, captured_at integer,
    received_at integer, user text, account text, device text, seq integer, release text, properties text,
    primary key (env, day, id)) without rowid;
  create index events_account on events (env, account, name, at);
  create index events_user on events (env, user, at);
  create index events_name on events (env, name, at, account, user);`)
const insert = db.prepare('insert or ignore into events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')

const DAY_MS = 24 * 60 * 60 * 1000
let waiting: Array<{ batch: EventBatch; done: () => void }> = []
/** All requests of one turn of the event loop share a transaction. */
function flush() {
  const group = waiting
  waiting = []
  const now = Date.now()
  db.transaction(() => {
    for (const { batch } of group)
      for (const { id, name, at, seq, actor, properties } of batch.events) {
        const { user, account } = batch.actors[actor]!
        insert.run(
          'pk_bench',
          Math.floor(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) / DAY_MS),
          id,
          name,
          at,
          at,
          now,
          user,
          account,
          batch.device,
          seq,
          batch.release ?? null,
          JSON.stringify(properties),
        )
      }
  })()
  for (const { done } of group) done()
}

const looksRight = ({ id, name, at, seq }: EventBatch['events'][number]) =>
  typeof id === 'string' && id.length === 36 && typeof name === 'string' && at > 0 && seq >= 0

const answer = readFileSync(process.argv[3]!)

const app = new Hono()
  .post('/v1/:key/events', async (c) => {
    const batch = JSON.parse(await c.req.text()) as EventBatch
    if (!batch.events.every(looksRight)) return c.text('bad', 400)
    await new Promise<void>((done) => {
      if (waiting.push({ batch, done }) === 1) setImmediate(flush)
    })
    return c.json({ now: Date.now(), results: batch.events.map(({ id }) => ({ id, status: 'ok' })) })
  })
  .post('/v1/:key/boot', async (c) => {
    JSON.parse(await c.req.text())
    return c.body(answer, 200, { 'content-type': 'application/json' })
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => compete(port))
