import type { PayMethod, Sale } from '../state/model.ts'

const DAY_MS = 24 * 60 * 60_000

/** Midnight of the day of `at`, in the till's own zone. */
export const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0)

export type Period = 'day' | 'week' | 'month'
const DAYS: Record<Period, number> = { day: 1, week: 7, month: 30 }

export const periodStart = (period: Period, now: number) => {
  const start = new Date(startOfDay(now))
  // By the calendar, not by milliseconds: a day of 23 hours must not shift the window.
  start.setDate(start.getDate() - DAYS[period] + 1)
  return start.getTime()
}

/** Sales that count: a cancelled note is no sale. */
export const soldBetween = (sales: Sale[], from: number, to: number) =>
  sales.filter(({ at, invoice }) => at >= from && at <= to && invoice.status !== 'cancelled')

export const sumCents = (sales: Sale[]) => sales.reduce((sum, sale) => sum + sale.totalCents, 0)

/** Cents per hour of the day, from the first to the last hour given. */
export function byHour(sales: Sale[], from: number, to: number): { hour: number; cents: number }[] {
  const hours = Array.from({ length: to - from + 1 }, (_, index) => ({ hour: from + index, cents: 0 }))
  for (const sale of sales) {
    const slot = hours[new Date(sale.at).getHours() - from]
    if (slot) slot.cents += sale.totalCents
  }
  return hours
}

export function byDay(sales: Sale[], from: number, now: number): { day: number; cents: number }[] {
  const days: { day: number; cents: number }[] = []
  for (let day = from; day <= now; day = startOfDay(day + DAY_MS * 1.5)) {
    days.push({ day, cents: sumCents(sales.filter(({ at }) => startOfDay(at) === day)) })
  }
  return days
}

export type MethodGroup = 'cash' | 'pix' | 'card'
export const methodGroup = (method: PayMethod): MethodGroup =>
  method === 'dinheiro' ? 'cash' : method === 'pix' ? 'pix' : 'card'

export function byMethod(sales: Sale[]): Record<MethodGroup, number> {
  const totals = { cash: 0, pix: 0, card: 0 }
  for (const sale of sales) totals[methodGroup(sale.method)] += sale.totalCents
  return totals
}

export interface ProductRow {
  productId: string
  name: string
  unit: 'un' | 'kg'
  quantity: number
  cents: number
}

/** Products by money taken, most first. */
export function byProduct(sales: Sale[]): ProductRow[] {
  const rows = new Map<string, ProductRow>()
  for (const { productId, name, unit, quantity, priceCents } of sales.flatMap(({ lines }) => lines)) {
    const row = rows.get(productId) ?? { productId, name, unit, quantity: 0, cents: 0 }
    row.quantity += quantity
    row.cents += unit === 'kg' ? Math.round((priceCents * quantity) / 1000) : priceCents * quantity
    rows.set(productId, row)
  }
  return [...rows.values()].sort((a, b) => b.cents - a.cents)
}

export function byOperator(sales: Sale[]): { operatorId: string; count: number; cents: number }[] {
  const rows = new Map<string, { operatorId: string; count: number; cents: number }>()
  for (const { operatorId, totalCents } of sales) {
    const row = rows.get(operatorId) ?? { operatorId, count: 0, cents: 0 }
    row.count++
    row.cents += totalCents
    rows.set(operatorId, row)
  }
  return [...rows.values()].sort((a, b) => b.cents - a.cents)
}

/** Change against the same weekday a week before, up to the same hour, in whole percent; `null` without a past. */
export function againstLastWeek(sales: Sale[], now: number): number | null {
  const today = sumCents(soldBetween(sales, startOfDay(now), now))
  const then = new Date(now)
  then.setDate(then.getDate() - 7)
  const past = sumCents(soldBetween(sales, startOfDay(then.getTime()), then.getTime()))
  return past === 0 ? null : Math.round(((today - past) / past) * 100)
}
