import type { Role, SeedOperator, SeedProduct } from '../../seed/shop.ts'

/** What the till keeps. Money is integer cents; quantities are pieces, or grams for goods sold by weight. */

export type Product = SeedProduct

/** A four-digit PIN has ten thousand values: hashing it on the device would only look safe. */
export type Operator = SeedOperator & { createdAt?: number; sentToServer?: boolean }

export type PayMethod = 'dinheiro' | 'pix' | 'debito' | 'credito' | 'vale'

export interface Line {
  productId: string
  name: string
  unit: 'un' | 'kg'
  priceCents: number
  quantity: number
}

export type Discount = { percent: number } | { cents: number }

export interface Cart {
  number: number
  startedAt: number
  operatorId: string
  lines: Line[]
  discount?: Discount
  cpf?: string
}

/** `pending` waits for someone to issue it; `contingency` was printed offline and goes out by itself. */
export type InvoiceStatus = 'pending' | 'authorised' | 'rejected' | 'contingency' | 'cancelled'

export interface Invoice {
  status: InvoiceStatus
  number: number
  at: number
  rejection?: string
}

export interface Sale {
  id: string
  number: number
  at: number
  operatorId: string
  lines: Line[]
  discountCents: number
  totalCents: number
  method: PayMethod
  receivedCents: number
  changeCents: number
  cpf?: string
  invoice: Invoice
}

export interface DrawerMove {
  at: number
  kind: 'supply' | 'withdrawal'
  cents: number
  reason: string
  operatorId: string
}

/** From opening the drawer with change to counting it: one working day of one till. */
export interface DrawerSession {
  id: string
  openedAt: number
  openedBy: string
  floatCents: number
  moves: DrawerMove[]
  closedAt?: number
  closedBy?: string
  countedCents?: number
  expectedCents?: number
}

export const PRINTERS = ['usb-80', 'bluetooth-58', 'terminal'] as const
export type PrinterModel = (typeof PRINTERS)[number]

export interface Settings {
  company: {
    legalName: string
    cnpj: string
    ie: string
    regime: string
    address: string
    city: string
    uf: string
  }
  companySaved: boolean
  certificate?: { validUntil: number }
  csc?: { id: string; token: string }
  homologated: boolean
  issueByItself: boolean
  printer: { model: PrinterModel; testedAt?: number }
  pixKey: string
  accepts: { pix: boolean; card: boolean }
}

export interface KitOrder {
  paidAt?: number
  shippedAt?: number
  deliveredAt?: number
}

export interface Plan {
  apps: string[]
  cancelAskedAt?: number
  cancelReason?: string
}

export interface Sections {
  products: Product[]
  sales: Sale[]
  cart: Cart | null
  held: Cart[]
  drawer: DrawerSession[]
  operators: Operator[]
  settings: Settings
  order: KitOrder
  plan: Plan
}

export type { Role }
