// Reference values: R 4.2.2, survival 3.5-3, survfit(Surv(time, factor(cause)) ~ 1), 11 digits or more.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { competingShops, shops, shuffled } from './arbitrary'
import { cumulativeIncidence, incidenceAt } from './cumulative-incidence'
import { kaplanMeier, survivalAt } from './kaplan-meier'
import { sixteenShops } from './published'

/** time · value: incidence, standard error, band from, to · churn: the same four · event-free */
const SIXTEEN: (number | null)[][] = [
  [1, 0.125, 0.082679728471, 0.034189528633, 0.45701127289, 0, 0, null, null, 0.875],
  [2, 0.1875, 0.097578093725, 0.067611713774, 0.51997276859, 0, 0, null, null, 0.8125],
  [
    3, 0.25, 0.10825317547, 0.10699387794, 0.58414557173, 0.0625, 0.060515364784, 0.0093693112616,
    0.416919653, 0.6875,
  ],
  [
    4, 0.25, 0.10825317547, 0.10699387794, 0.58414557173, 0.0625, 0.060515364784, 0.0093693112616,
    0.416919653, 0.6875,
  ],
  [
    5, 0.31875, 0.11814607947, 0.15415180853, 0.65910068439, 0.0625, 0.060515364784, 0.0093693112616,
    0.416919653, 0.61875,
  ],
  [
    6, 0.3875, 0.12458524943, 0.20634864688, 0.72768226141, 0.13125, 0.086678622473, 0.035971498773,
    0.47889476635, 0.48125,
  ],
  [
    7, 0.3875, 0.12458524943, 0.20634864688, 0.72768226141, 0.13125, 0.086678622473, 0.035971498773,
    0.47889476635, 0.48125,
  ],
  [
    8, 0.46770833333, 0.13136020024, 0.26971636738, 0.81104119559, 0.13125, 0.086678622473, 0.035971498773,
    0.47889476635, 0.40104166667,
  ],
  [
    9, 0.46770833333, 0.13136020024, 0.26971636738, 0.81104119559, 0.21145833333, 0.109163341, 0.076877659658,
    0.58163355824, 0.32083333333,
  ],
  [
    10, 0.46770833333, 0.13136020024, 0.26971636738, 0.81104119559, 0.21145833333, 0.109163341,
    0.076877659658, 0.58163355824, 0.32083333333,
  ],
  [
    12, 0.57465277778, 0.13987235896, 0.35663197657, 0.92595683141, 0.21145833333, 0.109163341,
    0.076877659658, 0.58163355824, 0.21388888889,
  ],
  [
    14, 0.57465277778, 0.13987235896, 0.35663197657, 0.92595683141, 0.21145833333, 0.109163341,
    0.076877659658, 0.58163355824, 0.21388888889,
  ],
]

/** time · incidence of v, c and o · standard errors of v, c and o */
const FORTY_TIMES =
  '10o 3o 15+ 12c 7v 2o 15+ 10c 6+ 8+ 8o 3+ 8+ 8v 6o 15+ 8c 11+ 10c 12v 3o 4o 8+ 2o 15v 15c 6o 6v 11v 5v 4o 11c 6o ' +
  '10v 7c 2+ 4o 6v 8c 11+'
const FORTY: number[][] = [
  [2, 0, 0, 0.05, 0, 0, 0.03446012188023],
  [4, 0, 0, 0.1806438791733, 0, 0, 0.06189524183805],
  [6, 0.07929252782194, 0, 0.2599364069952, 0.04391845263248, 0, 0.07084040877675],
  [
    8, 0.13435678325384, 0.08259638314785, 0.2874685347112, 0.05592359733765, 0.04562394928416,
    0.07335939949302,
  ],
  [
    11, 0.20043388977213, 0.18171204292528, 0.3205070879703, 0.06822938105131, 0.0671400921526,
    0.07701177625759,
  ],
  [
    15, 0.28539016958135, 0.2666683227345, 0.3205070879703, 0.0817786107488, 0.08090253634382,
    0.07701177625759,
  ],
]

function expectSame(got: number | null | undefined, truth: number | null | undefined) {
  if (truth === null) expect(got ?? null).toBeNull()
  else expect(Math.abs(got! - truth!)).toBeLessThan(1e-9)
}

describe('the cumulative incidence agrees with R', () => {
  test.each([
    ['valor', 1],
    ['churn', 5],
  ])('for sixteen shops and %s', (cause, column) => {
    const { steps, n } = cumulativeIncidence(sixteenShops, cause)
    expect(n).toBe(16)
    expect(steps.map(({ time }) => time)).toEqual(SIXTEEN.map(([time]) => time))
    for (const [i, step] of steps.entries()) {
      const row = SIXTEEN[i]!
      expectSame(step.incidence, row[column])
      expectSame(step.standardError, row[column + 1])
      expectSame(step.band?.low, row[column + 2])
      expectSame(step.band?.high, row[column + 3])
      expectSame(step.eventFree, row[9])
    }
  })

  test('for three causes and many ties', () => {
    const causes: Record<string, string | null> = { v: 'v', c: 'c', o: 'o', '+': null }
    const forty = FORTY_TIMES.split(' ').map((text) => ({
      time: Number.parseInt(text, 10),
      cause: causes[text.at(-1)!]!,
    }))
    for (const [i, cause] of ['v', 'c', 'o'].entries()) {
      const curve = cumulativeIncidence(forty, cause)
      for (const row of FORTY) {
        const got = incidenceAt(curve, row[0]!)
        if (!got.computable) throw new Error(got.because)
        expectSame(got.incidence, row[1 + i])
        expectSame(got.standardError, row[4 + i])
      }
    }
  })

  test('for late entries', () => {
    const entries = [0, 0, 1, 0, 2, 0, 1, 4, 0, 2, 0, 5, 3, 0, 8, 2]
    const late = sixteenShops.map((shop, i) => ({ ...shop, entry: entries[i]! }))
    const value = cumulativeIncidence(late, 'valor')
    const churn = cumulativeIncidence(late, 'churn')
    // time, value, churn; no standard errors, since R's are of another kind (infinitesimal jackknife) here.
    for (const [time, v, c] of [
      [1, 0.2857142857143, 0],
      [2, 0.3877551020408, 0],
      [3, 0.4557823129252, 0.06802721088435],
      [6, 0.5673894557823, 0.12011054421769],
      [9, 0.6298894557823, 0.17011054421769],
      [12, 0.696556122449, 0.17011054421769],
    ] as const) {
      expect(incidenceAt(value, time)).toMatchObject({ incidence: expect.closeTo(v, 9) })
      expect(incidenceAt(churn, time)).toMatchObject({ incidence: expect.closeTo(c, 9) })
    }
  })
})

test('Kaplan-Meier alone would call more shops activated than there are', () => {
  const ifNobodyLeft = survivalAt(
    kaplanMeier(sixteenShops.map(({ time, cause }) => ({ time, event: cause === 'valor' }))),
    12,
  )
  const reallyHappens = incidenceAt(cumulativeIncidence(sixteenShops, 'valor'), 12)
  expect(ifNobodyLeft.computable && 1 - ifNobodyLeft.survival).toBeCloseTo(0.6667, 4)
  expect(reallyHappens.computable && reallyHappens.incidence).toBeCloseTo(0.57465278, 8)
})

describe('the incidence at an age', () => {
  const churn = cumulativeIncidence(sixteenShops, 'churn')

  test('is nothing before the first shop left', () => {
    expect(incidenceAt(churn, 0)).toEqual({ computable: true, incidence: 0, standardError: 0, band: null })
    expect(incidenceAt(churn, 2)).toMatchObject({ incidence: 0, band: null })
  })

  test('is unknown past the last age anyone was watched to', () => {
    expect(incidenceAt(churn, 15)).toEqual({ computable: false, because: 'follow-up too short' })
    expect(incidenceAt(cumulativeIncidence([], 'churn'), 1)).toEqual({
      computable: false,
      because: 'nobody',
    })
  })

  test('stays what it is once nobody is left', () => {
    const all = cumulativeIncidence(
      [
        { time: 2, cause: 'valor' },
        { time: 3, cause: 'churn' },
      ],
      'valor',
    )
    expect(incidenceAt(all, 99)).toMatchObject({ computable: true, incidence: 0.5 })
  })
})

describe('for any shops', () => {
  test('the incidences of all causes and the share still on its way add up to one', () => {
    fc.assert(
      fc.property(competingShops, (list) => {
        const curves = ['valor', 'churn', 'obito'].map((cause) => cumulativeIncidence(list, cause))
        for (const [i, { eventFree }] of curves[0]!.steps.entries()) {
          const sum = curves.reduce((total, curve) => total + curve.steps[i]!.incidence, eventFree)
          expect(sum).toBeCloseTo(1, 12)
        }
      }),
    )
  })

  test('an incidence never falls, and never passes what Kaplan-Meier says', () => {
    fc.assert(
      fc.property(competingShops, (list) => {
        const km = kaplanMeier(list.map(({ time, cause }) => ({ time, event: cause === 'valor' })))
        let before = 0
        for (const [i, step] of cumulativeIncidence(list, 'valor').steps.entries()) {
          expect(step.incidence).toBeGreaterThanOrEqual(before)
          expect(step.incidence).toBeLessThanOrEqual(1 - km.steps[i]!.survival + 1e-12)
          expect(step.standardError).toBeGreaterThanOrEqual(0)
          before = step.incidence
        }
      }),
    )
  })

  test('with one cause only it is Kaplan-Meier upside down, with the same error', () => {
    fc.assert(
      fc.property(shops, (list) => {
        const km = kaplanMeier(list)
        const { steps } = cumulativeIncidence(
          list.map(({ time, event }) => ({ time, cause: event ? 'valor' : null })),
          'valor',
        )
        for (const [i, step] of km.steps.entries()) {
          expect(steps[i]!.incidence).toBeCloseTo(1 - step.survival, 12)
          if (step.standardError !== null) {
            expect(steps[i]!.standardError ** 2).toBeCloseTo(step.standardError ** 2, 12)
          }
        }
      }),
    )
  })

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(shuffled(competingShops), ({ list, other }) => {
        expect(cumulativeIncidence(other, 'valor')).toEqual(cumulativeIncidence(list, 'valor'))
      }),
    )
  })
})
