import { expect, test } from 'vitest'
import { isLow } from './low.ts'

test('a product is running out when it has come down to its minimum', () => {
  expect([9, 8, 0].map((stock) => isLow({ stock, minStock: 8 }))).toEqual([false, true, true])
})

test('nobody is warned of a product whose minimum was never set, such as those of a fresh sheet', () => {
  expect(isLow({ stock: 0, minStock: 0 })).toBe(false)
})
