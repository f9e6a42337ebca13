import type { Content, Draft, ShownStep, Step } from '#contract/experience'
import { hashOf } from './canonical'

/** Steps without the pictures of the page that only their author looks at. */
export const withoutPictures = (steps: readonly Step[]): ShownStep[] =>
  steps.map(({ snapshot: _, ...step }) => step)

/**
 * Takes from a finished draft what is drawn. Who may see it and when stays out: boot asks that for each person.
 */
export function freeze(draft: Draft, id: string, version: number): { content: Content; hash: string } {
  const { name: _, audience: _a, trigger: _t, frequency: _f, priority: _p, expiresAt: _e, ...drawn } = draft
  const content: Content =
    drawn.kind === 'tour'
      ? { ...drawn, steps: withoutPictures(drawn.steps), id, version }
      : { ...drawn, id, version }
  return { content, hash: hashOf(content) }
}
