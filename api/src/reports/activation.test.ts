import { expect, test } from 'vitest'
import type { Milestone } from '#contract/milestone'
import { aml } from '../stats/published'
import { compare, grouped, groupReport, horizonOf, ladderOf, type Shop, within7Days } from './activation'

const DAY = 24 * 60 * 60 * 1000
const NOW = 1000 * DAY

/** A shop that reached its first note after so many days, or was watched for so many without. */
const shop = (days: number, { reached = true, group = 'all' } = {}): Shop => ({
  account: `${group} ${days}`,
  startedAt: reached ? NOW - 500 * DAY : NOW - days * DAY,
  reached: reached ? { nota: NOW - (500 - days) * DAY } : {},
  group,
})
const report = (shops: Shop[]) => groupReport('all', shops, 'nota', NOW, horizonOf([shops], 'nota', NOW))

/** The leukaemia data of R's survival package, as shops. */
const published = (group: 'maintained' | 'nonmaintained') =>
  aml[group].map(({ time, event }) => shop(time, { reached: event, group }))

test('the median, its interval and the censored are those that R publishes, in days', () => {
  expect(report(published('maintained'))).toMatchObject({
    n: 11,
    reached: 7,
    censored: 4,
    median: 31,
    medianLow: 18,
    medianHigh: null,
  })
  expect(report(published('nonmaintained'))).toMatchObject({ n: 12, median: 23, medianLow: 8 })
})

test('two groups are compared by the log-rank test, one group is not', () => {
  const groups = grouped([...published('maintained'), ...published('nonmaintained')])
  const test = compare(groups, 'nota', NOW)!
  expect(test.chiSquare).toBeCloseTo(3.3963887, 7)
  expect(test.degreesOfFreedom).toBe(1)
  expect(test.p).toBeCloseTo(0.065339322, 8)
  expect(compare(grouped(published('maintained')), 'nota', NOW)).toBeNull()
})

test('shops that are still on their way pull the median up: the naive one would flatter', () => {
  const shops = [shop(1), shop(2), shop(3), shop(10, { reached: false }), shop(20, { reached: false })]
  expect(report(shops).median).toBe(3)
  expect(report(shops.slice(0, 3)).median).toBe(2)
})

test('half have not got there yet: no median is named', () => {
  const shops = [shop(1), shop(5, { reached: false }), shop(6, { reached: false })]
  expect(report(shops)).toMatchObject({ median: null, reached: 1, censored: 2 })
})

test('within seven days counts only shops that could have been watched that long', () => {
  const young = { ...shop(3, { reached: false }), reached: { nota: NOW - 2 * DAY } }
  const shops = [shop(2), shop(7), shop(8), shop(30, { reached: false }), young, shop(6, { reached: false })]
  expect(within7Days(shops, 'nota', NOW)).toMatchObject({ value: 0.5, n: 4 })
  expect(within7Days([young], 'nota', NOW)).toBeNull()
})

test('what was reached before the clock started took no time', () => {
  const early: Shop = {
    account: 'x',
    startedAt: NOW - 9 * DAY,
    reached: { nota: NOW - 20 * DAY },
    group: 'all',
  }
  expect(report([early])).toMatchObject({ median: 0, reached: 1 })
})

test('the picture reaches past the slowest median, not past what anyone was watched for', () => {
  expect(horizonOf([[shop(2), shop(3), shop(40, { reached: false })]], 'nota', NOW).horizonDays).toBe(14)
  expect(horizonOf([published('maintained')], 'nota', NOW).horizonDays).toBe(112)
  const young = horizonOf([[shop(4, { reached: false })]], 'nota', NOW)
  expect(young).toEqual({ horizonDays: 4, atRiskDays: [0, 1, 2, 3, 4] })
  expect(horizonOf([], 'nota', NOW)).toEqual({ horizonDays: 1, atRiskDays: [0, 1] })
})

test('numbers at risk fall from everybody to those still watched and still without', () => {
  const { atRisk } = report([shop(1), shop(3), shop(5, { reached: false }), shop(90, { reached: false })])
  expect(atRisk[0]).toBe(4)
  expect(atRisk.at(-1)).toBe(1)
  expect(atRisk.toSorted((a, b) => b - a)).toEqual(atRisk)
})

test('a drawn curve starts at one, only falls, and stays light with thousands of shops', () => {
  const shops = Array.from({ length: 5000 }, (_, i) => shop(0.001 * ((i * 7919) % 30_000)))
  const { curve } = report(shops)
  expect(curve[0]).toEqual({ days: 0, s: 1, low: 1, high: 1 })
  expect(curve.length).toBeLessThanOrEqual(302)
  for (const [i, point] of curve.entries()) {
    if (i) expect(point.s).toBeLessThanOrEqual(curve[i - 1]!.s)
    if (i) expect(point.days).toBeGreaterThanOrEqual(curve[i - 1]!.days)
  }
})

test('the ladder says how many stand on each rung and how many went no further', () => {
  const rung = (key: string, position: number) => ({ key, position }) as Milestone
  const rungs = [rung('login', 0), rung('caixa', 1), rung('nota', 2)]
  const at = (reached: Record<string, number>): Shop => ({ account: '', startedAt: 0, reached, group: 'all' })
  const ladder = ladderOf(
    [
      at({ login: 0, caixa: 2 * DAY, nota: 4 * DAY }),
      at({ login: 0, nota: 6 * DAY }),
      at({ login: 0 }),
      at({}),
    ],
    rungs,
    NOW,
  )
  expect(ladder).toMatchObject([
    { key: 'login', reached: 3, total: 4, share: { value: 0.75 }, median: 0, stoppedHere: 1 },
    { key: 'caixa', reached: 1, median: null, stoppedHere: 0 },
    { key: 'nota', reached: 2, stoppedHere: 2 },
  ])
})

test('beyond a handful of groups the small ones stand together, and nobody is left out', () => {
  const shops = ['SP', 'SP', 'SP', 'MG', 'MG', 'RJ', 'RJ', 'RS', 'RS', 'PR', 'PR', 'BA', 'CE'].map(
    (group, i) => shop(i + 1, { group }),
  )
  const groups = grouped(shops)
  expect([...groups.keys()]).toEqual(['SP', 'MG', 'PR', 'RJ', 'RS', 'other'])
  expect(groups.get('other')).toHaveLength(2)
  expect([...groups.values()].flat()).toHaveLength(13)
})
