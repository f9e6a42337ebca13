import { CONDITION_LIMITS, type Condition } from '#contract/condition'
import { leaves } from '#contract/resolve'

/** How many and/or/not stand inside one another; a single rule has depth 1. */
export function depthOf(condition: Condition): number {
  if ('all' in condition) return 1 + Math.max(0, ...condition.all.map(depthOf))
  if ('any' in condition) return 1 + Math.max(0, ...condition.any.map(depthOf))
  if ('not' in condition) return 1 + depthOf(condition.not)
  return 1
}

/** Whether evaluating it stays cheap on the weakest till. */
export const isBounded = (condition: Condition) =>
  depthOf(condition) <= CONDITION_LIMITS.depth && leaves(condition).length <= CONDITION_LIMITS.leaves

/** A rule about what only the page knows; such rules have no place in a segment. */
export const isAboutPage = (rule: Condition) =>
  ['path', 'element', 'happened', 'device', 'online', 'hours'].some((key) => key in rule)

/** A rule about what only the server knows; a till could never answer it by itself. */
export const isAboutServer = (rule: Condition) => 'segment' in rule || 'event' in rule
