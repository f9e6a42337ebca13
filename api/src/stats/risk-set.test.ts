import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shopsEnteringLate } from './arbitrary'
import { kaplanMeier } from './kaplan-meier'
import { amlEnteringLate, freireich } from './published'
import { moments, numbersAtRisk } from './risk-set'

describe('the row of numbers under a curve', () => {
  test("is Freireich's", () => {
    // R: summary(survfit(...), times = c(0, 5, 10, 15, 20, 25, 30, 35, 40), extend = TRUE)$n.risk
    expect(numbersAtRisk(freireich.sixMp, [0, 5, 10, 15, 20, 25, 30, 35, 40])).toEqual([
      21, 21, 15, 11, 8, 5, 4, 1, 0,
    ])
  })

  test('counts a shop imported on day 4 from the day after', () => {
    expect(numbersAtRisk([{ time: 9, entry: 4 }], [0, 4, 4.5, 9, 9.5])).toEqual([0, 0, 1, 1, 0])
  })

  test('counts a shop that entered at the clock start from the clock start', () => {
    expect(numbersAtRisk([{ time: 3, entry: 0 }], [0])).toEqual([1])
  })

  test('agrees with the curve at every step', () => {
    fc.assert(
      fc.property(shopsEnteringLate, (list) => {
        const { steps } = kaplanMeier(list)
        expect(
          numbersAtRisk(
            list,
            steps.map(({ time }) => time),
          ),
        ).toEqual(steps.map(({ atRisk }) => atRisk))
      }),
    )
  })
})

describe('the walk through ages', () => {
  test('goes forward, and nobody leaves before entering', () => {
    fc.assert(
      fc.property(shopsEnteringLate, (list) => {
        const inside = new Set<object>()
        let before = -1
        for (const { time, entered, leaving } of moments(list)) {
          expect(time).toBeGreaterThan(before)
          for (const shop of entered) inside.add(shop)
          for (const shop of leaving) expect(inside.delete(shop)).toBe(true)
          before = time
        }
        expect(inside.size).toBe(0)
      }),
    )
  })

  test('leaves its rows as it found them', () => {
    const rows = structuredClone(amlEnteringLate.nonmaintained).reverse()
    const copy = structuredClone(rows)
    moments(rows)
    expect(rows).toEqual(copy)
  })
})
