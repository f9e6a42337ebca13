// Runs in tills: no schema library here.
import type { Condition } from './condition'
import { counted } from './counted'
import type { Facts } from './facts'
import { matches } from './matches'
import { matchesPath } from './path'

export { matches }

const DAY_MS = 24 * 60 * 60 * 1000

/** True, false, or the smaller condition that is left to ask where more is known. */
export type Resolved = boolean | Condition

/**
 * Evaluates a condition as far as the facts go (partial evaluation, three-valued: Kleene's logic).
 * The server resolves with what it knows and sends the rest to the till; the till resolves that with the page.
 * Pure, and never throws: a rule it doesn't know is false, so that an old script stays silent.
 */
export function resolve(condition: Condition, facts: Facts): Resolved {
  if ('all' in condition) return fold(condition.all, facts, false)
  if ('any' in condition) return fold(condition.any, facts, true)
  if ('not' in condition) {
    const inner = resolve(condition.not, facts)
    return typeof inner === 'boolean' ? !inner : { not: inner }
  }
  return leaf(condition, facts) ?? condition
}

/** `all` stops at the first false, `any` at the first true: `decisive` is that value. */
function fold(parts: Condition[], facts: Facts, decisive: boolean): Resolved {
  const left: Condition[] = []
  for (const part of parts) {
    const result = resolve(part, facts)
    if (result === decisive) return decisive
    if (typeof result !== 'boolean') left.push(result)
  }
  if (!left.length) return !decisive
  if (left.length === 1) return left[0]!
  return decisive ? { any: left } : { all: left }
}

/** The answer of one rule, or undefined when the facts do not hold it. */
function leaf(rule: Condition, { now, page, ...facts }: Facts): boolean | undefined {
  if ('user' in rule) return facts.user && matches(facts.user, rule.user)
  if ('account' in rule) return facts.account && matches(facts.account, rule.account)
  if ('event' in rule) return counted(rule, facts.counts)
  if ('segment' in rule) return facts.segments && (facts.segments[rule.segment] ?? false)
  if ('milestone' in rule) {
    if (!facts.milestones) return undefined
    const at = facts.milestones[rule.milestone]
    const reached = at !== undefined && now - at <= (rule.withinDays ?? Infinity) * DAY_MS
    return reached === rule.reached
  }
  if ('history' in rule) {
    if (!facts.history) return undefined
    const past = facts.history[rule.history]
    if (rule.is === 'never') return !past?.startedAt
    if (rule.is === 'completed') return Boolean(past?.completedAt)
    if (rule.is === 'dismissed') return Boolean(past?.dismissedAt)
    return Boolean(past?.startedAt)
  }
  if ('path' in rule) return page && matchesPath(rule.path, page.path)
  if ('element' in rule) return page && page.has(rule.element) === rule.present
  if ('happened' in rule)
    return page?.happened.some(
      ({ name, properties }) => name === rule.happened && (!rule.where || matches(properties, rule.where)),
    )
  if ('device' in rule) return page && rule.device.includes(page.device)
  if ('online' in rule) return page && page.online === rule.online
  if ('hours' in rule) {
    if (!page) return undefined
    const local = new Date(now + page.utcOffsetMinutes * 60_000)
    const hour = local.getUTCHours() + local.getUTCMinutes() / 60
    const [from, to] = rule.hours
    const within = from <= to ? hour >= from && hour < to : hour >= from || hour < to
    return within && (rule.days?.includes(local.getUTCDay()) ?? true)
  }
  return false
}

/** Every rule of a condition, depth first, without the and/or/not that join them. */
export function leaves(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(leaves)
  if ('any' in condition) return condition.any.flatMap(leaves)
  if ('not' in condition) return leaves(condition.not)
  return [condition]
}
