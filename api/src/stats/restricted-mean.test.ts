// Reference values: R 4.2.2, survival 3.5-3, summary(survfit(…), rmean = τ)$table, 14 digits.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shops } from './arbitrary'
import { kaplanMeier, type Subject } from './kaplan-meier'
import { aml, amlEnteringLate, freireich } from './published'
import { restrictedMean } from './restricted-mean'

const amlLate = [...amlEnteringLate.maintained, ...amlEnteringLate.nonmaintained]

describe('the restricted mean agrees with R', () => {
  test.each<[string, number, Subject[], number, number]>([
    ['Freireich, 6-MP', 20, freireich.sixMp, 16.116526610644, 1.251560196005],
    ['Freireich, placebo', 20, freireich.placebo, 8.4285714285714, 1.2680826825039],
    ['aml, maintained', 48, aml.maintained, 31.8431818181818, 4.5278847117505],
    ['aml, maintained', 40, aml.maintained, 28.897727272727, 3.467577678892],
    ['aml, nonmaintained', 48, aml.nonmaintained, 22.7083333333333, 4.1809419810332],
    ['aml with late entries', 48, amlLate, 14.24049744897959, 3.04896709891008],
  ])('for %s within %i weeks', (_, horizon, subjects, mean, standardError) => {
    const got = restrictedMean(kaplanMeier(subjects), horizon)
    if (!got.computable) throw new Error(got.because)
    expect(got.mean).toBeCloseTo(mean, 10)
    expect(got.standardError).toBeCloseTo(standardError, 10)
    expect(got.interval.low).toBeCloseTo(mean - 1.959963984540054 * standardError, 9)
    expect(got.interval.high).toBeCloseTo(Math.min(horizon, mean + 1.959963984540054 * standardError), 9)
  })
})

test('nobody got there within the horizon, so everybody spent all of it', () => {
  expect(restrictedMean(kaplanMeier(aml.maintained), 5)).toMatchObject({ mean: 5, standardError: 0 })
})

test('a horizon nobody was watched to has no mean', () => {
  expect(restrictedMean(kaplanMeier(freireich.sixMp), 36)).toEqual({
    computable: false,
    because: 'follow-up too short',
  })
  expect(restrictedMean(kaplanMeier([]), 7)).toEqual({ computable: false, because: 'nobody' })
})

test('a horizon that is no age is refused', () => {
  for (const horizon of [0, -1, Number.NaN, Infinity]) {
    expect(() => restrictedMean(kaplanMeier(aml.maintained), horizon)).toThrow(RangeError)
  }
})

test('without censoring it is the plain mean of the capped times', () => {
  fc.assert(
    fc.property(shops, fc.integer({ min: 1, max: 25 }), (list, horizon) => {
      const all = list.map(({ time }) => ({ time, event: true }))
      const mean = all.reduce((sum, { time }) => sum + Math.min(time, horizon), 0) / all.length
      const got = restrictedMean(kaplanMeier(all), horizon)
      expect(got.computable && got.mean).toBeCloseTo(mean, 10)
    }),
  )
})
