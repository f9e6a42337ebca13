import { html } from 'lit'
import {
  Check,
  ChevronRight,
  CircleAlert,
  Clock,
  type IconNode,
  MessageCircle,
  Printer,
  ReceiptText,
  RotateCcw,
  ShieldAlert,
  ShoppingBasket,
  WifiOff,
} from 'lucide'
import { clockTime, t } from '../locales/index.ts'
import { dialog } from '../parts/dialog.ts'
import { icon } from '../parts/icon.ts'
import { isPhone } from '../parts/layout.ts'
import { receipt } from '../parts/receipt.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { go, parts } from '../router.ts'
import { money } from '../rules/money.ts'
import type { Sale } from '../state/model.ts'
import { get } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { readWorld } from '../world/world.ts'
import { canCancel, cancelInvoice, correct, fiscalReady, issue } from './issue.ts'
import { fixFor, isCpf, isRejection } from './rejections.ts'
import './invoice.css'

class InvoiceScreen extends Screen {
  #sending = false
  #asksCancel = false
  #correction: string | null = null

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // Leaving the note for later ends the sale at the counter.
    trilha.saleEnds()
  }

  protected override render() {
    const sale = get('sales').find(({ id }) => id === parts()[1])
    if (!sale)
      return html`<section class="screen">${topBar(t.invoice.title)}<div class="body"><div class="empty">${icon(ReceiptText, 44)}<strong>${t.invoice.notFound}</strong><a class="btn" href="/notas">${t.nav.invoices}</a></div></div></section>`
    return html`<section class="screen">${topBar(t.invoice.title)}<div class="note" data-nota=${sale.invoice.status}>
      <div class="note-main">${this.#state(sale)}</div>
      <aside class="note-paper" tabindex="0" aria-label=${t.invoice.title}>${receipt(sale)}</aside>
      ${this.#asksCancel ? this.#cancelDialog(sale) : ''}
    </div></section>`
  }

  #state(sale: Sale) {
    if (this.#sending)
      return this.#head(
        Clock,
        'wait',
        t.invoice.sending,
        `${money(sale.totalCents)} ${t.methodIn[sale.method]}`,
        sale,
      )
    switch (sale.invoice.status) {
      case 'pending':
        return fiscalReady() ? this.#pending(sale) : this.#noCertificate(sale)
      case 'rejected':
        return this.#rejected(sale)
      case 'contingency':
        return html`${this.#head(WifiOff, 'warn', t.invoice.contingency, t.invoice.contingencyText, sale)}<p class="muted">${this.#deadline()}</p>${this.#acts(sale)}${this.#newSale()}`
      case 'cancelled':
        return html`${this.#head(RotateCcw, 'wait', t.invoice.cancelled, t.invoice.cancelledText)}${this.#newSale()}`
      case 'authorised':
        return html`${this.#head(Check, 'good', t.invoice.authorised, t.invoice.authorisedText(sale.invoice.number, money(sale.totalCents), t.methodIn[sale.method]), sale)}${this.#acts(sale)}${this.#newSale()}`
    }
  }

  #deadline() {
    return t.invoice.deadline[get('settings').company.uf] ?? t.invoice.deadlineElsewhere
  }

  #head(drawing: IconNode, kind: string, title: string, text: string, sale?: Sale) {
    return html`<div class="note-head" role="status"><span class="seal ${kind}">${icon(drawing, 52, kind === 'good' ? 3 : 2.4)}</span><div><h2 data-guia="estado-nota">${title}</h2><p>${text}</p></div></div>
      ${sale && sale.changeCents > 0 ? html`<div class="note-change" data-guia="troco" data-trilha-avoid><span>${t.invoice.change}</span><strong data-trilha-private>${money(sale.changeCents)}</strong></div>` : ''}`
  }

  #pending(sale: Sale) {
    return html`${this.#head(Check, 'good', t.invoice.paid, t.invoice.paidText(money(sale.totalCents), t.methodIn[sale.method]), sale)}
      <footer class="note-foot"><button class="btn tall" data-guia="emitir-depois" @click=${() => go('/venda')}>${t.invoice.later}</button><button class="btn main" data-guia="emitir-nfce" data-trilha-avoid @click=${() => this.#issue(sale)}>${icon(ReceiptText, 26)}${t.invoice.issue}</button></footer>`
  }

  #noCertificate(sale: Sale) {
    return html`${this.#head(ShieldAlert, 'warn', t.invoice.noCert, t.invoice.noCertText, sale)}
      <footer class="note-foot"><a class="btn tall" href="/venda" data-guia="nova-venda">${t.invoice.newSale}</a><a class="btn main" href="/configuracoes/fiscal" data-guia="ir-fiscal" data-trilha-avoid>${t.invoice.goFiscal}</a></footer>`
  }

  #rejected(sale: Sale) {
    const code = sale.invoice.rejection ?? ''
    if (!isRejection(code)) return this.#pending(sale)
    const fix = fixFor(code, sale, get('products'), get('settings'))
    const words = t.invoice.fix[code]
    const value = this.#correction ?? fix.suggestion
    // A note goes out without a CPF, but not with one that does not exist.
    const canSend = code === '281' || (code === '237' ? !value.trim() || isCpf(value) : Boolean(value.trim()))
    const send = () => (code === '281' ? go('/configuracoes/fiscal') : this.#correct(sale, value))
    return html`${this.#head(CircleAlert, 'bad', t.invoice.rejected, t.invoice.rejectedText)}
      <section class="card fix" data-guia="corrigir-nota"><h3>${words.title(fix.productName ?? '')}</h3><p>${words.text}</p>
        ${
          code === '281'
            ? ''
            : html`<div class="fix-row"><output class="input wrong" aria-label=${t.invoice.current}>${fix.wrong || '—'}</output>${icon(ChevronRight, 24)}
          <input class="input" data-guia="valor-correto" aria-label=${t.invoice.correct} placeholder=${t.invoice.correct} autocomplete="off" .value=${value} @input=${(
            event: Event,
          ) => {
            this.#correction = (event.target as HTMLInputElement).value
            this.requestUpdate()
          }} />
          ${fix.suggestion && value === fix.suggestion ? html`<span class="chip done">${icon(Check, 18)}${t.invoice.suggestion}</span>` : ''}</div>`
        }</section>
      <p class="hint">${t.invoice.rejection(code, words.reason, get('settings').company.city, clockTime(sale.invoice.at))}</p>
      <footer class="note-foot"><button class="btn tall" data-guia="resolver-depois" @click=${() => go('/venda')}>${t.invoice.resolveLater}</button><button class="btn main" data-guia="corrigir-enviar" data-trilha-avoid ?disabled=${!canSend} @click=${send}>${code === '281' ? t.invoice.goFiscal : t.invoice.fixAndSend}</button></footer>`
  }

  #acts(sale: Sale) {
    const print = () => {
      const fault = readWorld().printerFault
      if (fault) trilha.track('impressora_erro')
      say(fault ? t.invoice.printerFault : t.invoice.printed, fault ? 'error' : 'done')
    }
    return html`<div class="note-acts" ?data-trilha-avoid=${!isPhone()}><button class="btn tall" data-guia="imprimir-nota" @click=${print}>${icon(Printer, 26)}${t.invoice.print}</button>
      <button class="btn tall" data-guia="enviar-whatsapp" @click=${() => say(t.invoice.sent)}>${icon(MessageCircle, 26)}${t.invoice.whatsapp}</button>
      ${
        sale.invoice.status === 'authorised'
          ? html`<button class="btn tall" data-guia="cancelar-nota" @click=${() =>
              canCancel(sale, Date.now())
                ? this.act(() => {
                    this.#asksCancel = true
                  })
                : say(t.invoice.cancelLate, 'error')}>${icon(RotateCcw, 24)}${t.invoice.cancelNote}</button>`
          : ''
      }</div>`
  }

  #newSale() {
    return html`<footer class="note-foot"><a class="btn main" href="/venda" data-guia="nova-venda" data-trilha-avoid>${icon(ShoppingBasket, 28)}${t.invoice.newSale}</a></footer>`
  }

  #cancelDialog(sale: Sale) {
    const close = () =>
      this.act(() => {
        this.#asksCancel = false
      })
    return dialog({
      title: t.invoice.cancelTitle,
      text: t.invoice.cancelText,
      close,
      guia: 'dialogo-cancelar-nota',
      actions: html`<button type="button" class="btn" @click=${close}>${t.common.back}</button><button type="button" class="btn danger" data-guia="confirmar-cancelar-nota" @click=${() => {
        cancelInvoice(sale)
        close()
      }}>${t.invoice.cancelConfirm}</button>`,
    })
  }

  async #issue(sale: Sale): Promise<void> {
    this.act(() => {
      this.#sending = navigator.onLine
    })
    await issue(sale.id)
    this.act(() => {
      this.#sending = false
    })
  }

  async #correct(sale: Sale, value: string): Promise<void> {
    const code = sale.invoice.rejection ?? ''
    if (!isRejection(code)) return
    const fix = fixFor(code, sale, get('products'), get('settings'))
    this.act(() => {
      this.#sending = navigator.onLine
      this.#correction = null
    })
    await correct(sale, fix, value)
    this.act(() => {
      this.#sending = false
    })
  }
}
customElements.define('cf-invoice', InvoiceScreen)
