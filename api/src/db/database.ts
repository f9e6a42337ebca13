import type { SQL } from 'drizzle-orm'
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import type { Schema } from './schema'

/** What a store needs: drizzle's builders, the tables of this dialect, and plain SQL where builders get in the way. */
export interface Db
  extends Pick<
    SqliteRemoteDatabase,
    'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with'
  > {
  readonly engine: 'sqlite' | 'postgres'
  readonly tables: Schema
  /** Rows of a portable query as they come: SQL column names, JSON unparsed on SQLite. */
  rows<T>(query: SQL): Promise<T[]>
  /** The same for the hot path: SQL text with a `?` for each parameter, so that nothing is built per call. */
  ask<T>(text: string, params: Param[]): Promise<T[]>
  /**
   * `head values (…) tail` for each row, e.g. `insert into t (a, b)` … `on conflict do nothing`. Values of type json are
   * given as JSON text, bool as 0 or 1. No two rows may conflict.
   */
  insertRows(head: string, types: ColumnType[], rows: Param[][], tail: string): Promise<void>
  /** Inserts the rows that are not there yet and answers with those. `key`: a column in which no two rows agree. */
  insertNew(head: string, types: ColumnType[], rows: Param[][], key: Key): Promise<Param[][]>
}

export type Param = string | number | null
/** A column's name, and its place among the values. */
export interface Key {
  name: string
  at: number
}
export type ColumnType = 'text' | 'int' | 'json' | 'bool'

/** A transaction: what is written through it is kept as a whole or not at all. */
export interface Tx extends Db {
  /** Others that lock one of these keys wait until this transaction has ended. Lock once, before reading. */
  lock(keys: string[]): Promise<void>
}

export interface Database extends Db {
  /**
   * Runs `fn` in one transaction, committed when it resolves and rolled back when it rejects.
   * Write only through the `tx` it gives; never start one inside another.
   */
  withTx<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}
