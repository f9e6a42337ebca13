import type { Target } from '#contract/target'
import type { StepHealth } from '#contract/target-health'

export type Level = 'sure' | 'safe' | 'weak' | 'lost' | 'unseen'

/** One word for a step's element at the tills, and how many of four bars stand for it. */
export function levelOf({
  state,
  confidence,
}: Pick<StepHealth, 'state' | 'confidence'>): [Level, bars: number] {
  if (state === 'missing') return ['lost', 1]
  if (state === 'unseen' || state === 'none') return ['unseen', 0]
  if (state === 'attention' || confidence === null || confidence < 0.7) return ['weak', 2]
  return confidence < 0.9 ? ['safe', 3] : ['sure', 4]
}

/** Whether a draft's target is still the one that tills look for, whatever it is called. */
export const isSameTarget = (draft: Target | undefined, published: Target | undefined) =>
  recipe(draft) === recipe(published)

const recipe = ({ selector, fingerprint }: Partial<Target> = {}) =>
  JSON.stringify([selector ?? '', Object.entries(fingerprint ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))])
