import { pastSales } from '../../seed/history.ts'
import type { SeedShop } from '../../seed/shop.ts'
import { changeCents } from '../payment/change.ts'
import { startOfDay } from '../reports/report.ts'
import { totalCents, withItem } from '../sale/cart.ts'
import type { DrawerSession, Sale, Sections } from './model.ts'

const DAY_MS = 24 * 60 * 60_000
const FLOAT_CENTS = 15_000

/** A shop as its till finds it on the first start: the seed's goods and people, and the past it has. */
export function freshShop(shop: SeedShop, now: number): Sections {
  const { paidDaysAgo, delivered } = shop.kit
  const paidAt = paidDaysAgo ? now - paidDaysAgo * DAY_MS : undefined
  const ready = shop.traits.certificado_pronto
  const seasoned = shop.history !== null
  return {
    products: shop.products.map((product) => ({ ...product })),
    sales: history(shop, now),
    cart: null,
    held: [],
    drawer: seasoned ? openSinceMorning(shop, now) : [],
    operators: shop.operators.map((operator) => ({ ...operator, sentToServer: true })),
    settings: {
      company: { ...shop.company },
      companySaved: seasoned,
      ...(ready && { certificate: { validUntil: now + (seasoned ? 15 : 380) * DAY_MS } }),
      ...(ready && { csc: { id: '000001', token: 'A1B2C3D4E5F60718293A' } }),
      homologated: ready,
      issueByItself: false,
      printer: { model: 'usb-80', ...(seasoned && { testedAt: now - 20 * DAY_MS }) },
      pixKey: shop.pixKey,
      accepts: { pix: true, card: true },
    },
    order: {
      ...(paidAt && { paidAt }),
      ...(paidAt && paidDaysAgo > 1 && { shippedAt: paidAt + DAY_MS }),
      ...(paidAt && delivered && { deliveredAt: paidAt + 5 * DAY_MS }),
    },
    plan: { apps: [] },
  }
}

function history(shop: SeedShop, now: number): Sale[] {
  return pastSales(shop, now).map(({ at, operatorId, items, method }, index) => {
    const lines = items.reduce<Sale['lines']>(
      (sum, { product, quantity }) => withItem(sum, product, quantity),
      [],
    )
    const total = totalCents({ lines })
    const received = method === 'dinheiro' ? Math.ceil(total / 500) * 500 : total
    return {
      id: `${shop.id}-past-${index + 1}`,
      number: index + 1,
      at,
      operatorId,
      lines,
      discountCents: 0,
      totalCents: total,
      method,
      receivedCents: received,
      changeCents: changeCents(total, received) ?? 0,
      invoice: { status: 'authorised', number: index + 1, at },
    }
  })
}

/** A shop at work counted yesterday without difference, and opened this morning if it is open yet. */
function openSinceMorning(shop: SeedShop, now: number): DrawerSession[] {
  const yesterday = startOfDay(now) - DAY_MS / 2
  const at = (hour: number, minute: number) => new Date(yesterday).setHours(hour, minute, 0, 0)
  const opened = new Date(now).setHours(shop.history!.opensAt - 1, 56, 0, 0)
  const owner = shop.operators[0]!.id
  const today: DrawerSession = {
    id: `${shop.id}-today`,
    openedAt: opened,
    openedBy: owner,
    floatCents: FLOAT_CENTS,
    moves: [],
  }
  return [
    {
      id: `${shop.id}-yesterday`,
      openedAt: at(shop.history!.opensAt, 2),
      openedBy: owner,
      floatCents: FLOAT_CENTS,
      moves: [],
      closedAt: at(shop.history!.closesAt, 4),
      closedBy: owner,
      countedCents: FLOAT_CENTS,
      expectedCents: FLOAT_CENTS,
    },
    ...(opened < now ? [today] : []),
  ]
}
