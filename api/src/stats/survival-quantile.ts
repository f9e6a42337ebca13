import type { Curve, Step } from './kaplan-meier'

/** What a quantile is when too few shops got there while we watched: an answer, not a failure. */
export const NOT_REACHED = 'not reached'

export type Reached = number | typeof NOT_REACHED

export interface Quantile {
  readonly value: Reached
  /** The ends of the interval, at the curve's level. */
  readonly low: Reached
  readonly high: Reached
}

// Survival is a product of rounded fractions, so an exact ½ may come out as 0.5000000000000001.
const TOLERANCE = 1e-9

/** The age by which half of the shops have the event, with its interval. See `quantile`. */
export function median(curve: Curve): Quantile {
  return quantile(curve, 0.5)
}

/**
 * The age by which `share` (between 0 and 1) of the shops have the event, in the unit of the curve's times;
 * 'not reached' when the curve never falls that low, or is empty.
 *
 * Where the curve runs flat at exactly that height the answer is midway between reaching it and the next drop, as in
 * R's print.survfit; without a next drop it is the age of reaching it. The interval inverts the band: its ends are
 * where the band's lower and upper edges cross the same height (Brookmeyer & Crowley 1982). `low` is a number whenever
 * `value` is; `high` is often 'not reached'.
 */
export function quantile(curve: Curve, share: number): Quantile {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share between 0 and 1 is needed, got ${share}`)
  const height = 1 - share
  return {
    value: crossing(curve.steps, height, (step) => step.survival),
    // Where everyone got there the band is undefined, but its lower edge cannot lie above a curve that is 0.
    low: crossing(curve.steps, height, (step) => (step.survival === 0 ? 0 : step.band?.low)),
    high: crossing(curve.steps, height, (step) => step.band?.high),
  }
}

function crossing(steps: readonly Step[], height: number, edge: (step: Step) => number | undefined): Reached {
  const first = steps.findIndex((step) => (edge(step) ?? Infinity) < height + TOLERANCE)
  const at = steps[first]
  if (!at) return NOT_REACHED
  const isBelow = (step: Step) => (edge(step) ?? Infinity) <= height - TOLERANCE
  if (isBelow(at)) return at.time
  const drop = steps.slice(first).find(isBelow)
  return drop ? (at.time + drop.time) / 2 : at.time
}
