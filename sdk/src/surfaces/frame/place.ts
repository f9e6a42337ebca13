import type { Step } from '#contract/experience'
import { flat } from '../../core/flat'

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
const EDGE = 16
const GAP = 16
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

const overlaps = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/**
 * Finds the place of a card by the rules of the look page: the freer side, the opposite one, above, below, then
 * the centre without an arrow. It never covers the target or what is to be avoided as long as any place exists
 * that doesn't; then it covers as little as it can. Pure.
 */
export function place(ask: Ask): Place {
  const { target, card, viewport, avoid } = ask
  if (viewport.width < PHONE_PX) return sheet(ask)
  const hole = target && grow(target, air(viewport))
  const kept = hole ? [hole, ...avoid] : [...avoid]
  if (hole) {
    for (const side of sides(hole, viewport, ask.placement)) {
      const found = beside(side, hole, card, viewport, kept)
      if (found) return found
    }
  }
  return free(card, viewport, kept)
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

/**
 * Where nothing is covered, nearest to the middle of the screen and in the middle of what is free there; without
 * such a spot the one that covers least.
 */
function free(card: Size, viewport: Size, kept: readonly Rect[]): Place {
  const xs = middles(
    card.width,
    viewport.width,
    kept.map(({ x, width }) => [x, x + width]),
  )
  const ys = middles(
    card.height,
    viewport.height,
    kept.map(({ y, height }) => [y, y + height]),
  )
  const spots = flat(xs.map((x) => ys.map((y) => ({ x, y }))))
  const costs = spots.map((spot) => {
    const covered = kept.reduce((sum, rect, index) => {
      const width = Math.min(spot.x + card.width, rect.x + rect.width) - Math.max(spot.x, rect.x)
      const height = Math.min(spot.y + card.height, rect.y + rect.height) - Math.max(spot.y, rect.y)
      // When something has to be covered, better anything than the first of them, the target.
      return width > 0 && height > 0 ? sum + width * height * (index ? 1 : 4) : sum
    }, 0)
    return covered * 1e4 + Math.hypot(spot.x - xs[0]!, spot.y - ys[0]!)
  })
  return { ...spots[costs.indexOf(Math.min(...costs))]!, side: 'center' }
}

/** Along one axis: the middle of the screen, its ends, and the middle of every stretch between what is kept. */
function middles(length: number, room: number, kept: Array<[from: number, to: number]>): number[] {
  const from = [EDGE, ...kept.map(([, to]) => Math.max(EDGE, to + GAP))]
  const to = [room - EDGE, ...kept.map(([from]) => Math.min(room - EDGE, from - GAP))]
  const between = from.map((a) => to.filter((b) => b - a >= length).map((b) => (a + b - length) / 2))
  return [(room - length) / 2, EDGE, room, ...flat(between)].map((at) =>
    Math.max(0, Math.min(room - EDGE - length, at)),
  )
}

const FLOAT = 8

/**
 * A phone's card: flush to the bottom, or floating 8 px above a bottom bar, or 16 px above a target that the
 * sheet would hide. Its width is set by its style: the whole screen when flush, 8 px less on each side if not.
 */
function sheet({ target, card, viewport, avoid }: Ask): Place {
  const hole = target && grow(target, air(viewport))
  // The ring keeps its distance too, or a sheet would sit on its edge.
  const kept = hole ? [grow(hole, GAP - 1), ...avoid] : avoid
  const hides = (y: number) =>
    kept.some((rect) => overlaps({ x: 0, y, width: viewport.width, height: card.height }, rect))
  const bottom = viewport.height - card.height
  if (!hides(bottom)) return { x: 0, y: bottom, side: 'sheet', flush: true }
  const spots = [
    ...avoid.map((rect) => rect.y - FLOAT - card.height),
    ...(hole ? [hole.y - GAP - card.height, hole.y + hole.height + GAP] : []),
    ...avoid.map((rect) => rect.y + rect.height + FLOAT),
  ]
    .filter((y) => y >= FLOAT && y <= bottom - FLOAT && !hides(y))
    // As low as can be: nearest to the thumb.
    .sort((a, b) => b - a)
  if (spots.length) return { x: FLOAT, y: spots[0]!, side: 'sheet' }
  // Nothing is wholly free: keep at least the target in sight, at the end of the screen away from it.
  const low = hole && hole.y + hole.height / 2 > viewport.height / 2
  return low ? { x: FLOAT, y: FLOAT, side: 'sheet' } : { x: 0, y: bottom, side: 'sheet', flush: true }
}
