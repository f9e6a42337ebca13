import type { TourContent } from '#contract/experience'
import { matchesPath } from '#contract/path'
import type { SurfaceContext } from '../surface'
import type { StepView } from './session'

/**
 * The first card of a tour that she has not begun, where nothing has to be asked for it but whether its element is
 * there. The session, which comes behind it, goes on from there; any other tour waits for that.
 */
export function opening({ steps }: TourContent, context: SurfaceContext): StepView | undefined {
  const [step] = steps as [TourContent['steps'][0]]
  const { look, target, path, variants, id } = step
  // The number of steps is on the card, so none of them may depend on a rule.
  if (look !== 'card' || variants || context.past().step || steps.some(({ when }) => when)) return
  if (path && !matchesPath(path, context.facts().page!.path)) return
  const element = target?.selector && inSight(target.selector)
  if (!element) return
  context.record('tour.started')
  context.record('tour.step_seen', { step: id, n: 1, confidence: 1 })
  return { step, n: 1, of: steps.length, words: step, target: element, canGoBack: false }
}

/** The one element of a selector, if it lies open on the screen: what its middle is touched at is itself. */
function inSight(selector: string): Element | undefined {
  try {
    const [element, another] = document.querySelectorAll(selector)
    const { x, y, width, height } = element!.getBoundingClientRect()
    const isWhole = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
    const hit = document.elementFromPoint(x + width / 2, y + height / 2)
    if (!another && isWhole && element!.contains(hit)) return element
  } catch {
    // No selector, or none of its elements is here.
  }
}
