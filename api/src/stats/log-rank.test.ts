// Reference values: R 4.2.2, survival 3.5-3, survdiff(…) and pchisq(…, lower.tail = FALSE), 15 digits.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedShops, shuffled } from './arbitrary'
import type { Subject } from './kaplan-meier'
import { type Grouped, type LogRank, type LogRankOptions, logRank } from './log-rank'
import { aml, amlEnteringLate, freireich } from './published'

const amlGroups = [...as('maintained', aml.maintained), ...as('nonmaintained', aml.nonmaintained)]
const treatments = [...as('6-MP', freireich.sixMp), ...as('placebo', freireich.placebo)]
// The same patients dealt out in turn: three groups that should not differ, and two strata.
const dealt = treatments.map((patient, i) => ({ ...patient, group: 'abc'.charAt(i % 3) }))
const inStrata = treatments.map((patient, i) => ({ ...patient, stratum: i % 2 ? 'even' : 'odd' }))
const dealtWithinTreatment = dealt.map((patient, i) => ({ ...patient, stratum: treatments[i]!.group }))

function as(group: string, subjects: Subject[]): Grouped[] {
  return subjects.map((subject) => ({ ...subject, group }))
}

function tested(subjects: Grouped[], options?: LogRankOptions): LogRank {
  const result = logRank(subjects, options)
  if (!result.computable) throw new Error(result.because)
  return result
}

interface Case {
  name: string
  subjects: Grouped[]
  rho?: 0 | 1
  observed: number[]
  expected: number[]
  firstVariance: number
  chiSquare: number
  df?: number
  p: number
}

const CASES: Case[] = [
  {
    name: 'aml',
    subjects: amlGroups,
    observed: [7, 11],
    expected: [10.68933599230072, 7.31066400769928],
    firstVariance: 4.00755074593873,
    chiSquare: 3.3963886989776,
    p: 0.0653393220405051,
  },
  {
    name: 'aml, early differences first',
    subjects: amlGroups,
    rho: 1,
    observed: [3.84541062801932, 7.18150448585231],
    expected: [6.14285714285714, 4.88405797101449],
    firstVariance: 1.89914702841159,
    chiSquare: 2.77927954475177,
    p: 0.0954911154064931,
  },
  {
    name: 'Freireich',
    subjects: treatments,
    observed: [9, 21],
    expected: [19.2505009480311, 10.7494990519689],
    firstVariance: 6.2569605736755,
    chiSquare: 16.7929409892165,
    p: 4.16880910933453e-5,
  },
  {
    name: 'Freireich, early differences first',
    subjects: treatments,
    rho: 1,
    observed: [5.12151463950564, 14.5528516920678],
    expected: [11.99855967707756, 7.67580665449588],
    firstVariance: 3.27130490937143,
    chiSquare: 14.4571508187171,
    p: 0.000143384444819391,
  },
  {
    name: 'three groups',
    subjects: dealt,
    observed: [11, 10, 9],
    expected: [9.23662467099992, 9.85359989266227, 10.90977543633781],
    firstVariance: 6.02403691487504,
    chiSquare: 0.716380589169184,
    df: 2,
    p: 0.698940057842742,
  },
  {
    name: 'three groups, early differences first',
    subjects: dealt,
    rho: 1,
    observed: [7.19054984979166, 6.74371317742489, 5.74010330435689],
    expected: [6.19114195736599, 6.49938522802091, 6.98383914618654],
    firstVariance: 2.99123068238797,
    chiSquare: 0.56227214626292,
    df: 2,
    p: 0.754925603399955,
  },
  {
    name: 'two strata',
    subjects: inStrata,
    observed: [6 + 3, 10 + 11],
    expected: [10.47768262009748 + 8.64510663914689, 5.52231737990252 + 5.35489336085311],
    firstVariance: 6.35263998765734,
    chiSquare: 16.130437516712,
    p: 5.91261130291384e-5,
  },
  {
    name: 'two strata, early differences first',
    subjects: inStrata,
    rho: 1,
    observed: [3.59259259259259 + 1.61904761904762, 6.78835978835979 + 7.91156462585034],
    expected: [6.50793650793651 + 5.63265306122449, 3.87301587301587 + 3.89795918367347],
    firstVariance: 3.37387031677605,
    chiSquare: 14.2300487841408,
    p: 0.00016176667139267,
  },
  {
    name: 'three groups in two strata',
    subjects: dealtWithinTreatment,
    observed: [11, 10, 9],
    expected: [
      2.85255920550038 + 5.87212516585582,
      3.00229182582124 + 6.82380583812472,
      3.14514896867838 + 8.30406899601946,
    ],
    firstVariance: 5.42564687296489,
    chiSquare: 1.30752832455139,
    df: 2,
    p: 0.520084405517644,
  },
]

describe('the log-rank test agrees with R', () => {
  test.each(CASES)('for $name', ({ subjects, rho = 0, df = 1, ...truth }) => {
    const { groups, variance, ...got } = tested(subjects, { rho })
    for (const [i, { observed, expected }] of groups.entries()) {
      expect(observed).toBeCloseTo(truth.observed[i]!, 10)
      expect(expected).toBeCloseTo(truth.expected[i]!, 10)
    }
    expect(groups).toHaveLength(truth.observed.length)
    expect(variance[0]![0]).toBeCloseTo(truth.firstVariance, 10)
    expect(got.chiSquare).toBeCloseTo(truth.chiSquare, 10)
    expect(got.df).toBe(df)
    expect(Math.abs(got.p / truth.p - 1)).toBeLessThan(1e-10)
  })

  test('for late entries, where it is the exact score test of a Cox model', () => {
    // coxph(Surv(entry, time, event) ~ x, ties = "exact")$score: the same hypergeometric variance, found another way.
    const late = [
      ...as('maintained', amlEnteringLate.maintained),
      ...as('nonmaintained', amlEnteringLate.nonmaintained),
    ]
    expect(tested(late).chiSquare).toBeCloseTo(5.36154025743591, 10)
  })

  test('for the whole variance of three groups', () => {
    const truth = [
      [6.02403691487504, -2.87613904475916, -3.14789787011588],
      [-2.87613904475916, 6.25213251498363, -3.37599347022447],
      [-3.14789787011588, -3.37599347022447, 6.52389134034035],
    ]
    const { variance } = tested(dealt)
    for (const [i, row] of truth.entries()) {
      for (const [j, value] of row.entries()) expect(variance[i]![j]).toBeCloseTo(value, 10)
    }
  })
})

describe('a comparison', () => {
  const at = (time: number, group: string, event = true) => ({ time, event, group })

  test('names its groups in order and counts them', () => {
    expect(tested([...treatments].reverse()).groups.map(({ group, n }) => [group, n])).toEqual([
      ['6-MP', 21],
      ['placebo', 21],
    ])
  })

  test('of nobody, or of one group, is no comparison', () => {
    expect(logRank([])).toEqual({ computable: false, because: 'nobody' })
    expect(logRank(as('tour', freireich.sixMp))).toEqual({ computable: false, because: 'one group' })
  })

  test('waits for the first event', () => {
    expect(logRank([at(5, 'tour', false), at(6, 'checklist', false)])).toEqual({
      computable: false,
      because: 'no events',
    })
  })

  test('of groups that never wait side by side says nothing', () => {
    const imported = [
      { ...at(20, 'old'), entry: 10 },
      { ...at(25, 'old'), entry: 12 },
    ]
    expect(logRank([at(1, 'new'), at(3, 'new'), ...imported])).toEqual({
      computable: false,
      because: 'no variation',
    })
  })

  test('loses a degree of freedom to a group that left before anything happened', () => {
    const { df, chiSquare } = tested([...treatments, at(0.5, 'gone', false)])
    expect(df).toBe(1)
    expect(chiSquare).toBeCloseTo(16.7929409892165, 10)
  })

  test('of two pairs of groups in two separate strata has two degrees of freedom, not three', () => {
    const second = treatments.map((shop) => ({ ...shop, group: `${shop.group} again`, stratum: 'second' }))
    const { df, chiSquare } = tested([...treatments, ...second])
    expect(df).toBe(2)
    expect(chiSquare).toBeCloseTo(2 * 16.7929409892165, 10)
  })
})

describe('for any shops', () => {
  test('as many are expected as are observed, and nothing is NaN', () => {
    fc.assert(
      fc.property(groupedShops, fc.constantFrom<0 | 1>(0, 1), (list, rho) => {
        const result = logRank(list, { rho })
        if (!result.computable) return
        const excess = result.groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0)
        expect(excess).toBeCloseTo(0, 9)
        expect(result.chiSquare).toBeGreaterThanOrEqual(0)
        expect(result.p).toBeGreaterThanOrEqual(0)
        expect(result.p).toBeLessThanOrEqual(1)
        expect(result.df).toBeLessThan(result.groups.length)
      }),
    )
  })

  test('neither the order of the rows nor the names of the groups matter', () => {
    const renamed: Record<string, string> = { tour: '1', checklist: '3', nada: '2' }
    fc.assert(
      fc.property(shuffled(groupedShops), ({ list, other }) => {
        const result = logRank(list)
        const again = logRank(other.map((shop) => ({ ...shop, group: renamed[shop.group]! })))
        expect(again.computable).toBe(result.computable)
        if (!result.computable || !again.computable) return
        expect(again.df).toBe(result.df)
        expect(again.chiSquare).toBeCloseTo(result.chiSquare, 8)
      }),
    )
  })

  test('two groups with the same shops do not differ', () => {
    fc.assert(
      fc.property(groupedShops, (list) => {
        const twins = list.flatMap((shop) => [
          { ...shop, group: 'tour' },
          { ...shop, group: 'checklist' },
        ])
        const result = logRank(twins)
        if (result.computable) expect(result.chiSquare).toBeCloseTo(0, 10)
      }),
    )
  })
})
