import type { Issue } from '#contract/errors'
import type { Milestone, MilestoneInput } from '#contract/milestone'
import { inDependencyOrder } from '../progress/milestone-rules'

/** What keeps a definition from standing beside `others` (the ladder without it). */
export function milestoneIssues(input: MilestoneInput, others: Milestone[]): Issue[] {
  const issues: Issue[] = []
  if (others.some(({ key }) => key === input.key))
    issues.push({ path: 'key', code: 'taken', message: 'Another milestone has this key.' })
  if (input.flag === 'firstValue' && others.some(({ flag }) => flag === 'firstValue'))
    issues.push({ path: 'flag', code: 'taken', message: 'Time to value is measured to one milestone only.' })
  if (input.within) {
    const { of } = input.within
    if (of === input.key)
      issues.push({ path: 'within.of', code: 'cycle', message: 'A race cannot start from its own end.' })
    else if (!others.some(({ key }) => key === of))
      issues.push({ path: 'within.of', code: 'unknown_milestone', message: `There is no milestone "${of}".` })
    else if (inDependencyOrder([...others, input]).length <= others.length)
      issues.push({ path: 'within.of', code: 'cycle', message: 'These races would wait for one another.' })
  }
  return issues
}

/** Whether a definition means another moment for some shop, so that the past must be gone through again. */
export const meansTheSame = (a: MilestoneInput, b: MilestoneInput) =>
  JSON.stringify([a.key, a.needs, a.within]) === JSON.stringify([b.key, b.needs, b.within])

/** Whether `ids` is the ladder in another order: each rung once, none left out. */
export const isOrderOf = (ids: string[], ladder: Milestone[]) =>
  ids.length === ladder.length &&
  new Set(ids).size === ids.length &&
  ladder.every(({ id }) => ids.includes(id))
