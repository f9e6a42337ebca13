import type { Step, TourContent, Variant } from '#contract/experience'
import type { Facts } from '#contract/facts'
import { matchesPath } from '#contract/path'
import type { Past } from '#contract/progress'
import { matches, resolve } from '#contract/resolve'

/** Where a person is in a tour. `index` is `steps.length` once she is through. */
export interface Passage {
  index: number
  /** Its place among the steps she really met: the 3 of "3 of 7". */
  n: number
  /** Only what happened after this moment moves her on. Epoch milliseconds. */
  since: number
}

type Steps = Pick<TourContent, 'steps'>

/**
 * Takes up a tour: at the step last seen if it was left unfinished, else at the beginning. An event that came
 * between (the sale was made while the page reloaded) has already moved her on. Pure, like all of this file.
 */
export function begin({ steps }: Steps, past: Past, facts: Facts): Passage {
  const { step, completedAt = Number.NEGATIVE_INFINITY } = past
  const left = step && step.at > completedAt ? steps.findIndex(({ id }) => id === step.id) : -1
  return left < 0
    ? onward({ steps }, { index: 0, n: 1, since: facts.now }, facts)
    : onward({ steps }, { index: left, n: step!.n || left + 1, since: step!.at }, facts)
}

/** Passes over every step that does not apply now or whose event was already heard. */
export function onward({ steps }: Steps, passage: Passage, facts: Facts): Passage {
  let { index, n, since } = passage
  for (; index < steps.length; index++) {
    const step = steps[index]!
    if (!applies(step, facts)) continue
    const at = heardAt(step, since, facts)
    if (at === undefined) break
    since = at
    n++
  }
  return index === passage.index && since === passage.since ? passage : { index, n, since }
}

/** The step after this one: she pressed the button or the target, or its element never came. */
export const next = (tour: Steps, passage: Passage, facts: Facts) =>
  onward(tour, { ...passage, index: passage.index + 1, n: passage.n + 1 }, facts)

/** The nearest earlier step that applies, or undefined at the first. What was already done counts no more. */
export function back({ steps }: Steps, passage: Passage, facts: Facts): Passage | undefined {
  for (let index = passage.index - 1; index >= 0; index--)
    if (applies(steps[index]!, facts)) return { index, n: Math.max(1, passage.n - 1), since: facts.now }
  return undefined
}

const applies = ({ when }: Step, facts: Facts) => when === undefined || resolve(when, facts) === true

function heardAt({ advance }: Step, since: number, { page }: Facts): number | undefined {
  if (advance.on !== 'event') return undefined
  return page?.happened.find(
    ({ name, properties, at }) =>
      name === advance.event && at > since && (!advance.where || matches(properties, advance.where)),
  )?.at
}

/** The words of a step now: its own, or the first variant's whose condition holds. */
export const words = (step: Step, facts: Facts): Pick<Variant, 'title' | 'body'> =>
  step.variants?.find(({ when }) => resolve(when, facts) === true) || step

/** "4 of 7": the steps she met, and those ahead that apply now. What is behind her cannot change the numbers. */
export function progress({ steps }: Steps, { index, n }: Passage, facts: Facts): { n: number; of: number } {
  return { n, of: n + steps.slice(index + 1).filter((step) => applies(step, facts)).length }
}

/** Whether the step belongs to another page than the one that is open. */
export const isElsewhere = ({ path }: Step, { page }: Facts) =>
  path !== undefined && page !== undefined && !matchesPath(path, page.path)
