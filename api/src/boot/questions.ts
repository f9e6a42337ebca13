import type { Condition } from '#contract/condition'
import { countKey } from '#contract/counted'
import { leaves } from '#contract/resolve'
import type { Match } from '#contract/traits'
import type { Library } from '../content/library'

export type EventRule = Extract<Condition, { event: string }>

/** What the published audiences and contents ask of the database, about anybody. */
export interface Questions {
  /** Each different count, with the numbers that rules compare it with, from small to large: only these change an answer. */
  counts: Array<{ key: string; rule: EventRule; steps: number[] }>
  milestones: boolean
  /** "Reached within so many days": the answer changes by itself once they are over. */
  windows: Array<{ milestone: string; days: number }>
  /** Traits that rules compare: people who agree in these are answered alike. */
  userTraits: string[]
  accountTraits: string[]
  /** A milestone that a content mentions must be reached so many days after the first sign-in. */
  deadlines: boolean
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

function find({ published, segments, milestones: definitions }: Library): Questions {
  const userTraits = new Set<string>()
  const accountTraits = new Set<string>()
  const counts = new Map<string, { rule: EventRule; steps: Set<number> }>()
  const windows: Questions['windows'] = []
  let milestones = published.some((one) => one.milestones.length)
  const seen = new Set<string>()
  const look = (condition: Condition) => {
    for (const rule of leaves(condition)) {
      if ('user' in rule) addTraits(rule.user, userTraits)
      if ('account' in rule) addTraits(rule.account, accountTraits)
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
    userTraits: [...userTraits],
    accountTraits: [...accountTraits],
    deadlines: definitions.some(
      ({ key, deadlineDays }) =>
        deadlineDays !== undefined && published.some((one) => one.milestones.includes(key)),
    ),
  }
}

/** Names that a match asks for; of a path like `item.grupo`, the trait that it begins in. */
function addTraits(match: Match, names: Set<string>) {
  for (const [key, wanted] of Object.entries(match)) {
    if (!key.startsWith('$')) names.add(key.split('.', 1)[0]!)
    else for (const one of [wanted].flat()) if (isMatch(one)) addTraits(one, names)
  }
}

const isMatch = (value: unknown): value is Match => typeof value === 'object' && value !== null
