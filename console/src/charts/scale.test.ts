import { expect, test } from 'vitest'
import { linear, spread, ticks } from './scale'
import { bandPath, shareOf, stepPath, survivalAt } from './steps'
import { withRoom } from './swimlanes'

test('ticks are round and reach past the largest value', () => {
  expect(ticks(14, 7)).toEqual([0, 2, 4, 6, 8, 10, 12, 14])
  expect(ticks(3.4, 4)).toEqual([0, 1, 2, 3, 4])
  expect(ticks(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticks(0)).toEqual([0])
})

test('a scale of no width puts everything at its start', () => {
  expect(linear([5, 5], [10, 90])(5)).toBe(10)
})

test('labels that would write over each other are moved apart, in their order, within the picture', () => {
  expect(spread([100, 104, 20], 18, 16, 272)).toEqual([100, 118, 20])
  expect(spread([270, 268], 18, 16, 272)).toEqual([272, 254])
})

// Published: T6 is 6 7+ 10 15 19+ 25.
const curve = [
  { days: 6, s: 5 / 6, low: 0.58, high: 1 },
  { days: 10, s: 0.625, low: 0.32, high: 1 },
  { days: 15, s: 0.41666, low: 0.15, high: 1 },
  { days: 25, s: 0, low: null, high: null },
]
const same = (value: number) => value

test('a curve is level until an event and then drops straight', () => {
  expect(stepPath(curve, 'waiting', same, same, 30)).toBe('M0 1H6V0.83H10V0.63H15V0.42H25V0H30')
})

test('shops that got there are read as the rest of those who wait', () => {
  expect(shareOf('reached', 0.25)).toBe(0.75)
  expect(stepPath(curve, 'reached', same, same, 10)).toBe('M0 0H6V0.17H10V0.38H10')
})

test('the band ends where the interval cannot be computed any more', () => {
  const path = bandPath(curve, 'waiting', same, same, 30)
  expect(path).toContain('25 0.15')
  expect(path).not.toContain('30')
})

test('a curve without any interval has no band', () => {
  expect(bandPath([{ days: 1, s: 0.5, low: null, high: null }], 'waiting', same, same, 5)).toBe('')
})

test('before the first event nobody has got there', () => {
  expect(survivalAt(curve, 5)).toBe(1)
  expect(survivalAt(curve, 12)).toBe(0.625)
})

test('a mark without room for its words stands alone, the last one says them to the left', () => {
  const marks = [100, 110, 690].map((at) => ({
    id: String(at),
    at,
    label: 'Primeira venda',
    look: 'done' as const,
  }))
  const placed = withRoom(marks, same, 720)
  expect(placed.map(({ hasLabel }) => hasLabel)).toEqual([false, true, true])
  expect(placed[2]!.before).toBe(true)
})
