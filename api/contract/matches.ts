// Runs in tills: no schema library here, and of GrowthBook's evaluator, to which a test holds it, only the rules.
import type { Match } from './traits'

/** Whether values pass a test in GrowthBook's syntax; one that cannot be read is not passed. Never throws. */
export function matches(values: Record<string, unknown>, match: Match): boolean {
  try {
    return passes(values, match)
  } catch {
    return false
  }
}

type List = unknown[]

/** What a key of a match asks of the whole; any other key names a value. */
const wholes: Record<string, (values: unknown, wanted: never) => boolean> = {
  // Nothing to choose from is passed.
  $or: (values, wanted: Match[]) => !wanted.length || wanted.some((one) => passes(values, one)),
  $nor: (values, wanted: Match[]) => !wholes.$or!(values, wanted as never),
  $and: (values, wanted: Match[]) => wanted.every((one) => passes(values, one)),
  $not: (values, wanted: Match) => !passes(values, wanted),
}

const passes = (values: unknown, match: Match): boolean =>
  Object.entries(match).every(([key, wanted]) =>
    key.startsWith('$') ? wholes[key]!(values, wanted as never) : isTrue(at(values, key), wanted),
  )

/** The value at a path such as `item.grupo`, or null. */
const at = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value && typeof value === 'object' && key in value ? (value as Record<string, unknown>)[key] : null,
      values,
    )

const same = (value: unknown) => value
const folded = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value)

/** Whether one value is as wanted: texts and numbers by their looks, anything else by its operators. */
function isTrue(value: unknown, wanted: unknown, as = same): boolean {
  if (typeof wanted === 'string') return as(`${value}`) === as(wanted)
  if (typeof wanted === 'number') return (value as number) * 1 === wanted
  if (typeof wanted === 'boolean') return value !== null && !!value === wanted
  if (wanted === null) return value === null
  return isOperators(wanted)
    ? Object.keys(wanted).every((key) => operators[key]!(value as never, wanted[key] as never))
    : JSON.stringify(value) === JSON.stringify(wanted)
}

const isOperators = (wanted: unknown): wanted is Record<string, unknown> => {
  const keys = Object.keys(wanted as object)
  return !Array.isArray(wanted) && keys.length > 0 && keys.every((key) => key.startsWith('$'))
}

const isAmong = (value: unknown, wanted: List, as = same) =>
  ([] as List).concat(value).some((one) => wanted.map(as).includes(as(one)))

const holdsAll = (value: List, wanted: List, as = same) =>
  Array.isArray(value) && wanted.every((each) => value.some((one) => isTrue(one, each, as)))

const isSet = (value: unknown) => value !== null && value !== undefined

/** Numbers padded, so that versions can be compared as texts; a release comes after its candidates. */
const version = (value: unknown) => {
  const text = typeof value === 'number' ? `${value}` : (typeof value === 'string' && value) || '0'
  const parts = text.replace(/^v|\+.*/g, '').split(/[-.]/)
  if (parts.length === 3) parts.push('~')
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(5) : part)).join('-')
}

// Lists that are none fail on their own methods, and so does an operator that is not here: nobody matches.
const operators: Record<string, (value: never, wanted: never) => boolean> = {
  $eq: (value: unknown, wanted: unknown) => value === wanted,
  $ne: (value: unknown, wanted: unknown) => value !== wanted,
  $lt: (value: number, wanted: number) => value < wanted,
  $lte: (value: number, wanted: number) => value <= wanted,
  $gt: (value: number, wanted: number) => value > wanted,
  $gte: (value: number, wanted: number) => value >= wanted,
  $exists: (value: unknown, wanted: unknown) => isSet(value) === !!wanted,
  $in: (value: unknown, wanted: List) => isAmong(value, wanted),
  $nin: (value: unknown, wanted: List) => !isAmong(value, wanted),
  $ini: (value: unknown, wanted: List) => isAmong(value, wanted, folded),
  $nini: (value: unknown, wanted: List) => !isAmong(value, wanted, folded),
  $not: (value: unknown, wanted: unknown) => !isTrue(value, wanted),
  $size: (value: unknown, wanted: unknown) => Array.isArray(value) && isTrue(value.length, wanted),
  $elemMatch: (value: unknown, wanted: Match) =>
    Array.isArray(value) &&
    value.some((one) => isSet(one) && (isOperators(wanted) ? isTrue(one, wanted) : passes(one, wanted))),
  $all: (value: List, wanted: List) => holdsAll(value, wanted),
  $alli: (value: List, wanted: List) => holdsAll(value, wanted, folded),
  $type: (value: unknown, wanted: unknown) =>
    (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value) === wanted,
  $veq: (value: unknown, wanted: unknown) => version(value) === version(wanted),
  $vne: (value: unknown, wanted: unknown) => version(value) !== version(wanted),
  $vlt: (value: unknown, wanted: unknown) => version(value) < version(wanted),
  $vlte: (value: unknown, wanted: unknown) => version(value) <= version(wanted),
  $vgt: (value: unknown, wanted: unknown) => version(value) > version(wanted),
  $vgte: (value: unknown, wanted: unknown) => version(value) >= version(wanted),
}
