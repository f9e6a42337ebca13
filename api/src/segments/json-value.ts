import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/database'
import { and, FALSE, surely } from './sql'

export type Scalar = string | number | boolean

/** A value inside a JSON column, as the tests of a match need it. The tests are never NULL. */
export interface JsonValue {
  is(type: 'string' | 'number' | 'boolean' | 'array' | 'object'): SQL
  /** Null, or not there. */
  isNull: SQL
  isTrue: SQL
  /** Of a string; compares by code point. */
  text: SQL
  /** Of a number. */
  number: SQL
  /** Elements of an array with commas between, as JavaScript makes a text of it. */
  elements: SQL
  /** A text as a number the way JavaScript takes it ('' is 0); NULL when it is not written as one in JSON. */
  asNumber(text: SQL): SQL
  /** Strictly equal, or an array that holds it. */
  has(value: Scalar): SQL
}

/** `column` is a JSON object, `path` the way down in it. */
export const jsonValue = (engine: Db['engine'], column: SQL, path: string[]): JsonValue =>
  engine === 'sqlite' ? sqliteValue(column, path) : postgresValue(column, path)

function sqliteValue(column: SQL, parts: string[]): JsonValue {
  const path = `$${parts.map((part) => `."${part}"`).join('')}`
  const type = sql`json_type(${column}, ${path})`
  const value = sql`json_extract(${column}, ${path})`
  const types = {
    string: sql`${type} = 'text'`,
    number: sql`${type} in ('integer', 'real')`,
    boolean: sql`${type} in ('true', 'false')`,
    array: sql`${type} = 'array'`,
    object: sql`${type} = 'object'`,
  }
  return {
    is: (name) => surely(types[name]),
    isNull: sql`(coalesce(${type}, 'null') = 'null')`,
    isTrue: surely(sql`${type} = 'true'`),
    text: value,
    number: value,
    elements: sql`coalesce((select group_concat(coalesce(value, ''), ',') from json_each(${column}, ${path})), '')`,
    asNumber: (text) =>
      sql`case when trim(${text}) = '' then 0 when json_valid(trim(${text})) and json_type(trim(${text})) in ('integer', 'real') then cast(trim(${text}) as real) end`,
    has: (wanted) => {
      const same =
        typeof wanted === 'boolean'
          ? sql`e.type = ${String(wanted)}`
          : typeof wanted === 'number'
            ? sql`e.type in ('integer', 'real') and e.value = ${wanted}`
            : sql`e.type = 'text' and e.value = ${wanted}`
      // Over a single value json_each gives that value; over an object it would give its members.
      return and([
        sql`coalesce(${type}, 'null') <> 'object'`,
        sql`exists (select 1 from json_each(${column}, ${path}) e where ${same})`,
      ])
    },
  }
}

function postgresValue(column: SQL, parts: string[]): JsonValue {
  const value = parts.reduce((whole, part) => sql`(${whole} -> ${part}::text)`, column)
  const text = sql`(${value} #>> '{}')`
  const type = sql`jsonb_typeof(${value})`
  return {
    is: (name) => surely(sql`${type} = ${name}::text`),
    isNull: sql`(coalesce(${type}, 'null') = 'null')`,
    isTrue: surely(sql`${value} = 'true'::jsonb`),
    text: sql`(${text} collate "C")`,
    number: sql`${text}::double precision`,
    elements: sql`(select coalesce(string_agg(coalesce(x, ''), ',' order by n), '') from jsonb_array_elements_text(${value}) with ordinality as t (x, n)) collate "C"`,
    asNumber: (given) =>
      sql`case when btrim(${given}) = '' then 0 when btrim(${given}) ~ ${JSON_NUMBER}::text then btrim(${given})::double precision end`,
    has: (wanted) =>
      typeof wanted === 'object' ? FALSE : surely(sql`${value} @> ${JSON.stringify(wanted)}::text::jsonb`),
  }
}

const JSON_NUMBER = '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$'
