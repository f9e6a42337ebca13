// Reference values: R 4.2.2, survival 3.5-3, print(survfit(…)) and quantile(survfit(…)); "not reached" is R's NA.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shops, shopsEnteringLate, shuffled } from './arbitrary'
import { type BandScale, kaplanMeier, type Subject } from './kaplan-meier'
import { aml, amlEnteringLate, four, freireich, nobodyYet, six, sixteenShops } from './published'
import { median, NOT_REACHED, quantile, type Reached } from './survival-quantile'

const NO = NOT_REACHED
const amlAll = [...aml.maintained, ...aml.nonmaintained]
const amlLate = [...amlEnteringLate.maintained, ...amlEnteringLate.nonmaintained]
const toValue = sixteenShops.map(({ time, cause }) => ({ time, event: cause === 'valor' }))

describe('the median and its interval agree with R', () => {
  test.each<[string, Subject[], BandScale, Reached, Reached, Reached]>([
    ['aml', amlAll, 'log', 27, 18, 45],
    ['aml', amlAll, 'log-log', 27, 13, 34],
    ['aml', amlAll, 'plain', 27, 18, 34],
    ['aml, maintained', aml.maintained, 'log', 31, 18, NO],
    ['aml, maintained', aml.maintained, 'log-log', 31, 13, NO],
    ['aml, maintained', aml.maintained, 'plain', 31, 18, 48],
    ['aml, nonmaintained', aml.nonmaintained, 'log', 23, 8, NO],
    ['aml, nonmaintained', aml.nonmaintained, 'log-log', 23, 5, 33],
    ['aml, nonmaintained', aml.nonmaintained, 'plain', 23, 8, 33],
    ['Freireich, 6-MP', freireich.sixMp, 'log', 23, 16, NO],
    ['Freireich, 6-MP', freireich.sixMp, 'log-log', 23, 13, NO],
    ['Freireich, placebo', freireich.placebo, 'log', 8, 4, 12],
    ['Freireich, placebo', freireich.placebo, 'log-log', 8, 4, 11],
    ['six shops', six, 'log', 15, 10, NO],
    ['four shops', four, 'log', 2.5, 1, NO],
    ['nobody yet', nobodyYet, 'log', NO, NO, NO],
    ['sixteen shops to value', toValue, 'log', 10, 5, NO],
    ['aml with late entries', amlLate, 'log', 9, 8, 27],
  ])('for %s (%#), band on the %s scale', (_, subjects, band, value, low, high) => {
    expect(median(kaplanMeier(subjects, { band }))).toEqual({ value, low, high })
  })
})

describe('the quartiles agree with R', () => {
  test.each<[string, Subject[], [Reached, Reached, Reached]]>([
    ['aml, maintained', aml.maintained, [18, 31, 48]],
    ['aml, nonmaintained', aml.nonmaintained, [8, 23, 33]],
    ['Freireich, 6-MP', freireich.sixMp, [13, 23, NO]],
    ['Freireich, placebo', freireich.placebo, [4, 8, 12]],
    ['four shops', four, [1.5, 2.5, 3.5]],
    ['sixteen shops to value', toValue, [4, 10, NO]],
    ['aml with late entries', amlLate, [6.5, 9, 23]],
  ])('for %s', (_, subjects, truth) => {
    const curve = kaplanMeier(subjects)
    expect([0.25, 0.5, 0.75].map((share) => quantile(curve, share).value)).toEqual(truth)
  })

  test('with their intervals', () => {
    const curve = kaplanMeier(aml.nonmaintained)
    expect(quantile(curve, 0.25)).toEqual({ value: 8, low: 5, high: 30 })
    expect(quantile(curve, 0.75)).toEqual({ value: 33, low: 27, high: NO })
  })
})

test('a curve that ends flat at exactly one half says when it got there', () => {
  const half = [1, 2]
    .map((time) => ({ time, event: true }))
    .concat([3, 4].map((time) => ({ time, event: false })))
  expect(median(kaplanMeier(half))).toEqual({ value: 2, low: 1, high: NO })
})

test('one half is recognised through rounding', () => {
  const oneADay = (n: number) => Array.from({ length: n }, (_, day) => ({ time: day, event: true }))
  const halfOf = (n: number) => kaplanMeier(oneADay(n)).steps[n / 2 - 1]!.survival
  expect(halfOf(12)).toBeLessThan(0.5)
  expect(halfOf(24)).toBeGreaterThan(0.5)
  expect(median(kaplanMeier(oneADay(12))).value).toBe(5.5)
  expect(median(kaplanMeier(oneADay(24))).value).toBe(11.5)
})

test('a single shop has a median, but no upper end', () => {
  expect(median(kaplanMeier([{ time: 3, event: true }]))).toEqual({ value: 3, low: 3, high: NO })
})

test('the median of no shops is not reached', () => {
  expect(median(kaplanMeier([]))).toEqual({ value: NO, low: NO, high: NO })
})

test('a share that is no share is refused', () => {
  for (const share of [0, 1, Number.NaN]) {
    expect(() => quantile(kaplanMeier(four), share)).toThrow(RangeError)
  }
})

describe('for any shops', () => {
  test('more shops take longer, and the interval holds the value', () => {
    const asNumber = (reached: Reached) => (reached === NO ? Infinity : reached)
    fc.assert(
      fc.property(shops, (list) => {
        const curve = kaplanMeier(list)
        const found = [0.1, 0.25, 0.5, 0.75, 0.9].map((share) => quantile(curve, share))
        for (const [i, { value, low, high }] of found.entries()) {
          expect(asNumber(low)).toBeLessThanOrEqual(asNumber(value))
          expect(asNumber(high)).toBeGreaterThanOrEqual(asNumber(value))
          if (i > 0) expect(asNumber(value)).toBeGreaterThanOrEqual(asNumber(found[i - 1]!.value))
        }
      }),
    )
  })

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(shuffled(shopsEnteringLate), ({ list, other }) => {
        expect(median(kaplanMeier(other))).toEqual(median(kaplanMeier(list)))
      }),
    )
  })

  test('counting in hours instead of days changes the unit only', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const inHours = list.map((shop) => ({ ...shop, time: shop.time * 24 }))
        const days = median(kaplanMeier(list)).value
        expect(median(kaplanMeier(inHours)).value).toBe(days === NO ? NO : days * 24)
      }),
    )
  })
})
