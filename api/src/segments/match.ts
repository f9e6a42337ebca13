import { type SQL, sql } from 'drizzle-orm'
import type { Match } from '#contract/traits'
import type { Db } from '../db/database'
import { type JsonValue, jsonValue } from './json-value'
import { and, FALSE, not, or, surely, TRUE } from './sql'

// `matches` (GrowthBook's evaluator) as SQL, with JavaScript's own comparisons where it relies on them:
// null counts as 0, '12' as 12. Held to it by a differential test. One difference is left: '0x10' or '+5' is no number.

const comparisons = { $lt: sql`<`, $lte: sql`<=`, $gt: sql`>`, $gte: sql`>=` } as const

/** A match over a JSON column. Throws a RangeError for what `isCompilable` refuses. */
export function matchSql(engine: Db['engine'], column: SQL, match: Match): SQL {
  const each = (parts: unknown) => (parts as Match[]).map((part) => matchSql(engine, column, part))
  return and(
    Object.entries(match).map(([key, wanted]) => {
      // An empty `$or` holds in the evaluator.
      if (key === '$or') return (wanted as Match[]).length ? or(each(wanted)) : TRUE
      if (key === '$nor') return (wanted as Match[]).length ? not(or(each(wanted))) : FALSE
      if (key === '$and') return and(each(wanted))
      if (key === '$not') return not(matchSql(engine, column, wanted as Match))
      return valueSql(jsonValue(engine, column, key.split('.')), wanted)
    }),
  )
}

function valueSql(value: JsonValue, wanted: unknown): SQL {
  if (wanted === null) return value.isNull
  if (typeof wanted === 'string') return equalText(value, wanted)
  if (typeof wanted === 'number') return surely(sql`${asNumber(value)} = ${wanted}`)
  if (typeof wanted === 'boolean')
    return wanted ? truthy(value) : and([not(value.isNull), not(truthy(value))])
  if (!isOperators(wanted)) throw new RangeError('lists and objects are not compared as a whole')
  return and(Object.entries(wanted).map(([operator, operand]) => operatorSql(value, operator, operand)))
}

function operatorSql(value: JsonValue, operator: string, wanted: unknown): SQL {
  switch (operator) {
    case '$eq':
      return strictly(value, wanted)
    case '$ne':
      return not(strictly(value, wanted))
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      return compare(value, comparisons[operator], wanted)
    case '$in':
      return among(value, wanted as unknown[])
    case '$nin':
      return not(among(value, wanted as unknown[]))
    case '$exists':
      return wanted ? not(value.isNull) : value.isNull
    case '$not':
      return not(valueSql(value, wanted))
    default:
      throw new RangeError(`no SQL for ${operator}`)
  }
}

/** `String(value) === wanted`. */
function equalText(value: JsonValue, wanted: string): SQL {
  const number = Number(wanted)
  return or([
    and([value.is('string'), sql`${value.text} = ${wanted}`]),
    and([
      value.is('array'),
      surely(sql`case when ${value.is('array')} then ${value.elements} = ${wanted} end`),
    ]),
    ...(String(number) === wanted && Number.isFinite(number)
      ? [surely(sql`case when ${value.is('number')} then ${value.number} = ${number} end`)]
      : []),
    ...(wanted === 'true' ? [value.isTrue] : []),
    ...(wanted === 'false' ? [and([value.is('boolean'), not(value.isTrue)])] : []),
    ...(wanted === 'null' ? [value.isNull] : []),
  ])
}

const strictly = (value: JsonValue, wanted: unknown): SQL => {
  if (wanted === null) return value.isNull
  if (typeof wanted === 'string') return and([value.is('string'), surely(sql`${value.text} = ${wanted}`)])
  if (typeof wanted === 'number')
    return surely(sql`case when ${value.is('number')} then ${value.number} = ${wanted} end`)
  return wanted ? value.isTrue : and([value.is('boolean'), not(value.isTrue)])
}

function compare(value: JsonValue, sign: SQL, wanted: unknown): SQL {
  // Not a number: no comparison holds.
  const number = Number(wanted)
  const asNumbers = Number.isNaN(number) ? FALSE : sql`${asNumber(value)} ${sign} ${number}`
  if (typeof wanted !== 'string') return surely(asNumbers)
  return surely(
    sql`case when ${value.is('string')} then ${value.text} ${sign} ${wanted} when ${value.is('array')} then ${value.elements} ${sign} ${wanted} else ${asNumbers} end`,
  )
}

const among = (value: JsonValue, wanted: unknown[]): SQL =>
  or(wanted.map((one) => (one === null ? value.isNull : value.has(one as string | number | boolean))))

/** `Number(value)`; NULL where that is not a number. */
const asNumber = (value: JsonValue): SQL =>
  sql`case when ${value.isNull} then 0 when ${value.is('number')} then ${value.number} when ${value.isTrue} then 1 when ${value.is('boolean')} then 0 when ${value.is('string')} then ${value.asNumber(value.text)} when ${value.is('array')} then ${value.asNumber(value.elements)} end`

/** `Boolean(value)`. */
const truthy = (value: JsonValue): SQL =>
  surely(
    sql`case when ${value.is('string')} then ${value.text} <> '' when ${value.is('number')} then ${value.number} <> 0 when ${value.is('boolean')} then ${value.isTrue} else ${not(value.isNull)} end`,
  )

/** Whether `matchSql` can say it. The rest (regular expressions, versions, whole lists) has no place in a segment. */
export function isCompilable(match: Match): boolean {
  return Object.entries(match).every(([key, wanted]) => {
    if (key === '$or' || key === '$nor' || key === '$and')
      return Array.isArray(wanted) && wanted.every((part) => isPlain(part) && isCompilable(part))
    if (key === '$not') return isPlain(wanted) && isCompilable(wanted)
    return isKey(key) && isValue(wanted)
  })
}

function isValue(wanted: unknown): boolean {
  if (isScalar(wanted)) return true
  if (!isOperators(wanted)) return false
  return Object.entries(wanted).every(([operator, operand]) => {
    if (operator === '$in' || operator === '$nin') return Array.isArray(operand) && operand.every(isScalar)
    if (operator === '$not') return isValue(operand)
    return (operator in comparisons || ['$eq', '$ne', '$exists'].includes(operator)) && isScalar(operand)
  })
}

/** Names that both databases can walk down to: no quotes, no positions in a list. */
const isKey = (key: string) => key.split('.').every((part) => /^[^\p{C}"\\$\d][^\p{C}"\\]*$/u.test(part))
const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const isPlain = (value: unknown): value is Match =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isOperators = (value: unknown): value is Record<string, unknown> =>
  isPlain(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key.startsWith('$'))
