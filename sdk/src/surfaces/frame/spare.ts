import { flat } from '../../core/flat'
import type { Stop } from '../surface'
import type { Rect, Size } from './place'

const STEP_PX = 24

/** Spots for something small along the top of the screen, nearest to its middle first, then below the header. */
export function topSpots(size: Size, viewport: Size): Rect[] {
  const rows = [6, 64, 120]
  const middle = (viewport.width - size.width) / 2
  const row = (y: number) => {
    const spots: Rect[] = []
    for (let off = 0; off <= middle - 8; off += STEP_PX)
      for (const x of off ? [middle - off, middle + off] : [middle]) spots.push({ x, y, ...size })
    return spots
  }
  return flat(rows.map(row))
}

/** The four corners, the bottom left first: main buttons live on the right. */
export function cornerSpots(size: Size, viewport: Size): Rect[] {
  const right = viewport.width - 20 - size.width
  const bottom = viewport.height - 20 - size.height
  const corners = [
    [20, bottom],
    [right, bottom],
    [right, 20],
    [20, 20],
  ] as const
  return corners.map(([x, y]) => ({ x, y, ...size }))
}

/** The first spot with nothing beneath it that is touched or read, or undefined. */
export const firstSpare = (spots: Rect[]) => spots.find(isSpare)

/**
 * Puts a pill at the top of the screen where it hides nothing, and again a frame later: the host may draw its next
 * screen right after what folded the card. Where its words find no room only its round part is shown; the words
 * stay for screen readers. Returns a function that stops.
 */
export function putAside(at: HTMLElement, viewport: () => Size): Stop {
  put(at, viewport())
  const frame = requestAnimationFrame(() => put(at, viewport()))
  return () => cancelAnimationFrame(frame)
}

function put(at: HTMLElement, viewport: Size) {
  const pill = at.firstElementChild as HTMLElement
  const size = () => ({ width: pill.offsetWidth, height: pill.offsetHeight })
  // Or it would find itself in the way.
  at.style.visibility = 'hidden'
  pill.removeAttribute('data-small')
  let spot = firstSpare(topSpots(size(), viewport))
  if (!spot) {
    pill.setAttribute('data-small', '')
    const spots = topSpots(size(), viewport)
    spot = firstSpare(spots) ?? spots[0]!
  }
  at.style.visibility = ''
  at.style.transform = `translate(${Math.round(spot.x)}px,${Math.round(spot.y)}px)`
}

function isSpare({ x, y, width, height }: Rect): boolean {
  const columns = Math.max(2, Math.ceil(width / 40))
  for (let column = 0; column <= columns; column++)
    for (const row of [0.05, 0.5, 0.95])
      if (isUsed(deepest(x + (width * column) / columns, y + height * row))) return false
  return true
}

const USED =
  'a,button,input,select,textarea,label,summary,iframe,img,svg,canvas,video,[role=button],[role=link],[role=tab],[onclick],[data-trilha-avoid]'

function isUsed(hit: Element | null): boolean {
  if (!hit || hit.closest(USED)) return true
  return [...hit.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
}

function deepest(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y)
  for (;;) {
    const inner: Element | null | undefined = hit?.shadowRoot?.elementFromPoint(x, y)
    if (!inner || inner === hit) return hit
    hit = inner
  }
}
