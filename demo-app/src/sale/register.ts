import { changeCents } from '../payment/change.ts'
import { valueBucket } from '../rules/buckets.ts'
import type { Cart, Discount, PayMethod, Product, Sale } from '../state/model.ts'
import { firstTime, operator } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { discountCents, totalCents, withItem, withQuantity } from './cart.ts'

/** Everything a cashier does to a sale, with the events Customer Success counts. */

export type Origin = 'grade' | 'busca' | 'codigo' | 'balanca'

const nextNumber = () =>
  1 + Math.max(0, ...get('sales').map(({ number }) => number), ...get('held').map(({ number }) => number))

const emptyCart = (): Cart => ({
  number: nextNumber(),
  startedAt: Date.now(),
  operatorId: operator()?.id ?? '',
  lines: [],
})

/** The number the current or the next sale has. */
export const saleNumber = () => get('cart')?.number ?? nextNumber()

export function addItem(product: Product, quantity: number, origin: Origin): void {
  const cart = get('cart') ?? emptyCart()
  const first = cart.lines.length === 0
  set('cart', { ...cart, lines: withItem(cart.lines, product, quantity) })
  trilha.saleStarts()
  if (first) trilha.track('venda_iniciada')
  if (origin === 'codigo') {
    trilha.track('codigo_barras_lido')
    if (firstTime('leitor')) trilha.track('leitor_ok')
  }
  if (origin === 'balanca' && firstTime('balanca')) trilha.track('balanca_ok')
  trilha.track('item_adicionado', { origem: origin })
}

export function setQuantity(at: number, quantity: number): void {
  const cart = get('cart')
  if (!cart) return
  const lines = withQuantity(cart.lines, at, quantity)
  if (lines.length === 0) {
    cancelSale()
    return
  }
  set('cart', { ...cart, lines })
  trilha.saleStarts()
}

export function setDiscount(discount: Discount | undefined): void {
  const cart = get('cart')
  if (!cart) return
  set('cart', { ...cart, discount })
  if (discount) trilha.track('desconto', { tipo: 'percent' in discount ? 'percentual' : 'valor' })
}

export function setCpf(cpf: string | undefined): void {
  const cart = get('cart') ?? emptyCart()
  set('cart', { ...cart, cpf })
  trilha.track('cpf_na_nota', { informado: cpf !== undefined })
}

export function cancelSale(): void {
  const began = (get('cart')?.lines.length ?? 0) > 0
  set('cart', null)
  trilha.saleEnds()
  if (began) trilha.track('venda_cancelada')
}

/** Puts the sale aside so that the next customer can pay. */
export function holdSale(): void {
  const cart = get('cart')
  if (!cart?.lines.length) return
  set('held', [...get('held'), cart])
  set('cart', null)
  trilha.saleEnds()
}

/** Takes a held sale up again; a sale in progress takes its place on the shelf. */
export function resumeSale(number: number): void {
  const wanted = get('held').find((cart) => cart.number === number)
  if (!wanted) return
  const current = get('cart')
  const others = get('held').filter((cart) => cart !== wanted)
  set('held', current?.lines.length ? [...others, current] : others)
  set('cart', wanted)
  trilha.saleStarts()
}

/**
 * Turns the cart into a paid sale whose note is still to be issued, and takes the goods off the shelf.
 * Returns `null` when there is nothing to be paid or the cash is not enough.
 */
export function receive(method: PayMethod, receivedCents: number): Sale | null {
  const cart = get('cart')
  if (!cart?.lines.length) return null
  const total = totalCents(cart)
  const change = changeCents(total, receivedCents)
  if (change === null) return null
  const now = Date.now()
  const sale: Sale = {
    id: `v${cart.number}`,
    number: cart.number,
    at: now,
    operatorId: operator()?.id ?? cart.operatorId,
    lines: cart.lines,
    discountCents: discountCents(cart.lines, cart.discount),
    totalCents: total,
    method,
    receivedCents,
    changeCents: change,
    ...(cart.cpf && { cpf: cart.cpf }),
    invoice: { status: 'pending', number: cart.number, at: now },
  }
  set('sales', [...get('sales'), sale])
  set('cart', null)
  moveStock(sale, -1)
  trilha.track('pagamento', { forma: method })
  if (method === 'dinheiro') trilha.track('gaveta_aberta')
  trilha.track('venda_concluida', { forma: method, itens: sale.lines.length, faixa: valueBucket(total) })
  return sale
}

/** Takes sold goods off the shelf (−1) or puts them back (+1). */
export function moveStock(sale: Sale, direction: 1 | -1): void {
  set(
    'products',
    get('products').map((product) => {
      const moved = sale.lines.reduce(
        (sum, line) => sum + (line.productId === product.id ? line.quantity : 0),
        0,
      )
      return moved ? { ...product, stock: product.stock + direction * moved } : product
    }),
  )
}

/** A reload in the middle of a sale: the guide hears again that someone is selling. */
export function sayIfSelling(): void {
  if (get('cart')?.lines.length) trilha.saleStarts()
}
