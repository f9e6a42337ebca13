import type { Match } from '#contract/traits'

export type Value = string | number | boolean
export const operators = [
  'is',
  'isNot',
  'in',
  'notIn',
  'gte',
  'gt',
  'lte',
  'lt',
  'exists',
  'missing',
] as const
export type Operator = (typeof operators)[number]

/** One question about one trait or property. `in` and `notIn` hold a list, `exists` and `missing` nothing. */
export interface Test {
  name: string
  operator: Operator
  value: Value | Value[]
}

const signs = {
  $eq: 'is',
  $ne: 'isNot',
  $in: 'in',
  $nin: 'notIn',
  $gte: 'gte',
  $gt: 'gt',
  $lte: 'lte',
  $lt: 'lt',
} as const satisfies Record<string, Operator>
const signOf = Object.fromEntries(Object.entries(signs).map(([sign, operator]) => [operator, sign]))

const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value)

/** The questions of a match, in its order; undefined when it says something that these words cannot. */
export function readMatch(match: Match): Test[] | undefined {
  const tests: Test[] = []
  for (const [name, wanted] of Object.entries(match)) {
    const read = name === '$and' ? readAll(wanted) : readTrait(name, wanted)
    if (!read) return undefined
    tests.push(...read)
  }
  return tests
}

function readAll(parts: unknown): Test[] | undefined {
  if (!Array.isArray(parts)) return undefined
  const read = parts.map((part) => readMatch(part as Match))
  return read.every((tests) => tests !== undefined) ? read.flat() : undefined
}

function readTrait(name: string, wanted: unknown): Test[] | undefined {
  if (name.startsWith('$')) return undefined
  if (isValue(wanted)) return [{ name, operator: 'is', value: wanted }]
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return undefined
  const tests: Test[] = []
  for (const [sign, value] of Object.entries(wanted)) {
    const test = readSign(name, sign, value)
    if (!test) return undefined
    tests.push(test)
  }
  return tests.length ? tests : undefined
}

function readSign(name: string, sign: string, value: unknown): Test | undefined {
  if (sign === '$exists') return { name, operator: value ? 'exists' : 'missing', value: [] }
  const operator = (signs as Record<string, Operator>)[sign]
  if (!operator) return undefined
  if (operator === 'in' || operator === 'notIn')
    return Array.isArray(value) && value.every(isValue) ? { name, operator, value } : undefined
  return isValue(value) ? { name, operator, value } : undefined
}

/** The match that asks these questions, all of them. */
export function writeMatch(tests: Test[]): Match {
  const match: Record<string, Record<string, unknown>> = {}
  const again: Test[] = []
  for (const test of tests) {
    const [sign, value] = writeTest(test)
    const asked = match[test.name] ?? {}
    match[test.name] = asked
    // The same sign twice for one trait (uf ≠ SP, uf ≠ MG) has no short form.
    if (sign in asked) again.push(test)
    else asked[sign] = value
  }
  const short = Object.fromEntries(Object.entries(match).map(([name, asked]) => [name, shorten(asked)]))
  return again.length ? { $and: [short, writeMatch(again)] } : short
}

const writeTest = ({ operator, value }: Test): [string, unknown] =>
  operator === 'exists' || operator === 'missing'
    ? ['$exists', operator === 'exists']
    : [signOf[operator]!, value]

const shorten = (asked: Record<string, unknown>) =>
  Object.keys(asked).length === 1 && '$eq' in asked ? asked.$eq : asked

/** The same question with another operator: what was typed is kept as far as it fits. */
export function withOperator(test: Test, operator: Operator): Test {
  const listed = Array.isArray(test.value) ? test.value : test.value === '' ? [] : [test.value]
  if (operator === 'in' || operator === 'notIn') return { ...test, operator, value: listed }
  if (operator === 'exists' || operator === 'missing') return { ...test, operator, value: listed }
  return { ...test, operator, value: listed[0] ?? '' }
}

/** What somebody typed, as the kind of value that tills send: "3" is a number unless known values are words. */
export function readValue(text: string, known: readonly Value[]): Value {
  const typed = text.trim()
  const same = known.find((value) => String(value) === typed)
  if (same !== undefined) return same
  if (known.some((value) => typeof value === 'string')) return typed
  const plain = /^-?(0|[1-9]\d*)([.,]\d+)?$/.test(typed)
  return plain ? Number(typed.replace(',', '.')) : typed
}
