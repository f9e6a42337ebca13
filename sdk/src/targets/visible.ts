/** Rendered with a box, and offered to everyone: not hidden, not `inert`, not hidden from a screen reader. */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  if (!(width > 1 && height > 1)) return false
  // What a closed `details` holds keeps its box.
  if (element.checkVisibility && !element.checkVisibility()) return false
  const view = element.ownerDocument.defaultView
  if (view?.getComputedStyle(element).visibility !== 'visible') return false
  if (element.closest('[inert],[aria-hidden=true]')) return false
  const root = element.getRootNode() as ShadowRoot
  const around = root.host || view?.frameElement
  return !around || isVisible(around)
}

/** What a typed selector matches on the screen; an invalid one matches nothing. */
export function seenIn(part: ParentNode, selector: string, counts = isVisible): Element[] {
  try {
    return [...part.querySelectorAll(selector)].filter(counts)
  } catch {
    return []
  }
}
