import { evalCondition } from '@growthbook/growthbook'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { matches } from './matches'
import type { Match } from './traits'

// Words that meet one another often, and meet JavaScript's conversions: '' is 0, '12' is 12, null is 0.
const word = fc.constantFrom('', 'SP', 'sp', '12', 'true', 'null', 'v2.10', '2.9.1', '2.9.1-rc', ' 7 ', 'a,b')
const scalar = fc.oneof(word, fc.constantFrom(0, 1, -1, 2.5, 12, 7), fc.boolean(), fc.constant(null))
const list = fc.array(scalar, { maxLength: 3 })
const thing = fc.dictionary(fc.constantFrom('uf', 'caixas'), scalar, { maxKeys: 2 })
const values = fc.dictionary(
  fc.constantFrom('uf', 'caixas', 'item'),
  fc.oneof(scalar, list, thing, fc.array(thing, { maxLength: 2 })),
  { maxKeys: 3 },
)

const compared = [
  '$eq',
  '$ne',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$veq',
  '$vne',
  '$vlt',
  '$vlte',
  '$vgt',
  '$vgte',
]
const listed = ['$in', '$nin', '$ini', '$nini', '$all', '$alli']
const { match } = fc.letrec<{ match: Match; wanted: unknown }>((tie) => ({
  wanted: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    list,
    thing,
    fc.dictionary(fc.constantFrom(...compared), scalar, { minKeys: 1, maxKeys: 2 }),
    fc.dictionary(fc.constantFrom(...listed), list, { minKeys: 1, maxKeys: 2 }),
    fc.record({ $exists: scalar }),
    fc.record({ $type: fc.constantFrom('null', 'array', 'string', 'number', 'boolean', 'object') }),
    fc.record({ $not: tie('wanted') }),
    fc.record({ $size: tie('wanted') }),
    fc.record({ $elemMatch: fc.oneof(tie('wanted'), tie('match')) }),
    fc.record({ $new: scalar }),
  ),
  match: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.dictionary(fc.constantFrom('uf', 'caixas', 'item', 'item.uf', 'item.0'), tie('wanted'), {
      maxKeys: 2,
    }) as fc.Arbitrary<Match>,
    fc.record({ $or: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $nor: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $and: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $not: tie('match') }),
  ),
}))

/** GrowthBook's answer, or undefined where it fails or does not know an operator. */
function theirs(given: Record<string, unknown>, asked: Match) {
  complaints = 0
  try {
    const answer = evalCondition(given, asked as Parameters<typeof evalCondition>[1])
    return complaints ? undefined : answer
  } catch {
    return undefined
  }
}

let complaints = 0
vi.spyOn(console, 'error').mockImplementation(() => {
  complaints++
})

test('a rule about a shop means what GrowthBook’s evaluator takes it to mean', () => {
  let read = 0
  fc.assert(
    fc.property(values, match, (given, asked) => {
      const wanted = theirs(given, asked)
      if (wanted === undefined) return
      read++
      expect(matches(given, asked)).toBe(wanted)
    }),
    { numRuns: 4000, seed: 20261122 },
  )
  expect(read).toBeGreaterThan(2000)
})

test('a rule that cannot be read, or has an operator of tomorrow, leaves everybody out', () => {
  expect(matches({ uf: 'SP' }, { uf: { $like: 'S%' } })).toBe(false)
  expect(matches({ uf: 'SP' }, { uf: { $nin: 'RJ' } })).toBe(false)
  expect(matches({ uf: 'SP' }, { $savedGroup: { id: 'donos' } })).toBe(false)
})
