import type { Step } from '#contract/experience'
import { later } from '../../stage/later'
import type { Stop } from '../surface'
import { type Ask, air, grow, type Place, place, type Rect, type Size } from './place'
import { px } from './rect'
import type * as Room from './room'
import { protectedRects, type Sight } from './sight'

export interface Scene {
  /** Wrapper that is moved; holds the card. */
  at: HTMLElement
  /** The opening in the dim, or null for none. */
  hole: HTMLElement | null
  target: Element | null
  sight: Sight
  placement?: Step['placement']
  viewport(): Size
  /** What finds a place where no side has room has come. */
  again(): void
}

/** For phones, cards in the middle, and where no side of a target has room. */
export let room: typeof Room | undefined

/** Rejects when it is not to be had now: offline and never fetched. */
export const fetchRoom = async () => {
  room = await import('./room')
}

/**
 * Puts a card beside its target and the dim's opening on it, and keeps both there: one rectangle read and two
 * transforms per move. While the page scrolls the card travels with its target; it looks for a better place only
 * when the scroll is over.
 */
export function stage(scene: Scene): Stop {
  const { at, hole, target, viewport, sight } = scene
  const settle = (rect: Rect | null) =>
    putCard(at, { target: rect, viewport: viewport(), avoid: sight.avoid, placement: scene.placement }, room)
  const light = (rect: Rect, resized: boolean) => {
    if (!hole) return
    const opening = grow(rect, air(viewport()))
    if (resized) {
      hole.style.width = px(opening.width)
      hole.style.height = px(opening.height)
    }
    move(hole, opening.x, opening.y)
  }
  let rest = sight.rect
  if (hole) hole.style.borderRadius = px(sight.radius + 8)
  if (rest) light(rest, true)
  let settled = settle(rest)
  if (!settled)
    fetchRoom().then(scene.again, () => {
      at.style.visibility = ''
    })
  // The host may draw its next screen right after the event that brought this card: what was to be avoided is gone.
  const frame = requestAnimationFrame(() => {
    sight.avoid = protectedRects(target, viewport())
    settled = settle(rest)
  })
  const unframe = () => cancelAnimationFrame(frame)
  if (!target || !rest) return unframe

  const moved = (rect: Rect, resting: boolean) => {
    light(rect, rest!.width !== rect.width || rest!.height !== rect.height)
    if (resting) {
      rest = rect
      settled = settle(rect)
    } else if (settled?.arrow !== undefined)
      move(at, settled.x + rect.x - rest!.x, settled.y + rect.y - rest!.y)
  }
  const unfollow = later(({ follow }) => follow(target, rest!, moved))
  return () => {
    unframe()
    unfollow()
  }
}

/** Finds the place of the card inside `at` and moves it there; without a place it stays unseen. */
export function putCard(at: HTMLElement, ask: Omit<Ask, 'card'>, room?: typeof Room): Place | undefined {
  const card = at.firstElementChild as HTMLElement
  if (at.hasAttribute('data-flush')) at.removeAttribute('data-flush')
  const found = place({ ...ask, card: { width: at.offsetWidth, height: at.offsetHeight } }, room)
  at.style.visibility = found ? '' : 'hidden'
  if (!found) return
  if (found.flush) at.setAttribute('data-flush', '')
  card.dataset.side = found.side
  if (found.arrow === undefined) card.removeAttribute('data-arrow')
  else card.setAttribute('data-arrow', '')
  if (found.arrow !== undefined) card.style.setProperty('--arrow', px(found.arrow))
  move(at, found.x, found.flush ? 0 : found.y)
  return found
}

/** To whole device pixels: a card on half a pixel has blurred words. */
function move(element: HTMLElement, x: number, y: number) {
  const ratio = window.devicePixelRatio || 1
  const snap = (value: number) => Math.round(value * ratio) / ratio
  element.style.transform = `translate(${px(snap(x))},${px(snap(y))})`
}
