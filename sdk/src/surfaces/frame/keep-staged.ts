import type { Stop } from '../surface'
import { follow } from './follow'
import type { Place } from './place'
import { protectedRects } from './sight'
import { light, move, type Scene, settle } from './stage'

/**
 * Keeps a card at its target and the opening on it: one rectangle read and two transforms per move. While the page
 * scrolls the card travels with its target; it looks for a better place only when the scroll is over.
 */
export function keepStaged(scene: Scene, settled: Place | undefined): Stop {
  const { at, target, sight, viewport } = scene
  let rest = sight.rect
  // The host may draw its next screen right after the event that brought this card: what was to be avoided is gone.
  const frame = requestAnimationFrame(() => {
    const avoid = protectedRects(target, viewport())
    if (JSON.stringify(avoid) === JSON.stringify(sight.avoid)) return
    sight.avoid = avoid
    settled = settle(scene, rest)
  })
  const unframe = () => cancelAnimationFrame(frame)
  if (!target || !rest) return unframe
  const unfollow = follow(target, rest, (rect, resting) => {
    light(scene, rect)
    if (resting) {
      rest = rect
      settled = settle(scene, rect)
    } else if (settled?.arrow !== undefined)
      move(at, settled.x + rect.x - rest!.x, settled.y + rect.y - rest!.y)
  })
  return () => {
    unframe()
    unfollow()
  }
}
