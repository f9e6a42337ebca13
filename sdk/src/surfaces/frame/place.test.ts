import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ask, air, grow, place as placeIn, type Rect } from './place'
import * as room from './room'

const place = (ask: Ask) => placeIn(ask, room)
const desk = { width: 1366, height: 768 }
const upright = { width: 800, height: 1280 }
const phone = { width: 360, height: 640 }
const card = { width: 404, height: 203 }
const sheet = { width: 344, height: 296 }
const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height })

const finish = rect(963, 676, 383, 72)
const covers = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const cases: Array<[string, Ask, Partial<ReturnType<typeof place>>]> = [
  [
    'left of Finalizar, 16 px from its ring and from the screen edge',
    { target: finish, card, viewport: desk, avoid: [finish] },
    { x: 535, y: 549, side: 'left', arrow: 163 },
  ],
  [
    'right of an item of the rail on the left',
    { target: rect(8, 146, 80, 66), card, viewport: desk, avoid: [] },
    { x: 112, side: 'right' },
  ],
  [
    'above a button as wide as an upright screen',
    { target: rect(20, 1104, 760, 76), card: { width: 440, height: 203 }, viewport: upright, avoid: [] },
    { x: 180, y: 877, side: 'top', arrow: 220 },
  ],
  [
    'below a search field at the top of an upright screen',
    { target: rect(20, 72, 760, 56), card: { width: 440, height: 203 }, viewport: upright, avoid: [] },
    { side: 'bottom', y: 152 },
  ],
  [
    'on the side that the author asked for, if there is room',
    { target: rect(600, 300, 100, 50), card, viewport: desk, avoid: [], placement: 'top' },
    { side: 'top' },
  ],
  [
    'on another side if the author asked for one without room',
    { target: finish, card, viewport: desk, avoid: [], placement: 'right' },
    { side: 'left' },
  ],
  [
    'slid along the target when the total is in the way',
    { target: rect(900, 300, 200, 60), card, viewport: desk, avoid: [rect(500, 390, 380, 60)] },
    { side: 'left', y: 171, arrow: 159 },
  ],
  [
    'in the middle without a target',
    { target: null, card, viewport: desk, avoid: [] },
    { x: 481, y: 282.5, side: 'center' },
  ],
  [
    'in the middle of what the change due leaves free',
    {
      target: null,
      card: { width: 386, height: 475 },
      viewport: desk,
      avoid: [rect(120, 212, 778, 180), rect(120, 672, 778, 72)],
    },
    { x: 939, side: 'center' },
  ],
  [
    'flush to the bottom of a phone without a bottom bar',
    { target: null, card: sheet, viewport: phone, avoid: [] },
    { x: 0, y: 344, side: 'sheet', flush: true },
  ],
  [
    'floating 8 px above a phone’s bottom bar',
    { target: rect(12, 68, 336, 56), card: sheet, viewport: phone, avoid: [rect(0, 558, 360, 82)] },
    { x: 8, y: 254, side: 'sheet' },
  ],
  [
    'at least 15 px above the ring of a target in the bar of a phone',
    { target: rect(86, 568, 262, 60), card: sheet, viewport: phone, avoid: [rect(0, 558, 360, 82)] },
    { y: 250, side: 'sheet' },
  ],
]

describe('a card stands', () => {
  test.each(cases)('%s', (_, ask, wanted) => {
    const found = place(ask)
    expect(found).toMatchObject(wanted)
    if (wanted.side === 'center') expect(found.arrow).toBeUndefined()
  })
})

/** Whether any place exists at all, tried by brute force. */
function hasRoom({ card, viewport }: Ask, kept: Rect[]): boolean {
  for (let x = 16; x + card.width <= viewport.width - 16; x += 8)
    for (let y = 16; y + card.height <= viewport.height - 16; y += 8)
      if (!kept.some((other) => covers({ x, y, ...card }, grow(other, 16)))) return true
  return false
}

test('wherever the till puts its buttons, a card covers none of them while any free place exists', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 1200 }),
    y: fc.integer({ min: 0, max: 700 }),
    width: fc.integer({ min: 20, max: 600 }),
    height: fc.integer({ min: 20, max: 300 }),
  })
  fc.assert(
    fc.property(fc.option(box), fc.array(box, { maxLength: 5 }), (target, avoid) => {
      const ask: Ask = { target, card, viewport: desk, avoid }
      const kept = target ? [grow(target, air(desk)), ...avoid] : avoid
      const found = place(ask)
      const spot = { x: found.x, y: found.y, ...card }
      if (hasRoom(ask, kept)) expect(kept.some((other) => covers(spot, other))).toBe(false)
      expect(spot.x).toBeGreaterThanOrEqual(0)
      expect(spot.y).toBeGreaterThanOrEqual(0)
      expect(spot.x + card.width).toBeLessThanOrEqual(desk.width)
      expect(spot.y + card.height).toBeLessThanOrEqual(desk.height)
      if (found.arrow !== undefined) {
        const length = found.side === 'left' || found.side === 'right' ? card.height : card.width
        expect(found.arrow).toBeGreaterThanOrEqual(37)
        expect(found.arrow).toBeLessThanOrEqual(length - 37)
      }
    }),
  )
})
