import type { SeedProduct, SeedShop } from './shop.ts'

export interface PastSale {
  at: number
  operatorId: string
  items: { product: SeedProduct; quantity: number }[]
  method: 'dinheiro' | 'pix' | 'debito' | 'credito'
}

const DAYS = 15

/**
 * Two weeks of believable sales up to `now`, busiest at the shop's own peak hours.
 * The same shop on the same day always gets the same past.
 */
export function pastSales(shop: SeedShop, now: number): PastSale[] {
  if (!shop.history) return []
  const { salesPerDay, peakHours, opensAt, closesAt } = shop.history
  const sellers = shop.operators.filter(({ role }) => role !== 'contador')
  const hours = Array.from({ length: closesAt - opensAt }, (_, index) => opensAt + index)
  const weights = hours.map((hour) => (peakHours.includes(hour) ? 3 : 1))
  const sales: PastSale[] = []
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo--) {
    const day = new Date(now)
    day.setHours(0, 0, 0, 0)
    day.setDate(day.getDate() - daysAgo)
    const random = stream(`${shop.id}/${day.toDateString()}`)
    const busy = day.getDay() === 6 ? 1.25 : day.getDay() === 0 ? 0.6 : 1
    const count = Math.round(salesPerDay * busy * (0.85 + random() * 0.3))
    for (let index = 0; index < count; index++) {
      const at = new Date(day).setHours(
        pick(hours, weights, random()),
        Math.floor(random() * 60),
        Math.floor(random() * 60),
      )
      const sale = {
        at,
        operatorId: sellers[Math.floor(random() * sellers.length)]!.id,
        ...basket(shop, random),
      }
      if (at < now) sales.push(sale)
    }
  }
  return sales.sort((a, b) => a.at - b.at)
}

function basket({ products }: SeedShop, random: () => number): Pick<PastSale, 'items' | 'method'> {
  const weights = products.map(({ bestSeller }) => (bestSeller ? 4 : 1))
  const lines = 1 + Math.floor(random() * random() * 5)
  const chosen = new Set(Array.from({ length: lines }, () => pick(products, weights, random())))
  const items = [...chosen].map((product) => ({
    product,
    quantity:
      product.unit === 'kg' ? 200 + Math.floor(random() * 1800) : 1 + Math.floor(random() * random() * 3),
  }))
  return {
    items,
    method: pick(['pix', 'credito', 'debito', 'dinheiro'] as const, [38, 22, 18, 22], random()),
  }
}

function pick<T>(values: readonly T[], weights: readonly number[], share: number): T {
  let rest = share * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex((weight) => {
    rest -= weight
    return rest < 0
  })
  return values[at < 0 ? values.length - 1 : at]!
}

/** Mulberry32 over an FNV-1a hash: small, repeatable, good enough to look like a shop. */
function stream(name: string): () => number {
  let state = 0x811c9dc5
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
