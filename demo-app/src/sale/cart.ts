import type { Cart, Discount, Line, Product } from '../state/model.ts'

/** Goods by weight cost price per kilogram times grams, rounded half up to the cent as the law asks. */
export const lineCents = ({ unit, priceCents, quantity }: Line) =>
  unit === 'kg' ? Math.round((priceCents * quantity) / 1000) : priceCents * quantity

export const subtotalCents = (lines: Line[]) => lines.reduce((sum, line) => sum + lineCents(line), 0)

/** What the discount takes off. Never more than the goods cost: nobody is paid for shopping. */
export function discountCents(lines: Line[], discount?: Discount): number {
  if (!discount) return 0
  const subtotal = subtotalCents(lines)
  const wanted = 'percent' in discount ? Math.round((subtotal * discount.percent) / 100) : discount.cents
  return Math.min(Math.max(wanted, 0), subtotal)
}

export const totalCents = ({ lines, discount }: Pick<Cart, 'lines' | 'discount'>) =>
  subtotalCents(lines) - discountCents(lines, discount)

/**
 * Puts goods into the cart. Pieces of the same product share a line;
 * each weighing is a line of its own, because its label is.
 */
export function withItem(lines: Line[], product: Product, quantity: number): Line[] {
  const { id: productId, name, unit, priceCents } = product
  const known = unit === 'un' && lines.find((line) => line.productId === productId)
  if (known)
    return lines.map((line) => (line === known ? { ...line, quantity: line.quantity + quantity } : line))
  return [...lines, { productId, name, unit, priceCents, quantity }]
}

/** Sets the quantity of one line; zero takes it out. */
export const withQuantity = (lines: Line[], at: number, quantity: number): Line[] =>
  quantity <= 0
    ? lines.filter((_, index) => index !== at)
    : lines.map((line, index) => (index === at ? { ...line, quantity } : line))

/** How many of a product are in the cart, for the badge on its tile. */
export const quantityOf = (lines: Line[], productId: string) =>
  lines.reduce((sum, line) => sum + (line.productId === productId ? line.quantity : 0), 0)
