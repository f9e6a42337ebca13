import { type Computable, notComputable } from './computable'
import { chiSquareUpperTail } from './distributions'
import { around, type Interval, reach } from './interval'

/** `count` out of `of`: whole numbers, 0 ≤ count ≤ of. Anything else throws a RangeError. */
export interface Tally {
  readonly count: number
  readonly of: number
}

export interface Proportion extends Tally {
  /** 0 … 1 */
  readonly share: number
  readonly interval: Interval
}

/**
 * A share with its Wilson interval (Wilson 1927, no continuity correction; R's prop.test(correct = FALSE)): it stays
 * inside 0 … 1 and says something even at 0 of 10. Answers `nobody` when `of` is 0.
 *
 * @example proportion({ count: 81, of: 263 }) // share 0.308, interval 0.255 … 0.366
 */
export function proportion({ count, of }: Tally, level = 0.95): Computable<Proportion> {
  check({ count, of })
  if (of === 0) return notComputable('nobody')
  const z2 = reach(level) ** 2
  const share = count / of
  const centre = (count + z2 / 2) / (of + z2)
  const margin = (Math.sqrt(z2) * Math.sqrt(of * share * (1 - share) + z2 / 4)) / (of + z2)
  const { low, high } = around(centre, margin, 0, 1)
  // At the ends the formula gives exactly 0 and 1; rounding must not.
  const interval = { low: count === 0 ? 0 : low, high: count === of ? 1 : high }
  return { computable: true, count, of, share, interval }
}

export interface ProportionDifference {
  /** The first share minus the second, −1 … 1. */
  readonly difference: number
  /** Wald's, from each group's own variance; null when that is zero (all of one, none of the other). */
  readonly interval: Interval | null
  /** Pearson's χ², 1 degree of freedom, no continuity correction. */
  readonly chiSquare: number
  readonly p: number
}

/**
 * Compares two shares: difference, interval and χ² test, as R's prop.test(correct = FALSE).
 * Answers `nobody` when a group is empty and `no variation` when all or none did it in both.
 */
export function compareProportions(
  first: Tally,
  second: Tally,
  level = 0.95,
): Computable<ProportionDifference> {
  check(first)
  check(second)
  if (first.of === 0 || second.of === 0) return notComputable('nobody')
  const pooled = (first.count + second.count) / (first.of + second.of)
  if (pooled === 0 || pooled === 1) return notComputable('no variation')
  const difference = first.count / first.of - second.count / second.of
  const chiSquare = difference ** 2 / (pooled * (1 - pooled) * (1 / first.of + 1 / second.of))
  const standardError = Math.sqrt(varianceOf(first) + varianceOf(second))
  const interval = standardError === 0 ? null : around(difference, reach(level) * standardError, -1, 1)
  return { computable: true, difference, interval, chiSquare, p: chiSquareUpperTail(chiSquare, 1) }
}

function varianceOf({ count, of }: Tally): number {
  const share = count / of
  return (share * (1 - share)) / of
}

function check({ count, of }: Tally): void {
  if (!(Number.isInteger(count) && Number.isInteger(of) && count >= 0 && count <= of)) {
    throw new RangeError(`A count out of a whole is needed, got ${count} of ${of}`)
  }
}
