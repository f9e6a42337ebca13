import type { Rect } from './place'

/**
 * A length for a style. Not `${length}px`: V8 remembers each number it has once written out, and for a handful of
 * different ones that memory grows to 64 kB. `toFixed` leaves none.
 */
export const px = (length: number) => `${length.toFixed(2)}px`

/** Where an element is on the screen of the top window, also from inside frames of the same origin. */
export function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const rect = { x, y, width, height }
  for (
    let view = element.ownerDocument.defaultView;
    view && view !== window;
    view = view.parent as typeof view
  ) {
    const frame = view.frameElement
    if (!frame) break
    const outer = frame.getBoundingClientRect()
    rect.x += outer.x + frame.clientLeft
    rect.y += outer.y + frame.clientTop
  }
  return rect
}

/** The element that holds this one, through slots, shadow roots and frames. */
export const above = (node: Node): Node | null =>
  (node as Element).assignedSlot ||
  node.parentNode ||
  (node as ShadowRoot).host ||
  (node as Document).defaultView?.frameElement ||
  null

export function isAround(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = above(node)) if (node === outer) return true
  return false
}

/** Every tree that a scroll of one of its containers would be heard in: scroll events don't leave shadow roots. */
export function roots(element: Element): Array<Node> {
  const found = new Set<Node>()
  for (let node: Node | null = element; node; node = above(node))
    if (node.nodeType === 9 || node.nodeType === 11) found.add(node)
  return [...found]
}
