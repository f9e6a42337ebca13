import type { Rect, Size } from './place'
import { above, rectOf, roots } from './rect'

/** What a card has to know of the page before it is placed, read in one go while the layout is still clean. */
export interface Sight {
  rect: Rect | null
  /** Corner radius of the target in pixels. */
  radius: number
  avoid: Rect[]
}

export function survey(target: Element | null, viewport: Size): Sight {
  if (target) bringIntoView(target, viewport)
  return {
    rect: target && rectOf(target),
    radius: (target && Number.parseFloat(getComputedStyle(target).borderTopLeftRadius)) || 0,
    avoid: protectedRects(target, viewport),
  }
}

function bringIntoView(target: Element, { width, height }: Size) {
  const { x, y, width: w, height: h } = rectOf(target)
  const hidden = x < 0 || y < 0 || x + w > width || y + h > height || isClipped(target)
  if (!hidden) return
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  forgetRoots()
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
export function protectedRects(target: Element | null, viewport: Size): Rect[] {
  const found: Rect[] = []
  const add = (element: Element) => {
    const rect = rectOf(element)
    if (rect.width && rect.height) found.push(rect)
  }
  for (const root of rootsInSight(target, viewport))
    for (const element of root.querySelectorAll('[data-trilha-avoid]')) add(element)
  const field = focusedField()
  if (field) add(field)
  return found
}

/** Thirds of the screen, each looked at in its middle. */
const THIRDS = [1 / 6, 1 / 2, 5 / 6]

/**
 * The document and the open shadow roots on the screen, found by looking at a few points of it: walking every
 * element of a large page for its shadow root costs more than all the rest of a step.
 */
function rootsInSight(target: Element | null, viewport: Size): Set<Document | ShadowRoot> {
  known ??= rootsAtPoints(viewport)
  const found = new Set(known)
  if (target) for (const root of roots(target)) found.add(root as Document | ShadowRoot)
  return found
}

let known: Set<Document | ShadowRoot> | undefined

/** The page has changed: its shadow roots are looked for again at the next step. */
export const forgetRoots = () => {
  known = undefined
}

function rootsAtPoints({ width, height }: Size): Set<Document | ShadowRoot> {
  const found = new Set<Document | ShadowRoot>([document])
  for (const across of THIRDS) {
    for (const down of THIRDS) {
      const [x, y] = [across * width, down * height]
      let hit = document.elementFromPoint(x, y)
      // Behind a card of ours: the whole stack costs several times more, so it is asked only then.
      if (hit && isOurs(hit))
        hit = document.elementsFromPoint(x, y).find((element) => !isOurs(element)) || null
      while (hit?.shadowRoot && !isOurs(hit)) {
        found.add(hit.shadowRoot)
        const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y)
        if (inner === hit) break
        hit = inner
      }
    }
  }
  return found
}

const isOurs = ({ localName }: Element) => localName.startsWith('trilha-')

/** The field that has the focus, through shadow roots and frames, or null. */
export function focusedField(): Element | null {
  let active: Element | null = document.activeElement
  for (;;) {
    const inner: Element | null | undefined =
      active?.shadowRoot?.activeElement ||
      (active as HTMLIFrameElement | null)?.contentDocument?.activeElement
    if (!inner) break
    active = inner
  }
  return active?.matches('input,textarea,select,[contenteditable]') ? active : null
}
