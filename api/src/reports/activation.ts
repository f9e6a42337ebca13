import type { Milestone } from '#contract/milestone'
import type { ActivationReport, LadderRung } from '#contract/report'
import { type Curve, kaplanMeier, type Subject } from '../stats/kaplan-meier'
import { type Grouped, logRank } from '../stats/log-rank'
import { numbersAtRisk } from '../stats/risk-set'
import { median, NOT_REACHED, type Reached } from '../stats/survival-quantile'
import { share } from './share'

// Time to value, from what shops reached and when. Pure. Times are counted in whole milliseconds, so that ties are
// ties, and divided into days at the very end.

const DAY_MS = 24 * 60 * 60 * 1000
const WITHIN_MS = 7 * DAY_MS

/** A shop whose clock has started. */
export interface Shop {
  account: string
  startedAt: number
  /** Of milestones it reached, by key. */
  reached: Readonly<Record<string, number>>
  group: string
}

/**
 * One shop's way to a milestone. A shop that has not reached it counts for as long as we have watched it.
 * What was reached before the clock started took no time.
 */
export function follow({ startedAt, reached }: Shop, key: string, now: number): Subject {
  const at = reached[key]
  if (at !== undefined && at <= now) return { time: Math.max(0, at - startedAt), event: true }
  return { time: Math.max(0, now - startedAt), event: false }
}

export function groupReport(
  key: string,
  shops: Shop[],
  value: string,
  now: number,
  { horizonDays, atRiskDays }: Horizon,
): ActivationReport['groups'][number] {
  const subjects = shops.map((shop) => follow(shop, value, now))
  const curve = kaplanMeier(subjects)
  const middle = median(curve)
  return {
    key,
    label: key,
    n: curve.n,
    reached: curve.events,
    censored: curve.censored,
    curve: drawn(curve, horizonDays),
    median: days(middle.value),
    medianLow: days(middle.low),
    medianHigh: days(middle.high),
    atRisk: numbersAtRisk(
      subjects,
      atRiskDays.map((day) => day * DAY_MS),
    ),
    within7Days: within7Days(shops, value, now),
  }
}

/**
 * Of the shops that could have been watched for seven days, how many reached it in them. Younger shops are left out
 * of both numbers, also those that were quick: counting these alone would flatter.
 */
export function within7Days(shops: Shop[], value: string, now: number) {
  const mature = shops.filter(({ startedAt }) => now - startedAt >= WITHIN_MS)
  const quick = mature.filter((shop) => {
    const { time, event } = follow(shop, value, now)
    return event && time <= WITHIN_MS
  })
  return share(quick.length, mature.length)
}

const days = (reached: Reached) => (reached === NOT_REACHED ? null : reached / DAY_MS)

const POINTS_MAX = 300

/** Where the curve drops, up to the horizon; drops closer together than the eye can tell are drawn as one. */
function drawn(curve: Curve, horizonDays: number): ActivationReport['groups'][number]['curve'] {
  const points = [{ days: 0, s: 1, low: 1, high: 1 } as ActivationReport['groups'][number]['curve'][number]]
  const places = new Map<number, (typeof points)[number]>()
  for (const { time, events, survival: s, band } of curve.steps) {
    const at = time / DAY_MS
    if (!events || at > horizonDays) continue
    const place = Math.floor((at / horizonDays) * POINTS_MAX)
    places.set(place, { days: at, s, low: band?.low ?? null, high: band?.high ?? null })
  }
  return [...points, ...places.values()]
}

export interface Horizon {
  horizonDays: number
  atRiskDays: number[]
}

const HORIZONS = [14, 28, 56, 112]

/** As far as the picture goes: both sides of every median, but not beyond what anyone was watched for. */
export function horizonOf(groups: Shop[][], value: string, now: number): Horizon {
  const curves = groups.map((shops) => kaplanMeier(shops.map((shop) => follow(shop, value, now))))
  const longest = Math.max(0, ...curves.flatMap(({ steps }) => (steps.at(-1)?.time ?? 0) / DAY_MS))
  const slowest = Math.max(0, ...curves.map((curve) => days(median(curve).value) ?? 0))
  const wanted = HORIZONS.find((horizon) => horizon >= slowest * 2) ?? HORIZONS.at(-1)!
  const horizonDays = Math.max(1, Math.min(wanted, Math.ceil(longest)))
  const step = Math.max(1, Math.ceil(horizonDays / 7))
  const atRiskDays: number[] = []
  for (let day = 0; day <= horizonDays; day += step) atRiskDays.push(day)
  return { horizonDays, atRiskDays }
}

/** Whether the groups differ in speed; null when that cannot be asked. */
export function compare(
  groups: Map<string, Shop[]>,
  value: string,
  now: number,
): ActivationReport['logRank'] {
  const subjects: Grouped[] = [...groups].flatMap(([group, shops]) =>
    shops.map((shop) => ({ ...follow(shop, value, now), group })),
  )
  const test = logRank(subjects)
  return test.computable ? { chiSquare: test.chiSquare, degreesOfFreedom: test.df, p: test.p } : null
}

/** Where the shops stand on the ladder, rung by rung. */
export function ladderOf(shops: Shop[], rungs: Milestone[], now: number): LadderRung[] {
  const top = shops.map(({ reached }) => rungs.findLastIndex(({ key }) => reached[key] !== undefined))
  return rungs.map(({ key }, index) => {
    const curve = kaplanMeier(shops.map((shop) => follow(shop, key, now)))
    return {
      key,
      reached: curve.events,
      total: shops.length,
      share: share(curve.events, shops.length),
      median: days(median(curve).value),
      stoppedHere: top.filter((rung) => rung === index).length,
    }
  })
}

const GROUPS_MAX = 6

/** Shops by group, the largest first; what goes beyond a handful of groups is put together under `other`. */
export function grouped(shops: Shop[]): Map<string, Shop[]> {
  const groups = new Map<string, Shop[]>()
  for (const shop of shops) {
    const known = groups.get(shop.group)
    if (known) known.push(shop)
    else groups.set(shop.group, [shop])
  }
  const bySize = [...groups].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
  if (bySize.length <= GROUPS_MAX) return new Map(bySize)
  const rest = bySize.slice(GROUPS_MAX - 1).flatMap(([, members]) => members)
  return new Map([...bySize.slice(0, GROUPS_MAX - 1), ['other', rest]])
}
