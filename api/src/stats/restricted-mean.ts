import { type Computable, notComputable } from './computable'
import { around, type Interval, reach } from './interval'
import type { Curve } from './kaplan-meier'

export interface RestrictedMean {
  /** Mean age at the event, counting nobody for longer than the horizon; the area under the curve up to it. */
  readonly mean: number
  readonly standardError: number
  /** Symmetric, at the curve's level, inside 0 … horizon. */
  readonly interval: Interval
}

/**
 * The mean time spent without the event during the first `horizon` units of the clock (RMST): the figure to quote when
 * the median is not reached. Two groups may be compared at the same horizon only.
 * Answers `follow-up too short` when the horizon lies past the last age anyone was watched to and some are still
 * without the event, since the curve says nothing there. Throws a RangeError when the horizon is not above 0.
 *
 * Variance as in R's print.survfit(rmean = τ): Σ (area beyond tᵢ)² dᵢ / (nᵢ (nᵢ − dᵢ)).
 */
export function restrictedMean(curve: Curve, horizon: number): Computable<RestrictedMean> {
  if (!(horizon > 0 && horizon < Infinity))
    throw new RangeError(`A horizon above 0 is needed, got ${horizon}`)
  const last = curve.steps.at(-1)
  if (!last) return notComputable('nobody')
  if (horizon > last.time && last.survival > 0) return notComputable('follow-up too short')

  let mean = 0 // grows from the horizon back to 0, so that on the way it is the area beyond each step
  let variance = 0
  let end = horizon
  for (const { time, survival, events, atRisk } of curve.steps.toReversed()) {
    if (time > horizon) continue
    mean += survival * (end - time)
    end = time
    if (events < atRisk) variance += (mean ** 2 * events) / (atRisk * (atRisk - events))
  }
  mean += end
  const standardError = Math.sqrt(variance)
  const interval = around(mean, reach(curve.level) * standardError, 0, horizon)
  return { computable: true, mean, standardError, interval }
}
