import type { Content } from '#contract/experience'
import type { ContentSummary } from '#contract/report'

/** Shares of a step's appearances without its element, from which it deserves a word, or an alarm. */
const ATTENTION = 0.02
const MISSING = 0.2
/** Fewer appearances than this say nothing yet. */
const ENOUGH = 5

export interface Sight {
  part: string
  seen: number
  missing: number
}

/** The step whose element was most often not there. `step` counts from 1, as people do. Pure. */
export function targetQuality(content: Content | undefined, sights: Sight[]): ContentSummary['target'] {
  if (content?.kind !== 'tour' || !content.steps.some(({ target }) => target)) return { state: 'none' }
  const worst = content.steps
    .map(({ id }, index) => {
      const sight = sights.find(({ part }) => part === id)
      // A step that falls back to the centre is missing and seen at once.
      const met = sight ? Math.max(sight.seen, sight.missing) : 0
      return { step: index + 1, share: met >= ENOUGH ? sight!.missing / met : 0 }
    })
    .reduce((a, b) => (b.share > a.share ? b : a))
  if (worst.share < ATTENTION) return { state: 'ok' }
  return { state: worst.share < MISSING ? 'attention' : 'missing', ...worst }
}
