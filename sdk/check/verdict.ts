import type { PublishedStep } from '#contract/published-step'
import type { MissingReason } from '#contract/sight'
import type { Verdict } from './index'

/** What one page has of one step's element. `elsewhere`: the step belongs to other pages. */
export type Outcome =
  | { is: 'found'; confidence: number }
  | { is: 'missing'; because: MissingReason; confidence: number; n: number }
  | { is: 'elsewhere' }

/** One page that was looked at. `outcomes` in the order of the steps. */
export interface Look {
  path: string
  outcomes: Outcome[]
}

/** One word per step over all pages: found anywhere is found; of several failures the likeliest is told. Pure. */
export const verdicts = (steps: PublishedStep[], looks: Look[]): Verdict[] =>
  steps.map(({ target, ...step }, index) => {
    const seen = looks.flatMap(({ path, outcomes }) => {
      const outcome = outcomes[index]
      return outcome && outcome.is !== 'elsewhere' ? [{ ...outcome, at: path }] : []
    })
    const [best] = seen.sort(
      (a, b) => Number(b.is === 'found') - Number(a.is === 'found') || b.confidence - a.confidence,
    )
    return { ...step, label: target.label, ...(best ?? { is: 'unchecked' as const }) }
  })
