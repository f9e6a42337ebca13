import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

// One description of every table, two dialects: a kit says what a text, a moment or a JSON column is in each.

export const sqliteKit = {
  table: lite.sqliteTable,
  text: () => lite.text(),
  int: () => lite.integer(),
  /** Epoch milliseconds. */
  moment: () => lite.integer(),
  bool: () => lite.integer({ mode: 'boolean' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
  /** A `Date`, only for tables whose shape another library dictates. */
  date: () => lite.integer({ mode: 'timestamp_ms' }),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
}

export type Kit = typeof sqliteKit

// The stores are typed by the SQLite kit; both kits give the same TypeScript values for the same columns.
export const postgresKit = {
  table: pg.pgTable,
  text: () => pg.text(),
  int: () => pg.integer(),
  moment: () => pg.bigint({ mode: 'number' }),
  bool: () => pg.boolean(),
  json: <T>() => pg.jsonb().$type<T>(),
  date: () => pg.timestamp({ withTimezone: true, mode: 'date' }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
} as unknown as Kit
