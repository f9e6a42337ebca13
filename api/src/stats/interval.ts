import { normalQuantile } from './distributions'

/** A confidence interval, both ends included. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** How many standard errors a two-sided interval of this level reaches to each side; `level` between 0 and 1. */
export function reach(level: number): number {
  return normalQuantile(1 - (1 - level) / 2)
}

/** estimate ± margin, kept inside what the figure can be. */
export function around(estimate: number, margin: number, least: number, most: number): Interval {
  return { low: Math.max(least, estimate - margin), high: Math.min(most, estimate + margin) }
}
