import { expect, test } from 'vitest'
import { untilRushEnd } from './rush'

const HOUR_MS = 60 * 60_000
/** By the clock of a shop in São Paulo, three hours behind. */
const at = (hour: number) => Date.UTC(2026, 10, 24) + (hour + 3) * HOUR_MS
const SAO_PAULO = -180

for (const [title, rush, hour, hours] of [
  ['at noon the lunch rush has an hour and a half to go', [[11.5, 13.5]], 12, 1.5],
  ['before it, its end is still the next one', [[11.5, 13.5]], 8, 5.5],
  ['after it, tomorrow’s end is', [[11.5, 13.5]], 14, 23.5],
  ['at its very end the next one is tomorrow', [[11.5, 13.5]], 13.5, 24],
  [
    'of two rushes the one that ends first',
    [
      [11.5, 13.5],
      [18, 20],
    ],
    17,
    3,
  ],
  ['a rush past midnight ends in the morning', [[22, 2]], 23, 3],
  ['a rush until midnight ends then', [[20, 24]], 21, 3],
] as Array<[string, Array<[number, number]>, number, number]>)
  test(title, () => {
    const rushHours = rush.map((hours) => ({ hours }))
    expect(untilRushEnd(rushHours, at(hour), SAO_PAULO)).toBe(hours * HOUR_MS)
  })

test('a shop without rush hours waits for no end', () => {
  expect(untilRushEnd([], at(12), SAO_PAULO)).toBeUndefined()
})
