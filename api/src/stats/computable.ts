/**
 * Why a figure has no value. The console shows a sentence for each, never "NaN" and never a 0 that means "unknown".
 *
 * - `nobody`: no shop to count.
 * - `one group`: a comparison with nothing to compare.
 * - `no events`: nobody has reached the milestone yet.
 * - `no variation`: the groups had no chance to differ (everyone did it, nobody did, or never side by side), so the
 *   test's variance is zero.
 * - `follow-up too short`: the question asks about an age no shop has been watched to.
 */
export type Because = 'nobody' | 'one group' | 'no events' | 'no variation' | 'follow-up too short'

export interface NotComputable {
  readonly computable: false
  readonly because: Because
}

/** A result, or the reason why there is none. Safe to send as JSON: no NaN, no Infinity. */
export type Computable<T> = ({ readonly computable: true } & T) | NotComputable

export function notComputable(because: Because): NotComputable {
  return { computable: false, because }
}
