import type { KitOrder } from '../state/model.ts'

const HOUR_MS = 60 * 60_000

// The warehouse packs a paid kit within a day and the carrier needs four more.
const SHIPS_AFTER_MS = 24 * HOUR_MS
const ARRIVES_AFTER_MS = 5 * 24 * HOUR_MS

export type OrderStage = 'unpaid' | 'paid' | 'shipped' | 'delivered'

export const stageOf = ({ paidAt, shippedAt, deliveredAt }: KitOrder): OrderStage =>
  deliveredAt ? 'delivered' : shippedAt ? 'shipped' : paidAt ? 'paid' : 'unpaid'

/** The order as the warehouse has it at this moment; delivery is what the shop confirms. */
export const asOf = (order: KitOrder, now: number): KitOrder =>
  order.paidAt && !order.shippedAt && now - order.paidAt >= SHIPS_AFTER_MS
    ? { ...order, shippedAt: order.paidAt + SHIPS_AFTER_MS }
    : order

export const expectedAt = ({ paidAt }: KitOrder) => (paidAt ? paidAt + ARRIVES_AFTER_MS : null)
