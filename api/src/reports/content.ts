import type { Content } from '#contract/experience'
import type { ContentReport } from '#contract/report'
import type { Traits } from '#contract/traits'
import type { Passage } from '../progress/passage'
import { median, share } from './share'

// The figures of one content from people's passages through it. Pure: no SQL, no clock.

/** One passage as stored. */
export interface Walk {
  user: string
  startedAt: number
  version: number
  passage: Passage
}

type Part = Pick<ContentReport['steps'][number], 'id' | 'title'>

/** Steps of a tour or tasks of a checklist, in the order in which they are met. */
export function partsOf(content: Content): Part[] {
  const parts = content.kind === 'tour' ? content.steps : content.tasks
  return parts.map(({ id, title }) => ({ id, title }))
}

/** Each person once, by the passage that went furthest; of equals the last. */
export function furthest(walks: Walk[], parts: Part[]): Walk[] {
  const order = new Map(parts.map(({ id }, index) => [id, index]))
  const depth = ({ passage }: Walk) => {
    if (passage.completedAt !== undefined) return Infinity
    const touched = Object.keys({ ...passage.steps, ...passage.tasks })
    return Math.max(-1, ...touched.map((id) => order.get(id) ?? -1))
  }
  const people = new Map<string, { walk: Walk; depth: number }>()
  for (const walk of walks) {
    const known = people.get(walk.user)
    const here = depth(walk)
    const isFurther = !known || here > known.depth
    if (isFurther || (here === known.depth && walk.startedAt > known.walk.startedAt))
      people.set(walk.user, { walk, depth: here })
  }
  return [...people.values()].map(({ walk }) => walk)
}

type Outcome = 'completed' | 'dismissed' | 'snoozed' | 'open'

/** What became of a passage; of "not now" and "later" her last word counts. */
export function outcomeOf({ completedAt, dismissed, snoozed }: Passage): Outcome {
  if (completedAt !== undefined) return 'completed'
  if (dismissed && dismissed.at >= (snoozed?.at ?? 0)) return 'dismissed'
  return snoozed ? 'snoozed' : 'open'
}

const tally = (walks: Walk[], outcome: Outcome) =>
  walks.filter(({ passage }) => outcomeOf(passage) === outcome).length

type Figures = Pick<
  ContentReport,
  'reach' | 'completed' | 'dismissed' | 'snoozed' | 'open' | 'completion' | 'medianSeconds'
>

export function figures(people: Walk[]): Figures {
  const completed = tally(people, 'completed')
  return {
    reach: people.length,
    completed,
    dismissed: tally(people, 'dismissed'),
    snoozed: tally(people, 'snoozed'),
    open: tally(people, 'open'),
    completion: share(completed, people.length),
    medianSeconds: median(
      people.flatMap(({ startedAt, passage: { completedAt } }) =>
        completedAt === undefined ? [] : (completedAt - startedAt) / 1000,
      ),
    ),
  }
}

/** The funnel of a tour: whom each step met, and what they did there. */
export function stepFunnel(people: Walk[], parts: Part[]): ContentReport['steps'] {
  return parts.map(({ id, title }, index) => {
    const later = parts.slice(index + 1).map((part) => part.id)
    const met = people.filter(({ passage }) => passage.steps?.[id] !== undefined)
    const wentOn = ({ passage }: Walk) =>
      passage.completedAt !== undefined || later.some((step) => passage.steps?.[step] !== undefined)
    return {
      id,
      title,
      seen: met.length,
      advanced: met.filter(wentOn).length,
      left: met.filter(({ passage }) => leftAt(passage) === id).length,
      medianSeconds: median(met.flatMap(({ passage }) => secondsOn(passage, id))),
      missing: people.filter(({ passage }) => passage.missing?.[id] !== undefined).length,
    }
  })
}

/** The tasks of a checklist in the same columns: everybody sees all of them, and "went on" is "did it". */
export function taskFunnel(people: Walk[], parts: Part[]): ContentReport['steps'] {
  return parts.map(({ id, title }) => {
    const done = people.flatMap(({ startedAt, passage: { tasks } }) => {
      const at = tasks?.[id]
      return at === undefined ? [] : Math.max(0, at - startedAt) / 1000
    })
    const left = 0
    return {
      id,
      title,
      seen: people.length,
      advanced: done.length,
      left,
      medianSeconds: median(done),
      missing: 0,
    }
  })
}

/** Where she said "not now"; nowhere when she went on after all. */
function leftAt(passage: Passage): string | undefined {
  return outcomeOf(passage) === 'dismissed' ? passage.dismissed?.step : undefined
}

/** From first seeing a step to whatever came next; empty when nothing did. */
function secondsOn({ steps, completedAt }: Passage, id: string): number[] {
  const seenAt = steps?.[id]
  if (seenAt === undefined) return []
  const next = [...Object.values(steps!), ...(completedAt === undefined ? [] : [completedAt])].filter(
    (at) => at > seenAt,
  )
  return next.length ? [(Math.min(...next) - seenAt) / 1000] : []
}

/** Why people left, the commonest first. */
export function reasons(people: Walk[]): ContentReport['reasons'] {
  const counted = new Map<string, ContentReport['reasons'][number]>()
  for (const { passage } of people) {
    const outcome = outcomeOf(passage)
    const leaving =
      outcome === 'dismissed' ? passage.dismissed : outcome === 'snoozed' ? passage.snoozed : undefined
    if (!leaving) continue
    const because = leaving.because ?? outcome
    const step = leaving.step ?? null
    const key = JSON.stringify([because, step])
    const entry = counted.get(key) ?? { because, step, n: 0 }
    entry.n += 1
    counted.set(key, entry)
  }
  return [...counted.values()].sort((a, b) => b.n - a.n || a.because.localeCompare(b.because))
}

/** People who started and who finished on each of the days, none left out. */
export function daily(
  people: Walk[],
  days: number[],
  dayOf: (at: number) => number,
  isoDay: (day: number) => string,
): ContentReport['daily'] {
  const started = new Map<number, number>()
  const completed = new Map<number, number>()
  const add = (counts: Map<number, number>, at: number) =>
    counts.set(dayOf(at), (counts.get(dayOf(at)) ?? 0) + 1)
  for (const { startedAt, passage } of people) {
    add(started, startedAt)
    if (passage.completedAt !== undefined) add(completed, passage.completedAt)
  }
  return days.map((day) => ({
    day: isoDay(day),
    started: started.get(day) ?? 0,
    completed: completed.get(day) ?? 0,
  }))
}

const SPLITS = { values: 8, traits: 4 } as const

/**
 * Completion by what tells people apart: the version they saw and traits with a few common values (not names, not
 * numbers). A trait that fewer than half of the people have says little of the rest and is left out.
 */
export function splits(
  people: Walk[],
  traitsOf: (user: string) => Traits,
  hasVersions: boolean,
): ContentReport['splits'] {
  const by = new Map<string, Map<string, Walk[]>>()
  const put = (name: string, value: string, walk: Walk) => {
    const groups = by.get(name) ?? new Map<string, Walk[]>()
    by.set(name, groups)
    const walks = groups.get(value)
    if (walks) walks.push(walk)
    else groups.set(value, [walk])
  }
  for (const walk of people) {
    if (hasVersions) put('version', String(walk.version), walk)
    for (const [name, value] of Object.entries(traitsOf(walk.user)))
      if (typeof value === 'string' || typeof value === 'boolean') put(name, String(value), walk)
  }
  const size = (groups: Map<string, Walk[]>) =>
    [...groups.values()].reduce((sum, { length }) => sum + length, 0)
  return [...by]
    .filter(
      ([, groups]) => groups.size >= 2 && groups.size <= SPLITS.values && size(groups) * 2 >= people.length,
    )
    .sort(([a, x], [b, y]) => size(y) - size(x) || a.localeCompare(b))
    .slice(0, SPLITS.traits)
    .flatMap(([name, groups]) =>
      [...groups]
        .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
        .map(([value, walks]) => ({
          by: name,
          value,
          n: walks.length,
          completion: share(tally(walks, 'completed'), walks.length),
        })),
    )
}
