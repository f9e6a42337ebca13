import { html } from 'lit'
import { cpfText } from '../invoice/rejections.ts'
import { t } from '../locales/index.ts'
import { amount, money, quantityText } from '../rules/money.ts'
import { lineCents } from '../sale/cart.ts'
import type { Sale } from '../state/model.ts'
import { shop } from '../state/session.ts'
import { get } from '../state/store.ts'
import { qr } from './qr.ts'

/** The note as it comes out of the printer: always ink on paper, in every theme. */
export function receipt(sale: Sale) {
  const { company } = get('settings')
  const at = new Date(sale.invoice.at)
  return html`<article class="receipt ${sale.invoice.status}" data-guia="nota-impressa" data-trilha-private>
    <header><strong>${shop()!.name.toUpperCase()}</strong><p>CNPJ ${company.cnpj}</p><p>${company.address} · ${company.city}, ${company.uf}</p>${sale.invoice.status === 'contingency' ? html`<p class="receipt-note"><strong>${t.invoice.paperContingency}</strong><br />${t.invoice.paperContingencyText}</p>` : ''}</header>
    <ul>${sale.lines.map((line) => html`<li><span>${line.unit === 'kg' ? `${quantityText(line.quantity, 'kg')} ${line.name.replace(/ kg$/, '')}` : `${line.quantity} × ${line.name}`}</span><span>${amount(lineCents(line))}</span></li>`)}</ul>
    <dl>${sale.discountCents ? html`<div><dt>${t.invoice.discount}</dt><dd>− ${amount(sale.discountCents)}</dd></div>` : ''}
      <div class="sum"><dt>${t.invoice.total}</dt><dd>${money(sale.totalCents)}</dd></div>
      <div><dt>${t.method[sale.method]}</dt><dd>${amount(sale.receivedCents)}</dd></div>
      ${sale.changeCents ? html`<div><dt>${t.invoice.change}</dt><dd>${amount(sale.changeCents)}</dd></div>` : ''}</dl>
    <footer><div class="receipt-qr">${qr(`https://www.sefaz.example/nfce?p=${company.cnpj.replace(/\D/g, '')}${String(sale.invoice.number).padStart(9, '0')}|2|1`, t.invoice.number(sale.invoice.number))}</div>
      <div><p>${t.invoice.number(sale.invoice.number)}</p><p>${t.invoice.series}</p><p>${at.toLocaleDateString('pt-BR')} ${at.toLocaleTimeString('pt-BR', { hour: '2-digit', minute: '2-digit' })}</p><p>${sale.cpf ? `CPF ${cpfText(sale.cpf)}` : t.invoice.anonymous}</p></div></footer>
  </article>`
}
