import type { Rect, Size } from './place'
import { rectOf, roots } from './rect'

/** What a card has to know of the page before it is placed, read in one go while the layout is still clean. */
export interface Sight {
  rect: Rect | null
  /** Corner radius of the target in pixels. */
  radius: number
  avoid: Rect[]
}

export const survey = (target: Element | null, viewport: Size): Sight => ({
  rect: target && rectOf(target),
  radius: (target && Number.parseFloat(getComputedStyle(target).borderTopLeftRadius)) || 0,
  avoid: protectedRects(target, viewport),
})

/** What a host marked as not to be covered, and the field in use. */
export function protectedRects(target: Element | null, viewport: Size): Rect[] {
  known ??= rootsAtPoints(viewport)
  const found: Element[] = []
  for (const root of new Set([...known, ...(target ? roots(target) : [])]))
    found.push(...(root as ParentNode).querySelectorAll('[data-trilha-avoid]'))
  const field = focusedField()
  if (field) found.push(field)
  return found.map(rectOf).filter(({ width, height }) => width && height)
}

/**
 * The document and the open shadow roots on the screen, found by looking at a few points of it: walking every
 * element of a large page for its shadow root costs more than all the rest of a step.
 */
let known: Set<Node> | undefined

/** The page has changed: its shadow roots are looked for again at the next step. */
export const forgetRoots = () => {
  known = undefined
}

/** Thirds of the screen, each looked at in its middle. */
const THIRDS = [1 / 6, 1 / 2, 5 / 6]

function rootsAtPoints({ width, height }: Size): Set<Node> {
  const found = new Set<Node>()
  for (const across of THIRDS)
    for (const down of THIRDS) {
      const point = [across * width, down * height] as const
      for (let root: Document | ShadowRoot | null | undefined = document; root; ) {
        found.add(root)
        let hit = root.elementFromPoint(...point)
        // Behind a card of ours: the whole stack costs several times more, so it is asked only then.
        if (hit && isOurs(hit)) hit = root.elementsFromPoint(...point).find((one) => !isOurs(one)) || null
        const inner: ShadowRoot | null | undefined = hit?.shadowRoot
        // A host without a child at this point answers with itself.
        root = inner === root ? null : inner
      }
    }
  return found
}

const isOurs = ({ localName }: Element) => localName.startsWith('trilha-')

/** The field that has the focus, through shadow roots and frames, or null. */
export function focusedField(): Element | null {
  let active: Element | null = null
  for (let next: Element | null | undefined = document.activeElement; next; ) {
    active = next
    next = active.shadowRoot?.activeElement || (active as HTMLIFrameElement).contentDocument?.activeElement
  }
  return active?.matches('input,textarea,select,[contenteditable]') ? active : null
}
