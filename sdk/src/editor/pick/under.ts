import { rectOf } from '../../surfaces/frame/rect'
import { everything, inner, isVisible, outer } from '../../targets/page'
import { keyOf, kindOf } from '../../targets/signals'

/** What is ours on the page is never pointed at. */
export const isOurs = (element: Element): boolean => {
  for (let e: Element | null = element; e; e = outer(e)) if (e.localName.startsWith('trilha-')) return true
  return false
}

/**
 * The deepest element of the host at a point of the screen, through open shadow roots and frames of the same
 * origin. What lies in a stranger's frame stays unseen: the answer is the frame.
 */
export function elementAt(x: number, y: number): Element | null {
  let hit = document.elementsFromPoint(x, y).find((element) => !isOurs(element)) ?? null
  for (;;) {
    const inside = hit && inner(hit)
    if (!inside) return hit && hit !== document.documentElement && hit !== document.body ? hit : null
    let [left, top] = [x, y]
    if (inside.nodeType === 9) {
      const frame = rectOf(hit!)
      left -= frame.x + hit!.clientLeft
      top -= frame.y + hit!.clientTop
    } else if (hit!.ownerDocument !== document) {
      const frame = hit!.ownerDocument.defaultView?.frameElement
      const at = frame && rectOf(frame)
      left -= at ? at.x + frame.clientLeft : 0
      top -= at ? at.y + frame.clientTop : 0
    }
    // A shadow root answers with what lies over it too, our own pane first.
    const deeper = inside.elementsFromPoint(left, top).find((e) => e.getRootNode() === inside)
    if (!deeper || deeper.localName === 'html') return hit
    hit = deeper
  }
}

const CONTROL = /^(press|field|choice)$/
const isControl = (element: Element) => CONTROL.test(kindOf(element))

/** How far around an icon its button is looked for. */
const LEVELS = 8

/**
 * The control that a touch on this element works: the button and not its icon. Of something no browser knows as a
 * control, the block that shows a hand; else the element itself.
 */
export function controlOf(element: Element): Element {
  let level = 0
  for (let e: Element | null = element; e && level < LEVELS; e = outer(e), level++) {
    if (isControl(e)) return e
    const field = e.localName === 'label' ? (e as HTMLLabelElement).control : null
    if (field && isVisible(field)) return field
  }
  const hand = (e: Element | null) =>
    !!e && e.ownerDocument.defaultView?.getComputedStyle(e).cursor === 'pointer'
  let found = element.closest('svg')?.parentElement ?? element
  while (hand(found) && hand(outer(found))) found = outer(found)!
  return found
}

const DIFFERENT_PX = 3

/** Whether two elements have the same box, so that nobody could tell by looking which one is meant. */
function sameBox(a: Element, b: Element): boolean {
  const [one, two] = [rectOf(a), rectOf(b)]
  return (
    Math.abs(one.x - two.x) < DIFFERENT_PX &&
    Math.abs(one.y - two.y) < DIFFERENT_PX &&
    Math.abs(one.width - two.width) < DIFFERENT_PX &&
    Math.abs(one.height - two.height) < DIFFERENT_PX
  )
}

const isPage = (element: Element) => /^(html|body)$/.test(element.localName) && !outer(element)?.localName

/** The next block around an element that looks different, or that the host has marked; null at the page itself. */
export function levelUp(element: Element): Element | null {
  for (let e = outer(element); e; e = outer(e)) {
    if (isPage(e) || e.localName === 'body' || e.localName === 'html') {
      if (!outer(e)) return null
      continue
    }
    if (isVisible(e) && (keyOf(e) || !sameBox(e, element))) return e
  }
  return null
}

/** The first part of an element that looks different from it. */
export function levelDown(element: Element): Element | null {
  const parts = [...((inner(element) ?? element) as ParentNode).children]
  for (const part of parts.length ? parts : [...element.children]) {
    if (!isVisible(part)) continue
    if (!sameBox(part, element)) return part
    const deeper = levelDown(part)
    if (deeper) return deeper
  }
  return null
}

/** The visible neighbour before (-1) or after (+1). */
export function beside(element: Element, step: -1 | 1): Element | null {
  const next = (e: Element) => (step > 0 ? e.nextElementSibling : e.previousElementSibling)
  for (let e = next(element); e; e = next(e)) if (isVisible(e) && !isOurs(e)) return e
  return null
}

/** What a keyboard walks through: controls, headings and what the host has marked, in the page's order. */
export function candidates(): Element[] {
  return everything(document).filter(
    (e) => (isControl(e) || kindOf(e) === 'heading' || keyOf(e)) && isVisible(e) && !isOurs(e),
  )
}

/** Scrolls what a wheel at this point would have scrolled, had no pane lain over it. */
export function scrollAt(x: number, y: number, byX: number, byY: number) {
  for (let e = elementAt(x, y); e; e = outer(e)) {
    const style = e.ownerDocument.defaultView?.getComputedStyle(e)
    if (!/auto|scroll/.test(`${style?.overflowX}${style?.overflowY}`)) continue
    const [left, top] = [e.scrollLeft, e.scrollTop]
    e.scrollBy(byX, byY)
    if (e.scrollLeft !== left || e.scrollTop !== top) return
  }
  window.scrollBy(byX, byY)
}
