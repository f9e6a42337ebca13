import { expect, test } from 'vitest'
import { Kept } from './kept'

test('what nobody asks for goes first, and a million shops leave no more than the last few', () => {
  const kept = new Kept<number>(3)
  for (const shop of ['a', 'b', 'c']) kept.set(shop, 1)
  expect(kept.get('a')).toBe(1)
  kept.set('d', 1)
  expect(['a', 'b', 'c', 'd'].filter((shop) => kept.get(shop))).toEqual(['a', 'c', 'd'])
  for (let n = 0; n < 10_000; n++) kept.set(`shop-${n}`, n)
  expect(kept.size).toBe(3)
})
