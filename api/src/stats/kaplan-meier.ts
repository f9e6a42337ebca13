import { type Computable, notComputable } from './computable'
import { around, type Interval, reach } from './interval'
import { type Followed, moments } from './risk-set'

/** One shop's way to one milestone. Only equal times are ties, so convert everybody's to the unit in the same way. */
export interface Subject extends Followed {
  /** True when the event was seen at `time`; false when the shop was without it when last heard of (censored). */
  readonly event: boolean
}

/** The scale on which a band is symmetric. `log` is R's default and ours. */
export type BandScale = 'log' | 'log-log' | 'plain'

export interface CurveOptions {
  /** Confidence level, 0.95 by default. */
  readonly level?: number
  readonly band?: BandScale
}

/** The share still without the event, from a moment on. */
export interface Estimate {
  readonly survival: number
  /** Greenwood's; null once survival is 0, where it is undefined. */
  readonly standardError: number | null
  /** Null where it is undefined: at survival 0, and on the log-log scale before the first event. R prints NA there. */
  readonly band: Interval | null
}

export interface Step extends Estimate {
  readonly time: number
  /** Under observation just before `time`. */
  readonly atRisk: number
  readonly events: number
  readonly censored: number
}

export interface Curve {
  /** Everyone ever under observation. */
  readonly n: number
  readonly events: number
  readonly censored: number
  readonly level: number
  readonly scale: BandScale
  /** One step per distinct time, rising. Before the first one survival is 1. Empty when n is 0. */
  readonly steps: readonly Step[]
}

/**
 * The share of shops still without the event at every age, counting those we lost sight of for as long as we saw them.
 * At equal times events come before censorings.
 *
 * With late entries the curve is conditional on having come as far as the first entry, and a risk set that empties
 * early pins it to 0 for good: look at `atRisk` before quoting it.
 *
 * Kaplan & Meier 1958; variance by Greenwood 1926; bands and late entries as R's survival::survfit.
 * Throws a RangeError when a time is negative or not finite.
 *
 * @example
 * const curve = kaplanMeier([{ time: 2, event: true }, { time: 5, event: false }])
 * median(curve) // { value: 2, low: 2, high: 'not reached' }, in the unit of `time`
 */
export function kaplanMeier(subjects: readonly Subject[], options: CurveOptions = {}): Curve {
  const { level = 0.95, band: scale = 'log' } = options
  const z = reach(level)
  let n = 0
  let atRisk = 0
  let survival = 1
  let greenwood = 0 // Σ d / (n (n − d)): the squared relative error of survival
  const steps = moments(subjects).map(({ time, entered, leaving }): Step => {
    n += entered.length
    atRisk += entered.length
    const events = leaving.filter((subject) => subject.event).length
    const before = atRisk
    survival *= (before - events) / before
    if (survival > 0) greenwood += events / (before * (before - events))
    atRisk -= leaving.length
    const estimate = estimateOf(survival, Math.sqrt(greenwood), z, scale)
    return { time, atRisk: before, events, censored: leaving.length - events, ...estimate }
  })
  const events = steps.reduce((sum, step) => sum + step.events, 0)
  return { n, events, censored: n - events, level, scale, steps }
}

/**
 * The share still without the event at age `time` (in the curve's unit), with its error and band: "1 − survival in 7
 * days" is what reports call activation. Answers `follow-up too short` past the last age anyone was watched to,
 * unless everyone had reached it by then.
 */
export function survivalAt(curve: Curve, time: number): Computable<Estimate> {
  const last = curve.steps.at(-1)
  if (!last) return notComputable('nobody')
  if (time > last.time && last.survival > 0) return notComputable('follow-up too short')
  const step = curve.steps.findLast((candidate) => candidate.time <= time)
  const { survival, standardError, band } = step ?? estimateOf(1, 0, reach(curve.level), curve.scale)
  return { computable: true, survival, standardError, band }
}

function estimateOf(survival: number, relativeError: number, z: number, scale: BandScale): Estimate {
  // The last one has gone: Greenwood divides by zero, and no interval is honest.
  if (survival === 0) return { survival, standardError: null, band: null }
  return {
    survival,
    standardError: survival * relativeError,
    band: bandOf(survival, z * relativeError, scale),
  }
}

function bandOf(survival: number, relativeMargin: number, scale: BandScale): Interval | null {
  switch (scale) {
    case 'plain':
      return around(survival, survival * relativeMargin, 0, 1)
    case 'log':
      return {
        low: survival * Math.exp(-relativeMargin),
        high: Math.min(1, survival * Math.exp(relativeMargin)),
      }
    case 'log-log': {
      if (survival === 1) return null
      const stretch = Math.exp(-relativeMargin / Math.log(survival))
      return { low: survival ** stretch, high: survival ** (1 / stretch) }
    }
  }
}
