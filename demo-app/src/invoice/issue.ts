import { moveStock } from '../sale/register.ts'
import type { Invoice, Sale } from '../state/model.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { changeWorld, readWorld } from '../world/world.ts'
import { answer, type Fix, hasWrongNcm } from './rejections.ts'

/** Sending notes to the (simulated) tax office of the state. */

const ANSWER_MS = 900
const SLOW_ANSWER_MS = 3200
const CANCEL_WINDOW_MS = 30 * 60_000

export type IssueResult = 'authorised' | 'rejected' | 'contingency' | 'no certificate' | 'gone'

const saleById = (id: string) => get('sales').find((sale) => sale.id === id)

function write(id: string, invoice: Partial<Invoice>): void {
  set(
    'sales',
    get('sales').map((sale) =>
      sale.id === id ? { ...sale, invoice: { ...sale.invoice, ...invoice } } : sale,
    ),
  )
}

export const fiscalReady = () => Boolean(get('settings').certificate && get('settings').csc)

const busy = new Set<string>()

/** Issues the note of a paid sale. Offline it is printed in contingency and goes out by itself later. */
export async function issue(id: string): Promise<IssueResult> {
  const sale = saleById(id)
  if (!sale || busy.has(id) || sale.invoice.status === 'authorised' || sale.invoice.status === 'cancelled')
    return 'gone'
  if (!fiscalReady()) {
    trilha.track('erro', { codigo: 'certificado_ausente' })
    trilha.saleEnds()
    return 'no certificate'
  }
  if (!navigator.onLine) return contingency(id)
  busy.add(id)
  await new Promise((resolve) => setTimeout(resolve, readWorld().slow ? SLOW_ANSWER_MS : ANSWER_MS))
  busy.delete(id)
  // The network may have gone while the office was thinking.
  return navigator.onLine ? settle(id) : contingency(id)
}

function contingency(id: string): IssueResult {
  write(id, { status: 'contingency', at: Date.now() })
  trilha.track('nfce_contingencia')
  trilha.saleEnds()
  return 'contingency'
}

function settle(id: string): IssueResult {
  const sale = saleById(id)
  if (!sale) return 'gone'
  const code = answer(sale, get('products'), readWorld().rejection)
  if (code) {
    write(id, { status: 'rejected', rejection: code, at: Date.now() })
    trilha.track('nfce_rejeitada', { codigo: code })
    trilha.saleEnds()
    return 'rejected'
  }
  write(id, { status: 'authorised', rejection: undefined, at: Date.now() })
  trilha.saleEnds()
  trilha.track('nfce_autorizada')
  return 'authorised'
}

/** Sends what was printed offline. Runs at every return of the network and at every start. */
export async function sendWaiting(): Promise<void> {
  for (const { id, invoice } of get('sales')) {
    if (invoice.status !== 'contingency' || !navigator.onLine || busy.has(id)) continue
    busy.add(id)
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
    busy.delete(id)
    if (navigator.onLine) settle(id)
  }
}

/** Writes a correction where it belongs, so that it stays right, and sends the note again. */
export async function correct(sale: Sale, fix: Fix, value: string): Promise<IssueResult> {
  const settings = get('settings')
  if (fix.code === '778') {
    const ncm = value.replace(/\D/g, '')
    set(
      'products',
      get('products').map((product) => (product.id === fix.productId ? { ...product, ncm } : product)),
    )
  }
  if (fix.code === '464')
    set('settings', { ...settings, csc: { id: settings.csc?.id ?? '000001', token: value.trim() } })
  if (fix.code === '209') set('settings', { ...settings, company: { ...settings.company, ie: value.trim() } })
  if (fix.code === '237') {
    const cpf = value.replace(/\D/g, '') || undefined
    set(
      'sales',
      get('sales').map((other) => (other.id === sale.id ? { ...other, cpf } : other)),
    )
  }
  // The problem the demo bar made up is put right as well, unless the correction left it wrong.
  const stillWrong =
    fix.code === '778' &&
    get('products').some((product) => product.id === fix.productId && hasWrongNcm(product))
  if (readWorld().rejection === fix.code && !stillWrong) changeWorld({ rejection: null })
  return issue(sale.id)
}

export const canCancel = (sale: Sale, now: number) =>
  sale.invoice.status === 'authorised' && now - sale.invoice.at <= CANCEL_WINDOW_MS

export function cancelInvoice(sale: Sale): void {
  write(sale.id, { status: 'cancelled', at: Date.now() })
  moveStock(sale, 1)
  trilha.track('nfce_cancelada')
}
