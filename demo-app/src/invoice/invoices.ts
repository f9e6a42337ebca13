import { html } from 'lit'
import { ChevronRight, ReceiptText } from 'lucide'
import { momentText, t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { topBar } from '../parts/top-bar.ts'
import { money } from '../rules/money.ts'
import type { InvoiceStatus, Sale } from '../state/model.ts'
import { get } from '../state/store.ts'
import './invoice.css'

const KIND: Record<InvoiceStatus, string> = {
  pending: 'warning',
  authorised: 'done',
  rejected: 'error',
  contingency: 'warning',
  cancelled: '',
}
const MOST = 60

/** What waits for a person comes first, then the newest. */
const inOrder = (sales: Sale[]) => {
  const waits = ({ invoice }: Sale) => Number(invoice.status === 'rejected' || invoice.status === 'pending')
  return [...sales].sort((a, b) => waits(b) - waits(a) || b.at - a.at).slice(0, MOST)
}

class Invoices extends Screen {
  protected override render() {
    const sales = inOrder(get('sales'))
    return html`<section class="screen">${topBar(t.invoice.listTitle)}<div class="body">
      ${
        sales.length
          ? html`<ul class="card note-list" data-guia="lista-notas">${sales.map(
              (
                sale,
              ) => html`<li><a href="/nota/${sale.id}"><span class="badge-soft ${KIND[sale.invoice.status]}">${icon(ReceiptText, 22)}</span>
            <span class="note-name"><strong>${t.invoice.number(sale.invoice.number)}</strong><small>${momentText(sale.at, Date.now())} · ${t.method[sale.method]}</small></span>
            <strong>${money(sale.totalCents)}</strong><span class="chip ${KIND[sale.invoice.status]}">${t.invoice.status[sale.invoice.status]}</span>${icon(ChevronRight, 22)}</a></li>`,
            )}</ul>`
          : html`<div class="empty">${icon(ReceiptText, 44)}<strong>${t.invoice.none}</strong><p>${t.invoice.noneText}</p><a class="btn" href="/venda">${t.pay.goSale}</a></div>`
      }
    </div></section>`
  }
}
customElements.define('cf-invoices', Invoices)
