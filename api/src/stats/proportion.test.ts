// Reference values: R 4.2.2, prop.test(…, correct = FALSE), 16 digits.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareProportions, proportion, type Tally } from './proportion'

const tally: fc.Arbitrary<Tally> = fc
  .integer({ min: 1, max: 5000 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((count) => ({ count, of })))

describe('the Wilson interval agrees with R', () => {
  test.each([
    [81, 263, 0.2552885198782743, 0.3662095769828002],
    [15, 25, 0.40739457358967, 0.7659669762225203],
    [0, 10, 0, 0.2775327998628891],
    [10, 10, 0.7224672001371109, 1],
    [1, 1, 0.2065493143772375, 1],
    [1161, 1842, 0.6079986270328382, 0.6520453749621496],
    [1842, 1842, 0.9979188576557662, 1],
  ])('for %i of %i shops', (count, of, low, high) => {
    const got = proportion({ count, of })
    if (!got.computable) throw new Error(got.because)
    expect(got.share).toBe(count / of)
    expect(got.interval.low).toBeCloseTo(low, 13)
    expect(got.interval.high).toBeCloseTo(high, 13)
  })

  test('at another level', () => {
    const got = proportion({ count: 15, of: 25 }, 0.9)
    expect(got.computable && got.interval.low).toBeCloseTo(0.436832551911111, 13)
    expect(got.computable && got.interval.high).toBeCloseTo(0.7436367468876788, 13)
  })
})

describe('a share', () => {
  test('of nobody is not computable', () => {
    expect(proportion({ count: 0, of: 0 })).toEqual({ computable: false, because: 'nobody' })
  })

  test('that cannot be is refused', () => {
    for (const [count, of] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
      [1, Number.NaN],
      [1, Infinity],
    ] as const) {
      expect(() => proportion({ count, of })).toThrow(RangeError)
    }
  })

  test('lies in its interval, and the interval between 0 and 1', () => {
    fc.assert(
      fc.property(tally, (counted) => {
        const got = proportion(counted)
        if (!got.computable) throw new Error(got.because)
        expect(got.interval.low).toBeGreaterThanOrEqual(0)
        expect(got.interval.low).toBeLessThanOrEqual(got.share)
        expect(got.interval.high).toBeGreaterThanOrEqual(got.share)
        expect(got.interval.high).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('of everybody ends at exactly 1, of nobody begins at exactly 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(0.8, 0.9, 0.95, 0.99), (of, level) => {
        expect(proportion({ count: of, of }, level)).toMatchObject({ interval: { high: 1 } })
        expect(proportion({ count: 0, of }, level)).toMatchObject({ interval: { low: 0 } })
      }),
      { examples: [[29, 0.95]] },
    )
  })

  test('and its complement have mirrored intervals', () => {
    fc.assert(
      fc.property(tally, ({ count, of }) => {
        const did = proportion({ count, of })
        const didNot = proportion({ count: of - count, of })
        if (!did.computable || !didNot.computable) throw new Error('nobody')
        expect(did.interval.low).toBeCloseTo(1 - didNot.interval.high, 12)
        expect(did.interval.high).toBeCloseTo(1 - didNot.interval.low, 12)
      }),
    )
  })
})

describe('two shares compared agree with R', () => {
  test.each([
    [
      230, 500, 265, 500, 4.900490049004901, 0.026849075314123665, -0.13182436030069905,
      -0.008175639699300963,
    ],
    [9, 12, 1, 15, 13.34911764705882, 2.585442430300248e-4, 0.4077290257352927, 0.9589376409313739],
  ])('for %i of %i against %i of %i', (count, of, otherCount, otherOf, chiSquare, p, low, high) => {
    const got = compareProportions({ count, of }, { count: otherCount, of: otherOf })
    if (!got.computable) throw new Error(got.because)
    expect(got.difference).toBeCloseTo(count / of - otherCount / otherOf, 15)
    expect(got.chiSquare).toBeCloseTo(chiSquare, 12)
    expect(Math.abs(got.p / p - 1)).toBeLessThan(1e-11)
    expect(got.interval!.low).toBeCloseTo(low, 13)
    expect(got.interval!.high).toBeCloseTo(high, 13)
  })

  test('when all of one and none of the other did, but without an interval', () => {
    const got = compareProportions({ count: 5, of: 5 }, { count: 0, of: 9 })
    if (!got.computable) throw new Error(got.because)
    expect(got.difference).toBe(1)
    expect(got.chiSquare).toBeCloseTo(14, 12)
    expect(Math.abs(got.p / 1.828106329818349e-4 - 1)).toBeLessThan(1e-11)
    expect(got.interval).toBeNull()
  })
})

describe('a comparison of shares', () => {
  test('with an empty group is not computable', () => {
    const empty = { count: 0, of: 0 }
    const some = { count: 3, of: 7 }
    expect(compareProportions(empty, some)).toEqual({ computable: false, because: 'nobody' })
    expect(compareProportions(some, empty)).toEqual({ computable: false, because: 'nobody' })
  })

  test('has no test when everybody did it, or nobody', () => {
    const noVariation = { computable: false, because: 'no variation' }
    expect(compareProportions({ count: 0, of: 10 }, { count: 0, of: 12 })).toEqual(noVariation)
    expect(compareProportions({ count: 10, of: 10 }, { count: 12, of: 12 })).toEqual(noVariation)
  })

  test('read from the other side changes its sign only', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        const there = compareProportions(a, b)
        const back = compareProportions(b, a)
        expect(back.computable).toBe(there.computable)
        if (!there.computable || !back.computable) return
        expect(back.difference).toBeCloseTo(-there.difference, 12)
        expect(back.p).toBeCloseTo(there.p, 12)
        if (there.interval) expect(back.interval!.low).toBeCloseTo(-there.interval.high, 12)
      }),
    )
  })
})
