import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './database'

const POSTGRES = { text: 'text', int: 'bigint', json: 'jsonb', bool: 'boolean' } as const
export type ColumnType = keyof typeof POSTGRES

/**
 * `select … from (rows)`, for `insert into … ${rowsOf(…)} on conflict …`: many rows as one parameter, so that the
 * statement stays the same for any number of them. Values of type json are given as JSON text, bool as 0 or 1.
 */
export function rowsOf(db: Db, types: ColumnType[], rows: Array<Array<string | number | null>>): SQL {
  const json = JSON.stringify(rows)
  if (db.engine === 'sqlite') {
    const columns = types.map((_, i) => `value ->> ${i}`).join(', ')
    // "where true" keeps SQLite from reading "on conflict" as part of a join.
    return sql`select ${sql.raw(columns)} from json_each(${json}) where true`
  }
  const columns = types.map((type, i) => `(value ->> ${i})::${POSTGRES[type]}`).join(', ')
  return sql`select ${sql.raw(columns)} from jsonb_array_elements(${json}::jsonb) where true`
}
