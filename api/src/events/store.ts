import type { ColumnType, Db } from '../db/database'
import type { EventRow } from './row'

/** Stores each event once per environment and id. Answers with those that were new, each once. */
export async function appendEvents(tx: Db, environment: string, rows: EventRow[]): Promise<EventRow[]> {
  const byId = new Map<string, EventRow>()
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row)
  if (!byId.size) return []
  const values = [...byId.values()].map((row) => [
    environment,
    row.day,
    row.id,
    row.name,
    row.at,
    row.capturedAt,
    row.receivedAt,
    row.user,
    row.account,
    row.device,
    row.seq,
    row.release,
    row.json,
  ])
  const stored = await tx.insertNew(
    `insert into events (environment, day, id, name, at, captured_at, received_at,
      "user", account, device, seq, release, properties)`,
    COLUMNS,
    values,
    ID,
  )
  return stored.map((values) => byId.get(String(values[ID.at]))!)
}

const text: ColumnType = 'text'
const int: ColumnType = 'int'
const COLUMNS = [text, int, text, text, int, int, int, text, text, text, int, text, 'json' as const]
const ID = { name: 'id', at: 2 }
