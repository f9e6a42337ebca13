// Runs in tills: no schema library here.
import { evalCondition } from '@growthbook/growthbook'
import type { Match } from './traits'

/** GrowthBook's evaluator, which throws on some malformed input; a rule that cannot be read does not match. */
export function matches(values: Record<string, unknown>, match: Match): boolean {
  try {
    return evalCondition(values, match as Parameters<typeof evalCondition>[1])
  } catch {
    return false
  }
}
