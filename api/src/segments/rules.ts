import { CONDITION_LIMITS, type Condition } from '#contract/condition'
import type { Issue } from '#contract/errors'
import { leaves } from '#contract/resolve'
import { mentions } from '../publish/references'
import type { Known } from '../publish/rules'
import { isCompilable } from './match'
import { isAboutPage, isBounded } from './shape'

/** What keeps a condition from being asked of the database at all. */
export function questionIssues(condition: Condition): Issue[] {
  const issues: Issue[] = []
  if (!isBounded(condition))
    issues.push({
      path: 'condition',
      code: 'too_complex',
      message: `Use at most ${CONDITION_LIMITS.leaves} rules, at most ${CONDITION_LIMITS.depth} levels deep.`,
    })
  if (!leaves(condition).every(isAskable))
    issues.push({
      path: 'condition',
      code: 'not_supported',
      message: 'A rule compares in a way that a segment cannot. Use equal, among, greater, less or exists.',
    })
  return issues
}

function isAskable(rule: Condition): boolean {
  if ('user' in rule) return isCompilable(rule.user)
  if ('account' in rule) return isCompilable(rule.account)
  if ('event' in rule) return rule.where === undefined || isCompilable(rule.where)
  return true
}

/** What keeps a condition from being saved as the segment `id`. `others`: the conditions of all segments, by id. */
export function segmentIssues(
  id: string,
  condition: Condition,
  others: ReadonlyMap<string, Condition>,
  known: Known,
): Issue[] {
  const issues = questionIssues(condition)
  if (leaves(condition).some(isAboutPage))
    issues.push({
      path: 'condition',
      code: 'page_only',
      message:
        'A segment cannot ask for the page, an element, the device or the clock. Put that in the audience.',
    })
  for (const { to, id: mentioned } of mentions(condition, 'condition'))
    if (!known[to].has(mentioned))
      issues.push({
        path: 'condition',
        code: `unknown_${to}`,
        message: `There is no ${to} "${mentioned}" any more.`,
      })
  if (reaches(condition, id, others, new Set()))
    issues.push({ path: 'condition', code: 'cycle', message: 'This segment would contain itself.' })
  return issues
}

const segmentsIn = (condition: Condition) =>
  leaves(condition).flatMap((rule) => ('segment' in rule ? [rule.segment] : []))

/** Whether a condition leads to the segment `id` through those it names. */
function reaches(
  condition: Condition,
  id: string,
  others: ReadonlyMap<string, Condition>,
  seen: Set<string>,
): boolean {
  return segmentsIn(condition).some((named) => {
    if (named === id) return true
    if (seen.has(named)) return false
    seen.add(named)
    const next = others.get(named)
    return next !== undefined && reaches(next, id, others, seen)
  })
}

/** Whether this very condition names the segment. */
export const names = (condition: Condition, id: string) => segmentsIn(condition).includes(id)
