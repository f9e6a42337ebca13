import { expect, test } from 'vitest'
import { differenceBucket, valueBucket } from '../rules/buckets.ts'
import type { DrawerSession, InvoiceStatus, PayMethod, Sale } from '../state/model.ts'
import { countedCents, differenceCents, emptyCount, expectedCents, movements } from './drawer.ts'

const morning = new Date(2026, 10, 21, 8).getTime()
const at = (hour: number) => new Date(2026, 10, 21, hour).getTime()
const sold = (
  hour: number,
  totalCents: number,
  method: PayMethod = 'dinheiro',
  status: InvoiceStatus = 'authorised',
): Sale => ({
  id: `v${hour}`,
  number: hour,
  at: at(hour),
  operatorId: 'lurdes-maria',
  lines: [],
  discountCents: 0,
  totalCents,
  method,
  receivedCents: totalCents,
  changeCents: 0,
  invoice: { status, number: hour, at: at(hour) },
})
const session: DrawerSession = {
  id: 'c1',
  openedAt: morning,
  openedBy: 'lurdes-maria',
  floatCents: 15_000,
  moves: [
    { at: at(11), kind: 'supply', cents: 5000, reason: 'Moedas', operatorId: 'lurdes-maria' },
    { at: at(13), kind: 'withdrawal', cents: 20_000, reason: 'Cofre', operatorId: 'lurdes-maria' },
  ],
}
const day = [sold(9, 31_120), sold(12, 20_120), sold(10, 9900, 'pix'), sold(15, 700, 'dinheiro', 'cancelled')]

test('the drawer must hold change, cash sales and supplies, less withdrawals', () => {
  expect(expectedCents(session, day)).toBe(15_000 + 31_120 + 20_120 + 5000 - 20_000)
})

test('yesterday’s sales are not in today’s drawer', () => {
  expect(expectedCents(session, [sold(7, 10_000)])).toBe(0)
})

test('the day tells cash sales between two movements as one line', () => {
  expect(movements(session, day).map(({ kind, cents }) => [kind, cents])).toEqual([
    ['open', 15_000],
    ['sales', 31_120],
    ['supply', 5000],
    ['sales', 20_120],
    ['withdrawal', -20_000],
  ])
})

test('a blind closing counts notes, coins and vouchers', () => {
  expect(
    countedCents({ ...emptyCount(), notes: { 100: 1, 50: 2, 20: 7, 10: 6, 5: 5, 2: 12 }, coinsCents: 6340 }),
  ).toBe(51_240)
})

test('only an exact closing has difference 0', () => {
  expect(differenceBucket(differenceCents(51_240, 51_240))).toBe(0)
  expect(differenceBucket(differenceCents(51_240, 51_239))).toBe(-1)
  expect(differenceBucket(differenceCents(51_240, 52_440))).toBe(20)
  expect(differenceBucket(-999_900)).toBe(-100)
})

test('an amount leaves the till as a bucket', () => {
  expect([0, 1999, 2000, 8906, 100_000].map(valueBucket)).toEqual([
    '0-20',
    '0-20',
    '20-50',
    '50-100',
    '1000+',
  ])
})
