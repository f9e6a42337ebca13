import type { Condition } from '#contract/condition'
import type { Draft } from '#contract/experience'
import { leaves } from '#contract/resolve'

/** What a draft speaks of, and where: `path` leads into the draft (`steps.2.when`). */
export interface Reference {
  to: 'segment' | 'milestone' | 'experience'
  id: string
  path: string
}

/** Every condition of a draft with its path. `byServer`: resolved at boot; the others are read in the till. */
export function conditionsOf(draft: Draft): Array<{ condition: Condition; path: string; byServer: boolean }> {
  const audience = { condition: draft.audience, path: 'audience', byServer: true }
  if (draft.kind !== 'tour') return [audience]
  const inSteps = draft.steps.flatMap(({ when, variants = [] }, step) => [
    ...(when ? [{ condition: when, path: `steps.${step}.when`, byServer: false }] : []),
    ...variants.map((variant, i) => ({
      condition: variant.when,
      path: `steps.${step}.variants.${i}.when`,
      byServer: false,
    })),
  ])
  return [audience, ...inSteps]
}

export function referencesOf(draft: Draft): Reference[] {
  const inConditions = conditionsOf(draft).flatMap(({ condition, path }) => mentions(condition, path))
  if (draft.kind !== 'checklist') return inConditions
  const inTasks = draft.tasks.flatMap(({ done, medal, action }, task): Reference[] => [
    ...('milestone' in done ? [milestone(done.milestone, `tasks.${task}.done.milestone`)] : []),
    ...(medal ? [milestone(medal, `tasks.${task}.medal`)] : []),
    ...(action?.run.do === 'show'
      ? [
          {
            to: 'experience' as const,
            id: action.run.experience,
            path: `tasks.${task}.action.run.experience`,
          },
        ]
      : []),
  ])
  return [...inConditions, ...inTasks]
}

/** What a condition speaks of; all of its mentions carry the condition's own path. */
export const mentions = (condition: Condition, path: string): Reference[] =>
  leaves(condition).flatMap((rule): Reference[] => {
    if ('segment' in rule) return [{ to: 'segment', id: rule.segment, path }]
    if ('milestone' in rule) return [milestone(rule.milestone, path)]
    if ('history' in rule) return [{ to: 'experience', id: rule.history, path }]
    return []
  })

const milestone = (key: string, path: string): Reference => ({ to: 'milestone', id: key, path })
