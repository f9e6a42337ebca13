import { join } from 'node:path'
import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'
import type { EventBatch } from '#contract/event'

// The least that could be called an ingest: parse, look, store once, fsync, answer. No identity, no progress, no
// counts, no milestones. And a boot that answers the same bytes to everyone, from memory.

const db = new Database(join(process.argv[2]!, 'prototype.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  create table events (env text, id text, name text, at integer, received_at integer, user text, account text,
    device text, seq integer, properties text, primary key (env, id)) without rowid;
  create index events_account on events (env, account, name, at);
  create index events_name on events (env, name, at);`)
const insert = db.prepare('insert or ignore into events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')

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
          id,
          name,
          at,
          now,
          user,
          account,
          batch.device,
          seq,
          JSON.stringify(properties),
        )
      }
  })()
  for (const { done } of group) done()
}

const looksRight = ({ id, name, at, seq }: EventBatch['events'][number]) =>
  typeof id === 'string' && id.length === 36 && typeof name === 'string' && at > 0 && seq >= 0

const candidate = (n: number) => ({
  id: `conteudo-${n}`,
  kind: 'tour',
  version: 1,
  hash: 'a'.repeat(64),
  priority: 50,
  trigger: { on: 'path', path: '/venda' },
  frequency: { untilCompleted: true },
  audience: { path: '/venda' },
})
const answer = JSON.stringify({
  etag: 'e'.repeat(22),
  now: 1_800_000_000_000,
  rev: 1,
  candidates: [1, 2, 3, 4, 5, 6].map(candidate),
  history: {},
  milestones: {},
  accountSince: 1_800_000_000_000,
  grant: 'g'.repeat(42),
})

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

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send!(port))
