import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './database'

/**
 * The values behind `in`, as one parameter however many they are: a text of its own for each length would fill the
 * database's statements.
 */
export const listOf = ({ engine }: Pick<Db, 'engine'>, values: string[]): SQL =>
  engine === 'sqlite'
    ? sql`select value from json_each(${JSON.stringify(values)})`
    : sql`select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)`
