import type { Step } from '#contract/experience'
import type { Stop } from '../surface'
import { above, follow, rectOf } from './follow'
import { type Ask, air, grow, type Place, place, type Rect, type Size } from './place'

export interface Scene {
  /** Wrapper that is moved; holds the card. */
  at: HTMLElement
  /** The opening in the dim, or null for none. */
  hole: HTMLElement | null
  target: Element | null
  placement?: Step['placement']
  viewport(): Size
}

/**
 * Puts a card beside its target and the dim's opening on it, and keeps both there: one rectangle read and two
 * transforms per move. While the page scrolls the card travels with its target; it looks for a better place only
 * when the scroll is over.
 */
export function stage(scene: Scene): Stop {
  const { at, hole, target, viewport } = scene
  const avoid = protectedRects(at.getRootNode())
  const settle = (rect: Rect | null) =>
    putCard(at, { target: rect, viewport: viewport(), avoid, placement: scene.placement })
  if (!target) {
    settle(null)
    return () => {}
  }

  bringIntoView(target, viewport())
  const radius = Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0
  let settled: Place | undefined
  let rest: Rect | undefined
  return follow(target, (rect, resting) => {
    if (hole) {
      const opening = grow(rect, air(viewport()))
      if (!rest || rest.width !== rect.width || rest.height !== rect.height) {
        hole.style.width = `${opening.width}px`
        hole.style.height = `${opening.height}px`
        hole.style.borderRadius = `${radius + 8}px`
      }
      move(hole, opening.x, opening.y)
    }
    if (resting || !settled || !rest) {
      settled = settle(rect)
      rest = rect
    } else if (settled.side !== 'sheet' && settled.side !== 'center')
      move(at, settled.x + rect.x - rest.x, settled.y + rect.y - rest.y)
  })
}

/** Finds the place of the card inside `at` and moves it there. */
export function putCard(at: HTMLElement, ask: Omit<Ask, 'card'>): Place {
  const card = at.firstElementChild as HTMLElement
  at.removeAttribute('data-flush')
  const found = place({ ...ask, card: { width: at.offsetWidth, height: at.offsetHeight } })
  at.toggleAttribute('data-flush', Boolean(found.flush))
  card.dataset.side = found.side
  card.toggleAttribute('data-arrow', found.arrow !== undefined)
  if (found.arrow !== undefined) card.style.setProperty('--arrow', `${found.arrow}px`)
  move(at, found.x, found.flush ? 0 : found.y)
  return found
}

/** To whole device pixels: a card on half a pixel has blurred words. */
function move(element: HTMLElement, x: number, y: number) {
  const ratio = window.devicePixelRatio || 1
  const snap = (value: number) => Math.round(value * ratio) / ratio
  element.style.transform = `translate(${snap(x)}px,${snap(y)}px)`
}

function bringIntoView(target: Element, { width, height }: Size) {
  const { x, y, width: w, height: h } = rectOf(target)
  const hidden = x < 0 || y < 0 || x + w > width || y + h > height || isClipped(target)
  if (hidden) target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
}

/** Whether the element's middle is covered by the edge of a container that scrolls. */
function isClipped(target: Element): boolean {
  const { x, y, width, height } = target.getBoundingClientRect()
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  for (let node = above(target); node && node.nodeType !== 9; node = above(node)) {
    if (node.nodeType !== 1) continue
    const element = node as Element
    if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) continue
    const box = element.getBoundingClientRect()
    if (middleX < box.left || middleX > box.right || middleY < box.top || middleY > box.bottom)
      return getComputedStyle(element).overflow !== 'visible'
  }
  return false
}

/** What a host marked as not to be covered, and the field in use. */
export function protectedRects(own: Node): Rect[] {
  const found: Rect[] = []
  const add = (element: Element) => {
    const rect = rectOf(element)
    if (rect.width && rect.height) found.push(rect)
  }
  const look = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('[data-trilha-avoid]')) add(element)
    // A live collection walked once is the cheapest way to find every open shadow root.
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot && element.shadowRoot !== own) look(element.shadowRoot)
  }
  look(document)
  const field = focusedField()
  if (field) add(field)
  return found
}

/** The field that has the focus, through shadow roots and frames, or null. */
export function focusedField(): Element | null {
  let active: Element | null = document.activeElement
  for (;;) {
    const inner: Element | null | undefined =
      active?.shadowRoot?.activeElement ??
      (active as HTMLIFrameElement | null)?.contentDocument?.activeElement
    if (!inner) break
    active = inner
  }
  return active?.matches('input,textarea,select,[contenteditable]') ? active : null
}
