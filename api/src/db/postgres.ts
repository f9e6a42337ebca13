import { fileURLToPath } from 'node:url'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { ColumnType, Database, Db, Key, Param, Tx } from './database'
import { makeSchema } from './schema'
import { postgresKit } from './schema/kit'

const MIGRATIONS = fileURLToPath(new URL('./migrations/postgres', import.meta.url))
const MIGRATION_LOCK = 7_217_021
const casing = 'snake_case'
const tables = makeSchema(postgresKit)

/** Counts and sums come as numbers, as on SQLite: none of ours passes 2^53. */
const number = (oid: number) => ({ to: oid, from: [oid], parse: Number, serialize: String })

/** Connects and migrates; several nodes may do so at once. */
export async function openPostgres(url: string, { connections = 10 } = {}): Promise<Database> {
  await migrateOnce(url)
  return connectPostgres(url, connections)
}

/** Connects to one that has been migrated. */
export function connectPostgres(url: string, connections: number): Database {
  const client = postgres(url, {
    max: connections,
    onnotice: () => {},
    types: { bigint: number(20), numeric: number(1700) },
  })
  const db = drizzle({ client, casing })
  return Object.assign(query(db), {
    withTx: <T>(fn: (tx: Tx) => Promise<T>) =>
      db.transaction((tx) => fn(Object.assign(query(tx), { lock: lock(tx) }))),
    close: () => client.end({ timeout: 5 }),
  })
}

async function migrateOnce(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS })
  } finally {
    await client.end({ timeout: 5 })
  }
}

type Executor = Pick<ReturnType<typeof drizzle>, 'execute'>

// The builders of both dialects take the same calls and give the same rows, which the store suites hold them to;
// only their types differ.
const query = (db: Executor): Db =>
  Object.assign(db as unknown as Omit<Db, 'engine' | 'tables' | 'rows'>, {
    engine: 'postgres' as const,
    tables,
    rows: async <T>(text: SQL) => [...(await db.execute(text))] as T[],
    ask: async <T>(text: string, params: Param[]) => [...(await db.execute(fill(text, params)))] as T[],
    insertRows: async (head: string, types: ColumnType[], rows: Param[][], tail: string) => {
      await db.execute(insertOf(head, types, rows, tail))
    },
    insertNew: async (head: string, types: ColumnType[], rows: Param[][], { name, at }: Key) => {
      const tail = `on conflict do nothing returning ${name} as key`
      const stored = await db.execute(insertOf(head, types, rows, tail))
      const keys = new Set([...stored].map(({ key }) => key))
      return rows.filter((row) => keys.has(row[at]))
    },
  })

function insertOf(head: string, types: ColumnType[], rows: Param[][], tail: string) {
  const columns = types.map((type, i) => `(value ->> ${i})::${TYPES[type]}`).join()
  return sql`${sql.raw(head)} select ${sql.raw(columns)}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) ${sql.raw(tail)}`
}

const TYPES: Record<ColumnType, string> = { text: 'text', int: 'bigint', json: 'jsonb', bool: 'boolean' }

const fill = (text: string, params: Param[]) =>
  sql.join(
    text.split('?').flatMap((part, i) => (i ? [sql`${params[i - 1]}`, sql.raw(part)] : [sql.raw(part)])),
  )

const lock = (tx: Executor) => async (keys: string[]) => {
  // Always in one order, so that two transactions never wait for each other.
  await tx.execute(sql`
    select pg_advisory_xact_lock(hash) from (
      select distinct hashtextextended(value, 0) as hash
      from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) order by 1
    ) as wanted`)
}
