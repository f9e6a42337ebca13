import { expect, test } from 'vitest'
import { pastSales } from '../../seed/history.ts'
import { shops } from '../../seed/shops.ts'
import { freshShop } from '../state/fresh.ts'
import type { Sale } from '../state/model.ts'
import { againstLastWeek, byDay, byHour, byMethod, byProduct, periodStart, soldBetween } from './report.ts'

const now = new Date(2026, 10, 21, 14, 30).getTime()
const daysAgo = (days: number, hour: number) => new Date(2026, 10, 21 - days, hour).getTime()
const sale = (at: number, cents: number, more: Partial<Sale> = {}): Sale => ({
  id: String(at),
  number: 1,
  at,
  operatorId: 'lurdes-maria',
  discountCents: 0,
  totalCents: cents,
  method: 'dinheiro',
  receivedCents: cents,
  changeCents: 0,
  lines: [{ productId: 'a', name: 'A', unit: 'un', priceCents: cents, quantity: 1 }],
  invoice: { status: 'authorised', number: 1, at },
  ...more,
})

test('today is compared with the same weekday up to the same hour', () => {
  const sales = [sale(daysAgo(0, 10), 11_200), sale(daysAgo(7, 10), 10_000), sale(daysAgo(7, 18), 90_000)]
  expect(againstLastWeek(sales, now)).toBe(12)
  expect(againstLastWeek([sale(daysAgo(0, 10), 100)], now)).toBeNull()
})

test('a cancelled note is no sale', () => {
  const cancelled = sale(daysAgo(0, 10), 100, { invoice: { status: 'cancelled', number: 1, at: now } })
  expect(soldBetween([cancelled], periodStart('day', now), now)).toEqual([])
})

test('hours and days without sales are still in the picture', () => {
  const sales = [sale(daysAgo(0, 9), 500)]
  expect(byHour(sales, 8, 10)).toEqual([
    { hour: 8, cents: 0 },
    { hour: 9, cents: 500 },
    { hour: 10, cents: 0 },
  ])
  expect(byDay(sales, periodStart('week', now), now).map(({ cents }) => cents)).toEqual([
    0, 0, 0, 0, 0, 0, 500,
  ])
})

test('debit, credit and voucher are all card', () => {
  expect(
    byMethod([
      sale(now, 1, { method: 'debito' }),
      sale(now, 2, { method: 'vale' }),
      sale(now, 4, { method: 'pix' }),
    ]),
  ).toEqual({ cash: 0, pix: 4, card: 3 })
})

test('products are ranked by the money they took', () => {
  const grapes = { productId: 'u', name: 'Uva', unit: 'kg' as const, priceCents: 1000, quantity: 500 }
  expect(
    byProduct([sale(now, 300), sale(now, 500, { lines: [grapes] })]).map(({ name, cents }) => [name, cents]),
  ).toEqual([
    ['Uva', 500],
    ['A', 300],
  ])
})

test('a shop has the same past every time it is opened, and none after now', () => {
  for (const shop of shops) {
    const past = pastSales(shop, now)
    expect(past).toEqual(pastSales(shop, now))
    expect(past.every(({ at }) => at < now)).toBe(true)
    expect(past.length > 0).toBe(shop.history !== null)
  }
})

test('every seeded sale adds up', () => {
  for (const shop of shops)
    for (const { totalCents, receivedCents, changeCents } of freshShop(shop, now).sales) {
      expect(totalCents).toBeGreaterThan(0)
      expect(receivedCents - changeCents).toBe(totalCents)
    }
})
