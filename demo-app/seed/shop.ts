/** Plain data about a shop, shared by the till, its back end and the API's seed. No DOM, no Node. */

export type Role = 'dono' | 'gerente' | 'caixa' | 'contador'

/** Six hues that a cashier finds before reading; each shop gives its own categories a hue. */
export type Hue = 'grocery' | 'produce' | 'drinks' | 'cold' | 'cleaning' | 'bakery'

export interface SeedOperator {
  /** Pseudonymous, stable, ASCII: the only thing about a person that leaves the till. */
  id: string
  name: string
  /** What colleagues say, when it is not the first name. */
  called?: string
  role: Role
  pin: string
  /** Grammatical gender of the greeting and of the role's name in Portuguese. */
  feminine: boolean
}

export interface SeedCategory {
  id: string
  name: string
  hue: Hue
}

export interface SeedProduct {
  id: string
  name: string
  category: string
  icon: string
  /** Per piece, or per kilogram when `unit` is `kg`. */
  priceCents: number
  unit: 'un' | 'kg'
  barcode?: string
  /** Five digits that the shop's scale prints into its labels. */
  scaleCode?: string
  /** Fiscal class of the product, eight digits. */
  ncm: string
  /** Pieces, or grams when `unit` is `kg`. */
  stock: number
  minStock: number
  /** Shown under "Mais vendidos". */
  bestSeller?: boolean
}

export interface SeedShop {
  id: string
  name: string
  /** Starts the ids of operators created later. */
  prefix: string
  company: {
    legalName: string
    cnpj: string
    ie: string
    regime: string
    address: string
    city: string
    uf: string
  }
  pixKey: string
  traits: {
    ramo: string
    caixas: number
    dispositivo: string
    certificado_pronto: boolean
    objetivo: string
    canal_de_aquisicao: string
    modelo_de_toque: string
  }
  /** Days since the kit was shipped; `null` while it waits in the warehouse. */
  kit: { paidDaysAgo: number; delivered: boolean }
  /** How busy the past two weeks were; `null` for a shop that has not sold yet. */
  history: { salesPerDay: number; peakHours: number[]; opensAt: number; closesAt: number } | null
  operators: SeedOperator[]
  categories: SeedCategory[]
  products: SeedProduct[]
}

/** One line per product, so that a seed file reads like a price list. */
export function product(
  shop: string,
  row: [
    name: string,
    category: string,
    icon: string,
    priceCents: number,
    ncm: string,
    stock: number,
    minStock: number,
    more?: Partial<SeedProduct>,
  ],
  index: number,
): SeedProduct {
  const [name, category, icon, priceCents, ncm, stock, minStock, more = {}] = row
  const unit = more.unit ?? 'un'
  return {
    id: `${shop}-p${String(index + 1).padStart(3, '0')}`,
    name,
    category,
    icon,
    priceCents,
    unit,
    ncm,
    stock,
    minStock,
    ...(unit === 'un' && { barcode: ean13(`789${shopDigits(shop)}${String(index + 1).padStart(5, '0')}`) }),
    ...more,
  }
}

/** Completes twelve digits with the EAN-13 check digit. */
export function ean13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return twelve + ((10 - (sum % 10)) % 10)
}

function shopDigits(shop: string): string {
  return String(
    [...shop].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 10_000, 7),
  ).padStart(4, '0')
}
