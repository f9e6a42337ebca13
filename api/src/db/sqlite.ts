import { AsyncLocalStorage } from 'node:async_hooks'
import { fileURLToPath } from 'node:url'
import Connection from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle as drizzleSync } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { ColumnType, Database, Db, Param, Tx } from './database'
import { makeSchema } from './schema'
import { sqliteKit } from './schema/kit'

const MIGRATIONS = fileURLToPath(new URL('./migrations/sqlite', import.meta.url))
const STATEMENTS_MAX = 500
const casing = 'snake_case'
const dialect = new SQLiteAsyncDialect({ casing })
const tables = makeSchema(sqliteKit)

type Method = 'run' | 'all' | 'values' | 'get'
/** Finds the prepared statement of a text, waits for its turn and uses it. `raw`: rows are arrays of values. */
type Use = <T>(text: string, raw: boolean, use: (statement: Connection.Statement) => T) => Promise<T>

/**
 * Opens the database file, creating and migrating it as needed. One connection writes and one reads, so that a read
 * never sees half a transaction. What is committed is on disk (`synchronous=FULL`).
 * `watched`: a write that would wait for itself throws instead. For tests: up to Node 22 it slows every promise.
 */
export function openSqlite(path: string, { watched = false } = {}): Database {
  const writer = connect(path)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  // 16 MB: carrying pages over to the file has its own fsyncs, and a busy hour should meet few of them.
  writer.pragma('wal_autocheckpoint = 4000')
  migrate(drizzleSync(writer), { migrationsFolder: MIGRATIONS })
  const reader = connect(path, { readonly: true })
  const onWriter = statements(writer)
  const onReader = statements(reader)
  const sight = sights(reader)

  const inside = watched ? new AsyncLocalStorage<true>() : undefined
  let last: Promise<unknown> = Promise.resolve()
  /** One writer at a time, in the order of asking. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    if (inside?.getStore())
      throw new Error('write through the transaction you are in: another one would wait for ever')
    const mine = last.then(inside ? () => inside.run(true, work) : work)
    last = mine.catch(() => undefined)
    return mine
  }

  const use: Use = async (text, raw, work) => {
    const statement = onReader(text, raw)
    if (statement.readonly) {
      sight.begin()
      return work(statement)
    }
    return alone(async () => {
      const result = work(onWriter(text, raw))
      sight.end()
      return result
    })
  }
  const tx: Tx = Object.assign(
    query(async (text, raw, work) => work(onWriter(text, raw))),
    // There is only one writer, so everything is locked already.
    { lock: async () => {} },
  )
  async function transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    writer.exec('BEGIN IMMEDIATE')
    try {
      const result = await fn(tx)
      writer.exec('COMMIT')
      sight.end()
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    }
  }

  return Object.assign(query(use), {
    withTx: <T>(fn: (tx: Tx) => Promise<T>) => alone(() => transaction(fn)),
    close: async () => {
      await last
      sight.end()
      reader.close()
      writer.close()
    },
  })
}

/**
 * Reads of one turn of the event loop share one sight of the database: taking and leaving the file's locks costs more
 * than a small read. Whoever has written ends it, so that the next read sees what was written.
 */
function sights(reader: Connection.Database) {
  const begin = reader.prepare('BEGIN')
  const commit = reader.prepare('COMMIT')
  const end = () => {
    if (reader.inTransaction) commit.run()
  }
  return {
    begin() {
      if (reader.inTransaction) return
      begin.run()
      setImmediate(end)
    },
    end,
  }
}

/** Another connection to a file that is open already, for reading only. */
export function readSqlite(path: string): Db {
  const reader = connect(path, { readonly: true })
  const prepared = statements(reader)
  const sight = sights(reader)
  return query(async (text, raw, work) => {
    sight.begin()
    return work(prepared(text, raw))
  })
}

function connect(path: string, options?: Connection.Options) {
  const connection = new Connection(path, options)
  connection.pragma('busy_timeout = 5000')
  connection.pragma('cache_size = -32000')
  connection.pragma('temp_store = memory')
  return connection
}

/** Drizzle's builders over `use`. The proxy driver, so that waiting for the writer is an ordinary await. */
function query(use: Use): Db {
  const run = (text: string, params: unknown[], method: Method) =>
    use(text, true, (statement) => ({
      rows: method === 'get' ? (statement.get(params) as unknown[]) : execute(statement, params),
    }))
  const ask = <T>(text: string, params: unknown[]) =>
    use(text, false, (statement) => execute<T>(statement, params))
  return Object.assign(drizzle(run as Parameters<typeof drizzle>[0], undefined, { casing }), {
    engine: 'sqlite' as const,
    tables,
    ask,
    rows: <T>(query: SQL) => {
      const { sql, params } = dialect.sqlToQuery(query)
      return ask<T>(sql, params)
    },
    insertRows: (head: string, types: ColumnType[], rows: Param[][], tail: string) =>
      use(`${head} ${valuesOf(types)} ${tail}`, false, (statement) => {
        for (const row of rows) statement.run(row)
      }),
    // Each row's count of changes tells: cheaper than having it returned.
    insertNew: (head: string, types: ColumnType[], rows: Param[][]) =>
      use(`${head} ${valuesOf(types)} on conflict do nothing`, false, (statement) =>
        rows.filter((row) => statement.run(row).changes > 0),
      ),
  })
}

const valuesOf = (types: ColumnType[]) => `values (${types.map(() => '?').join()})`

/** Prepares each SQL text once; the longest unused one goes first. */
function statements(connection: Connection.Database) {
  const objects = new Map<string, Connection.Statement>()
  const arrays = new Map<string, Connection.Statement>()
  return (text: string, raw: boolean): Connection.Statement => {
    const prepared = raw ? arrays : objects
    let statement = prepared.get(text)
    if (statement) prepared.delete(text)
    else {
      statement = connection.prepare(text)
      if (raw && statement.reader) statement.raw()
    }
    prepared.set(text, statement)
    if (prepared.size > STATEMENTS_MAX) prepared.delete(prepared.keys().next().value!)
    return statement
  }
}

function execute<T>(statement: Connection.Statement, params: unknown[]): T[] {
  if (statement.reader) return statement.all(params) as T[]
  statement.run(params)
  return []
}
