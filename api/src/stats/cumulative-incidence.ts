import { type Computable, notComputable } from './computable'
import { type Interval, reach } from './interval'
import { type Followed, moments } from './risk-set'

/** One shop's way to whichever end comes first. */
export interface CompetingSubject extends Followed {
  /** What ended the way at `time` (`valor`, `churn`); null when nothing had when last heard of (censored). */
  readonly cause: string | null
}

/** The share that has ended by one cause, from a moment on. */
export interface Incidence {
  readonly incidence: number
  readonly standardError: number
  /** Symmetric on the log scale, as R's default; null while the incidence is 0. */
  readonly band: Interval | null
}

export interface IncidenceStep extends Incidence {
  readonly time: number
  /** Under observation just before `time`. */
  readonly atRisk: number
  /** Ends by the cause asked for, and by all others. */
  readonly events: number
  readonly rivals: number
  readonly censored: number
  /** The share that nothing has happened to yet. */
  readonly eventFree: number
}

export interface IncidenceCurve {
  readonly cause: string
  /** Everyone ever under observation. */
  readonly n: number
  readonly level: number
  /** One step per distinct time, rising. Before the first one the incidence is 0. Empty when n is 0. */
  readonly steps: readonly IncidenceStep[]
}

/**
 * The share of shops that really ends by `cause` by every age while other causes compete for them: "what really
 * happens", where 1 − Kaplan-Meier says "if nobody left" and is never smaller. The incidences of all causes and
 * `eventFree` add up to 1. At equal times ends come before censorings.
 *
 * Aalen & Johansen 1978; variance by the delta method (Marubini & Valsecchi 1995, 10.12), which equals the one of R's
 * survival::survfit when everybody is watched from the start.
 * Throws a RangeError when a time is negative or not finite.
 *
 * @example cumulativeIncidence([{ time: 2, cause: 'valor' }, { time: 3, cause: 'churn' }], 'valor')
 */
export function cumulativeIncidence(
  subjects: readonly CompetingSubject[],
  cause: string,
  { level = 0.95 }: { readonly level?: number } = {},
): IncidenceCurve {
  const z = reach(level)
  let n = 0
  let atRisk = 0
  let eventFree = 1
  let incidence = 0
  const variance = runningVariance()
  const steps = moments(subjects).map(({ time, entered, leaving }): IncidenceStep => {
    n += entered.length
    atRisk += entered.length
    const before = atRisk
    const events = leaving.filter((subject) => subject.cause === cause).length
    const censored = leaving.filter((subject) => subject.cause === null).length
    const ends = leaving.length - censored
    incidence += (eventFree * events) / before
    variance.add({ atRisk: before, ends, events, eventFree, incidence })
    eventFree *= (before - ends) / before
    atRisk -= leaving.length
    const standardError = Math.sqrt(variance.at(incidence))
    const band = bandOf(incidence, standardError, z)
    const rivals = ends - events
    return { time, atRisk: before, events, rivals, censored, eventFree, incidence, standardError, band }
  })
  return { cause, n, level, steps }
}

/**
 * The share that has ended by the curve's cause at age `time`, with its error and band. Answers `follow-up too short`
 * past the last age anyone was watched to, unless nobody was left by then.
 */
export function incidenceAt(curve: IncidenceCurve, time: number): Computable<Incidence> {
  const last = curve.steps.at(-1)
  if (!last) return notComputable('nobody')
  if (time > last.time && last.eventFree > 0) return notComputable('follow-up too short')
  const step = curve.steps.findLast((candidate) => candidate.time <= time)
  if (!step) return { computable: true, incidence: 0, standardError: 0, band: null }
  const { incidence, standardError, band } = step
  return { computable: true, incidence, standardError, band }
}

/**
 * Σ (I − Iⱼ)² dⱼ / (nⱼ (nⱼ − dⱼ)) + Σ S² eⱼ (nⱼ − eⱼ) / nⱼ³ − 2 Σ (I − Iⱼ) S eⱼ / nⱼ², kept as sums of the powers of Iⱼ
 * so that each step costs the same. S is the share event-free just before j, eⱼ the ends by the cause among all dⱼ.
 */
function runningVariance() {
  let ends0 = 0
  let ends1 = 0
  let ends2 = 0
  let own = 0
  let cross0 = 0
  let cross1 = 0
  return {
    add(step: { atRisk: number; ends: number; events: number; eventFree: number; incidence: number }) {
      const { atRisk: n, ends: d, events: e, eventFree: s, incidence: i } = step
      // When everybody ends here the incidence never moves again, and so this term never counts.
      const hazard = d < n ? d / (n * (n - d)) : 0
      ends0 += hazard
      ends1 += hazard * i
      ends2 += hazard * i * i
      own += (s * s * e * (n - e)) / n ** 3
      const cross = (s * e) / n ** 2
      cross0 += cross
      cross1 += cross * i
    },
    at(i: number) {
      const total = i * i * ends0 - 2 * i * ends1 + ends2 + own - 2 * (i * cross0 - cross1)
      return Math.max(0, total) // rounding may leave −1e-18
    },
  }
}

function bandOf(incidence: number, standardError: number, z: number): Interval | null {
  if (incidence === 0) return null
  const stretch = Math.exp((z * standardError) / incidence)
  return { low: incidence / stretch, high: Math.min(1, incidence * stretch) }
}
