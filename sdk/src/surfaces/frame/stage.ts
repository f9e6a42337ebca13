import type { Step } from '#contract/experience'
import { type Ask, air, grow, type Place, place, type Rect, type Size } from './place'
import { px } from './rect'
import type * as Room from './room'
import type { Sight } from './sight'

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

/** Puts a card beside its target and the dim's opening on it; `keepStaged` keeps both there. */
export function stage(scene: Scene): Place | undefined {
  const { at, hole, sight, again } = scene
  if (hole) hole.style.borderRadius = px(sight.radius + 8)
  light(scene, sight.rect)
  const settled = settle(scene, sight.rect)
  if (!settled)
    fetchRoom().then(again, () => {
      at.style.visibility = ''
    })
  return settled
}

/** Moves the opening to where the target is. */
export function light({ hole, viewport }: Scene, rect: Rect | null) {
  if (!hole || !rect) return
  const { x, y, width, height } = grow(rect, air(viewport()))
  hole.style.width = px(width)
  hole.style.height = px(height)
  move(hole, x, y)
}

export const settle = ({ at, viewport, sight, placement }: Scene, target: Rect | null) =>
  putCard(at, { target, viewport: viewport(), avoid: sight.avoid, placement }, room)

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
export function move(element: HTMLElement, x: number, y: number) {
  const ratio = window.devicePixelRatio || 1
  const snap = (value: number) => Math.round(value * ratio) / ratio
  element.style.transform = `translate(${px(snap(x))},${px(snap(y))})`
}
