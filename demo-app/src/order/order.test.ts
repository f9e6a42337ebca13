import { expect, test } from 'vitest'
import { asOf, stageOf } from './order.ts'

const HOUR_MS = 60 * 60_000

test('a paid kit leaves the warehouse a day later, by itself', () => {
  const paid = { paidAt: HOUR_MS }
  expect(stageOf(asOf(paid, 24 * HOUR_MS))).toBe('paid')
  expect(asOf(paid, 30 * HOUR_MS)).toEqual({ paidAt: HOUR_MS, shippedAt: 25 * HOUR_MS })
})

test('an unpaid kit waits, a delivered one stays delivered', () => {
  expect(stageOf(asOf({}, 1e12))).toBe('unpaid')
  expect(stageOf(asOf({ paidAt: 0, shippedAt: 1, deliveredAt: 2 }, 1e12))).toBe('delivered')
})
