// Where a card goes when no side of its target has room for it, and on a phone: fetched when that is so.
import { type Ask, air, EDGE, GAP, grow, overlaps, PHONE_PX, type Place, type Rect, type Size } from './place'

export { phoneCss } from './phone-style'

export function roomFor(ask: Ask): Place {
  const { target, card, viewport, avoid } = ask
  if (viewport.width < PHONE_PX) return sheet(ask)
  return free(card, viewport, target ? [grow(target, air(viewport)), ...avoid] : avoid)
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
  const spots = xs.reduce<Array<Pick<Rect, 'x' | 'y'>>>((all, x) => all.concat(ys.map((y) => ({ x, y }))), [])
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
  const spots = [(room - length) / 2, EDGE, room]
  for (const a of from) for (const b of to) if (b - a >= length) spots.push((a + b - length) / 2)
  return spots.map((at) => Math.max(0, Math.min(room - EDGE - length, at)))
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
