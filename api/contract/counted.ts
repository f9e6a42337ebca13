// Only the server counts events; tills get a stand-in that leaves such a rule open.
import type { Condition } from './condition'
import type { Facts } from './facts'

type EventRule = Extract<Condition, { event: string }>

/** The name under which an event rule's count stands in `facts.counts`: same question, same name. */
export const countKey = ({ event, by, where, withinDays }: EventRule) =>
  JSON.stringify([event, by ?? 'account', where ?? null, withinDays ?? null])

/** Whether it happened often enough, or undefined when it was not counted. */
export function counted(rule: EventRule, counts: Facts['counts']): boolean | undefined {
  const count = counts?.[countKey(rule)]
  if (count === undefined) return undefined
  return count >= (rule.atLeast ?? (rule.atMost === undefined ? 1 : 0)) && count <= (rule.atMost ?? Infinity)
}
