import { type Computable, notComputable } from './computable'
import { chiSquareUpperTail } from './distributions'
import type { Subject } from './kaplan-meier'
import { quadraticForm } from './quadratic-form'
import { moments } from './risk-set'

export interface Grouped extends Subject {
  /** What is compared: a variant, a cohort, a partner. */
  readonly group: string
  /** Compared only within its own kind (certificate ready or not, say). Absent: all are one stratum. */
  readonly stratum?: string
}

export interface LogRankOptions {
  /**
   * 0 (default) weighs all ages alike: the log-rank test. 1 weighs by the share still without the event, so early
   * differences count more: the Peto & Peto variant.
   */
  readonly rho?: 0 | 1
}

export interface LogRank {
  /** Sorted by name. With ρ = 1 both sums carry the weights. */
  readonly groups: readonly { group: string; n: number; observed: number; expected: number }[]
  /** Of observed − expected, in the order of `groups`. */
  readonly variance: readonly (readonly number[])[]
  readonly chiSquare: number
  readonly df: number
  readonly p: number
}

/**
 * Tests whether groups reach the event at the same speed. Group differences are tested as a whole (k − 1 degrees of
 * freedom, fewer when groups are never at risk together); late entries count from the age they came under observation.
 *
 * Answers `nobody`, `one group`, `no events`, or `no variation` when no event happened while two groups were at risk
 * with a chance to differ.
 *
 * Mantel 1966 with hypergeometric variance; weights by Harrington & Fleming 1982; as R's survival::survdiff.
 *
 * @example logRank(shops.map(({ variant, ...shop }) => ({ ...shop, group: variant })))
 */
export function logRank(subjects: readonly Grouped[], { rho = 0 }: LogRankOptions = {}): Computable<LogRank> {
  const names = [...new Set(subjects.map(({ group }) => group))].sort()
  if (names.length === 0) return notComputable('nobody')
  if (names.length === 1) return notComputable('one group')
  const indexOf = new Map(names.map((name, index) => [name, index]))
  const everybody = subjects.map((subject) => ({ ...subject, index: indexOf.get(subject.group)! }))

  const zeros = () => new Array<number>(names.length).fill(0)
  const n = zeros()
  const observed = zeros()
  const expected = zeros()
  const variance = names.map(zeros)

  for (const kind of new Set(subjects.map(({ stratum }) => stratum))) {
    const stratum = everybody.filter((subject) => subject.stratum === kind)
    const atRisk = zeros()
    let total = 0
    let survival = 1 // of the whole stratum, just before the moment
    for (const { entered, leaving } of moments(stratum)) {
      for (const { index } of entered) {
        atRisk[index]! += 1
        n[index]! += 1
      }
      total += entered.length

      const reaching = leaving.filter((subject) => subject.event)
      const weight = survival ** rho
      for (const { index } of reaching) observed[index]! += weight
      if (reaching.length > 0) expect(reaching.length, weight)
      survival *= (total - reaching.length) / total

      for (const { index } of leaving) atRisk[index]! -= 1
      total -= leaving.length
    }

    /** Adds what chance alone would give each group if all were equally fast. */
    function expect(events: number, weight: number) {
      // The hypergeometric variance of drawing `events` from `total`; a last shop alone leaves nothing to chance.
      const spread = total > 1 ? (weight ** 2 * events * (total - events)) / (total - 1) : 0
      for (let i = 0; i < names.length; i += 1) {
        const share = atRisk[i]! / total
        expected[i]! += weight * events * share
        for (let j = 0; j < names.length; j += 1) {
          variance[i]![j]! += spread * share * ((i === j ? 1 : 0) - atRisk[j]! / total)
        }
      }
    }
  }

  const excess = observed.map((count, i) => count - expected[i]!)
  const { value: chiSquare, rank: df } = quadraticForm(excess, variance)
  if (df === 0) return notComputable(observed.some((count) => count > 0) ? 'no variation' : 'no events')
  return {
    computable: true,
    groups: names.map((group, i) => ({ group, n: n[i]!, observed: observed[i]!, expected: expected[i]! })),
    variance,
    chiSquare,
    df,
    p: chiSquareUpperTail(chiSquare, df),
  }
}
