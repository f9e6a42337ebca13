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
    const freer = hole.x > viewport.width - hole.x - hole.width ? 'left' : 'right'
    // Asked twice, a side says twice that it has no room.
    for (const side of [placement, freer, 'left', 'right', 'top', 'bottom'] as const) {
      const found = side && side !== 'auto' && beside(side, hole, card, viewport, avoid)
      if (found) return found
    }
  }
  return room?.roomFor(ask)
}

/** The place on one side, slid along the edge until it covers nothing, with the arrow still on the target. */
function beside(
  side: Side,
  target: Rect,
  size: Size,
  viewport: Size,
  avoid: readonly Rect[],
): Place | undefined {
  const isTurned = side === 'left' || side === 'right'
  // The edge it slides along is looked at as if it lay level.
  const turn = ({ x = 0, y = 0, width, height }: Size & Partial<Rect>): Rect =>
    isTurned ? { x: y, y: x, width: height, height: width } : { x, y, width, height }
  const hole = turn(target)
  const card = turn(size)
  const screen = turn(viewport)
  card.y = side === 'left' || side === 'top' ? hole.y - GAP - card.height : hole.y + hole.height + GAP
  if (card.y < EDGE || card.y + card.height > screen.height - EDGE) return

  const middle = hole.x + hole.width / 2
  // A target at the very edge may pull the arrow no nearer to a corner than this.
  const least = Math.max(EDGE, middle - card.width + CORNER)
  const most = Math.min(screen.width - EDGE - card.width, middle - CORNER)
  const wished = Math.max(least, Math.min(most, middle - card.width / 2))
  const kept = [hole, ...avoid.map(turn)]
  const stops = [wished]
  for (const { x, width } of kept) stops.push(x - GAP - card.width, x + width + GAP)
  const [x] = stops
    .filter((x) => x >= least && x <= most && !kept.some((rect) => overlaps({ ...card, x }, rect)))
    .sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished))
  if (x !== undefined) return { ...turn({ ...card, x }), side, arrow: middle - x }
}
