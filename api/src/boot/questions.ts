import type { Condition } from '#contract/condition'
import { countKey } from '#contract/counted'
import { leaves } from '#contract/resolve'
import type { Library } from '../content/library'

export type EventRule = Extract<Condition, { event: string }>

/** What the published audiences and contents ask of the database, about anybody. */
export interface Questions {
  /** Each different count, with the numbers that rules compare it with, from small to large: only these change an answer. */
  counts: Array<{ key: string; rule: EventRule; steps: number[] }>
  milestones: boolean
  /** "Reached within so many days": the answer changes by itself once they are over. */
  windows: Array<{ milestone: string; days: number }>
}

const known = new WeakMap<Library, Questions>()

/** Found once per library, also by way of segments. */
export function questionsOf(library: Library): Questions {
  let questions = known.get(library)
  if (!questions) {
    questions = find(library)
    known.set(library, questions)
  }
  return questions
}

function find({ published, segments }: Library): Questions {
  const counts = new Map<string, { rule: EventRule; steps: Set<number> }>()
  const windows: Questions['windows'] = []
  let milestones = published.some((one) => one.milestones.length)
  const seen = new Set<string>()
  const look = (condition: Condition) => {
    for (const rule of leaves(condition)) {
      if ('event' in rule) {
        const key = countKey(rule)
        const { steps } = counts.get(key) ?? { steps: new Set<number>() }
        counts.set(key, { rule, steps })
        if (rule.atMost !== undefined) steps.add(rule.atMost + 1)
        const atLeast = rule.atLeast ?? (rule.atMost === undefined ? 1 : 0)
        if (atLeast > 0) steps.add(atLeast)
      }
      if ('milestone' in rule) {
        milestones = true
        if (rule.withinDays !== undefined) windows.push({ milestone: rule.milestone, days: rule.withinDays })
      }
      if ('segment' in rule && !seen.has(rule.segment)) {
        seen.add(rule.segment)
        const inner = segments[rule.segment]
        if (inner) look(inner)
      }
    }
  }
  for (const { audience } of published) look(audience)
  return {
    counts: [...counts].map(([key, { rule, steps }]) => ({
      key,
      rule,
      steps: [...steps].sort((a, b) => a - b),
    })),
    milestones,
    windows,
  }
}
