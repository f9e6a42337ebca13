import type { Step } from '#contract/experience'
import type * as Room from './room'

export interface Size {
  width: number
  height: number
}
export interface Rect extends Size {
  x: number
  y: number
}
export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Where a card goes: its top left corner, and on which side of the target it stands. */
export interface Place {
  x: number
  y: number
  side: Side | 'center' | 'sheet'
  /** Middle of the arrow along the card's edge, in pixels from the card's corner; absent: no arrow. */
  arrow?: number
  /** A sheet that touches the bottom edge of the screen. */
  flush?: boolean
}

export interface Ask {
  /** The element pointed at, or null for a card in the centre. */
  target: Rect | null
  card: Size
  viewport: Size
  /** What must stay uncovered besides the target: main button, totals, the field in use. */
  avoid: readonly Rect[]
  placement?: Step['placement']
}

/** Below this width of the screen a card is a sheet. */
export const PHONE_PX = 480
export const EDGE = 16
export const GAP = 16
/** The arrow's middle keeps this far from a corner: 24 px free, and half of its own 18 px turned by 45°. */
const CORNER = 24 + 13

/** Air between a target and the ring around it. */
export const air = (viewport: Size) => (viewport.width < PHONE_PX ? 6 : 8)

export const grow = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

export const overlaps = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/**
 * Finds the place of a card by the rules of the look page: the freer side, the opposite one, above, below, then
 * what `room` finds: the centre without an arrow, or a phone's sheet. It never covers the target or what is to be
 * avoided as long as any place exists that doesn't; then it covers as little as it can. Undefined only without
 * `room`, which is fetched when it is needed. Pure.
 */
export function place(ask: Ask, room: typeof Room): Place
export function place(ask: Ask, room?: typeof Room): Place | undefined
export function place(ask: Ask, room?: typeof Room): Place | undefined {
  const { target, card, viewport, avoid, placement } = ask
  if (target && viewport.width >= PHONE_PX) {
    const hole = grow(target, air(viewport))
    for (const side of sides(hole, viewport, placement)) {
      const found = beside(side, hole, card, viewport, [hole, ...avoid])
      if (found) return found
    }
  }
  return room?.roomFor(ask)
}

function sides(hole: Rect, viewport: Size, placement: Step['placement'] = 'auto'): Side[] {
  const leftIsFreer = hole.x > viewport.width - hole.x - hole.width
  const order: Side[] = leftIsFreer ? ['left', 'right', 'top', 'bottom'] : ['right', 'left', 'top', 'bottom']
  return placement === 'auto' ? order : [placement, ...order.filter((side) => side !== placement)]
}

/** The place on one side, slid along the edge until it covers nothing, with the arrow still on the target. */
function beside(side: Side, hole: Rect, card: Size, viewport: Size, kept: readonly Rect[]): Place | null {
  const across = side === 'left' || side === 'right'
  const middle = across ? hole.y + hole.height / 2 : hole.x + hole.width / 2
  const length = across ? card.height : card.width
  const room = across ? viewport.height : viewport.width
  const fixed =
    side === 'left'
      ? hole.x - GAP - card.width
      : side === 'right'
        ? hole.x + hole.width + GAP
        : side === 'top'
          ? hole.y - GAP - card.height
          : hole.y + hole.height + GAP
  const depth = across ? card.width : card.height
  const depthRoom = across ? viewport.width : viewport.height
  if (fixed < EDGE || fixed + depth > depthRoom - EDGE || length > room - 2 * EDGE) return null

  // A target at the very edge may pull the arrow no nearer to a corner than this.
  const least = Math.max(EDGE, middle - length + CORNER)
  const most = Math.min(room - EDGE - length, middle - CORNER)
  if (least > most) return null
  const wished = clamp(middle - length / 2, least, most)
  const at = (along: number): Rect => ({
    x: across ? fixed : along,
    y: across ? along : fixed,
    ...card,
  })
  const stops = [wished]
  for (const rect of kept) {
    const from = across ? rect.y : rect.x
    const to = across ? rect.y + rect.height : rect.x + rect.width
    stops.push(from - GAP - length, to + GAP)
  }
  const along = stops
    .filter((stop) => stop >= least && stop <= most && !kept.some((rect) => overlaps(at(stop), rect)))
    .sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished))[0]
  if (along === undefined) return null
  const { x, y } = at(along)
  return { x, y, side, arrow: middle - along }
}
