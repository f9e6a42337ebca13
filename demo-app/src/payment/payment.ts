import { html, nothing } from 'lit'
import {
  ArrowLeft,
  Banknote,
  ChevronRight,
  Clock,
  CreditCard,
  type IconNode,
  Lock,
  QrCode,
  ShoppingBasket,
  WifiOff,
} from 'lucide'
import { openSession } from '../drawer/drawer.ts'
import { fiscalReady, issue } from '../invoice/issue.ts'
import { t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { typed } from '../parts/keypad.ts'
import { isPhone } from '../parts/layout.ts'
import { moneyField } from '../parts/money-field.ts'
import { qr } from '../parts/qr.ts'
import { every, Screen } from '../parts/screen.ts'
import { topBar } from '../parts/top-bar.ts'
import { unstable } from '../parts/unstable.ts'
import { go, parts } from '../router.ts'
import { amount, money, quantityText } from '../rules/money.ts'
import { lineCents, totalCents } from '../sale/cart.ts'
import { receive } from '../sale/register.ts'
import type { Cart, PayMethod } from '../state/model.ts'
import { shop } from '../state/session.ts'
import { get } from '../state/store.ts'
import componentsCss from '../styles/components.css?inline'
import { trilha } from '../trilha.ts'
import { readWorld } from '../world/world.ts'
import { changeCents, likelyCents } from './change.ts'
import paymentCss from './payment.css?inline'
import { brCode } from './pix.ts'
import { type TerminalAnswer, type TerminalKind, terminalUrl } from './terminal.ts'

type Way = 'dinheiro' | 'pix' | 'cartao'

const c = unstable(componentsCss + paymentCss)

const PIX_LASTS_MS = 105_000
// The customer of this demonstration takes six seconds to point the phone.
const PIX_PAID_AFTER_MS = 6000

class Payment extends Screen {
  #received: number | null = null
  #pixSince = 0
  #kind: TerminalKind = 'credito'
  #denied = false
  #attempt = 0

  protected override watches() {
    const listen = (event: MessageEvent<TerminalAnswer>) => {
      if (event.origin === location.origin && event.data?.terminal) this.#terminal(event.data.terminal)
    }
    window.addEventListener('message', listen)
    return [every(1000, () => this.#tick()), () => window.removeEventListener('message', listen)]
  }

  /** The address says how; a wide screen starts with cash, a phone asks. */
  get #way(): Way | null {
    const asked = parts()[1]
    if (asked === 'dinheiro' || asked === 'pix' || asked === 'cartao')
      return this.#reason(asked) ? null : asked
    return isPhone() ? null : 'dinheiro'
  }

  /** Why a way of paying is closed now, or nothing. */
  #reason(way: Way): string | undefined {
    const { accepts } = get('settings')
    if (way === 'dinheiro') return undefined
    if (!navigator.onLine) return t.pay.needsNet
    return accepts[way === 'pix' ? 'pix' : 'card'] ? undefined : t.pay.off
  }

  protected override render() {
    const cart = get('cart')
    const refusal = !openSession(get('drawer'))
      ? this.#refusal('/caixa', Lock, t.pay.drawerClosed, t.pay.drawerClosedText, t.sale.open)
      : !cart?.lines.length
        ? this.#refusal('/venda', ShoppingBasket, t.pay.nothing, t.pay.nothingText, t.pay.goSale)
        : null
    if (refusal || !cart)
      return html`<section class=${c('screen')} style="display:grid;grid-template-rows:56px 1fr">${topBar(t.pay.title)}${refusal}</section>`
    const way = this.#way ?? (isPhone() ? null : 'dinheiro')
    return html`<section class=${c(`payment ${way ? 'chosen' : ''}`)}>${topBar(t.pay.title)}
      <div class=${c('pay-body')}>${this.#bill(cart, way)}
        <div class=${c('pay-main')} data-guia=${isPhone() ? nothing : 'area-pagamento'}>${this.#ways(way)}${navigator.onLine ? nothing : this.#offline()}${this.#form(way, totalCents(cart), cart)}</div></div></section>`
  }

  #refusal(to: string, drawing: IconNode, title: string, text: string, label: string) {
    return html`<div class=${c('empty')}>${icon(drawing, 44)}<strong>${title}</strong><p>${text}</p><a class=${c('btn fill')} href=${to} data-guia="pagamento-sair">${label}</a></div>`
  }

  #bill(cart: Cart, way: Way | null) {
    // A phone shows one way at a time, and Pix and card have a button of their own to leave.
    const back =
      isPhone() && way === 'dinheiro'
        ? html`<a class=${c('bill-other')} href="/pagamento" data-guia="voltar-formas" aria-label=${t.pay.other}>${icon(ArrowLeft, 24)}</a>`
        : html`<a class=${c('bill-back')} href="/venda" data-guia="voltar-venda">${icon(ArrowLeft, 20)}${t.pay.back}</a>`
    return html`<aside class=${c('card bill')} aria-label=${t.sale.sale(cart.number)}>
      <header class=${c('bill-head')}><h2>${t.sale.sale(cart.number)}</h2><span class=${c('soft')}>${t.common.items(cart.lines.length)}</span></header>
      <ul class=${c('bill-lines')} tabindex="0">${cart.lines.map((line) => html`<li><span class=${c('times')}>${line.unit === 'kg' ? 1 : line.quantity}×</span><span class=${c('what')}>${line.unit === 'kg' ? line.name.replace(/ kg$/, '') : line.name} ${line.unit === 'kg' ? html`<small>${quantityText(line.quantity, 'kg')}</small>` : ''}</span><span>${amount(lineCents(line))}</span></li>`)}</ul>
      <footer class=${c('bill-foot')}><div class=${c('bill-total')} data-trilha-avoid data-guia="total-pagamento"><span>${t.pay.total}</span><strong data-trilha-private>${money(totalCents(cart))}</strong></div>
        ${back}</footer></aside>`
  }

  #ways(way: Way | null) {
    const choice = (name: Way, drawing: IconNode, label: string) => {
      const reason = this.#reason(name)
      return html`<button class=${c(`way ${way === name ? 'on' : ''} ${reason ? 'closed' : ''}`)} data-guia="pagamento-${name}" aria-pressed=${way === name} ?disabled=${Boolean(reason)} @click=${() => this.#choose(name)}>${icon(drawing, 30)}<span>${label}${reason ? html`<small>${reason}</small>` : ''}</span>${isPhone() ? icon(ChevronRight, 24) : ''}</button>`
    }
    return html`<div class=${c('ways')} role="group" aria-label=${t.pay.title} data-guia="formas-pagamento">${choice('dinheiro', Banknote, t.pay.cash)}${choice('pix', QrCode, t.pay.pix)}${choice('cartao', CreditCard, t.pay.card)}</div>`
  }

  #offline() {
    return html`<div class=${c('net-note')} role="status">${icon(WifiOff, 24)}<div><strong>${t.pay.offline}</strong><p>${t.pay.offlineText}</p></div></div>`
  }

  #form(way: Way | null, total: number, cart: Cart) {
    if (way === 'dinheiro') return this.#cash(total)
    if (way === 'pix') return this.#pix(total, cart)
    if (way === 'cartao') return this.#card(total)
    return html`<a class=${c('btn tall wide back-phone')} href="/venda" data-guia="voltar-venda-celular">${icon(ArrowLeft, 22)}${t.pay.back}</a>`
  }

  #cash(total: number) {
    const received = this.#received ?? 0
    const change = changeCents(total, received)
    const set = (cents: number) =>
      this.act(() => {
        this.#received = cents
      })
    const option = (label: string, cents: number) =>
      html`<button class=${c(`btn quick ${received === cents ? 'on' : ''}`)} aria-pressed=${received === cents} @click=${() => set(cents)}>${label}</button>`
    const done = () => change !== null && this.#paid('dinheiro', received)
    return html`<div class=${c('cash')}>
        <div class=${c('cash-left')}><label class=${c('label')} for="received">${t.pay.received}</label>
          ${moneyField({ id: 'received', label: t.pay.received, cents: received, guia: 'valor-recebido', first: true, change: set, submit: done, className: c('big-field') })}
          <div class=${c('quicks')}>${option(t.pay.exact, total)}${likelyCents(total).map((cents) => option(money(cents), cents))}</div>
          <div class=${c(`change ${change === null ? 'short' : ''}`)} data-guia="troco" data-trilha-avoid role="status"><span>${change === null && received > 0 ? t.pay.missing : t.pay.change}</span><strong>${money(change ?? (received > 0 ? total - received : 0))}</strong></div></div>
        <cf-keypad class=${c('pad')} data-guia="teclado-valor" @press=${(event: CustomEvent<string>) => set(typed(received, event.detail))}></cf-keypad>
      </div>
      <button class=${c('btn main wide end')} data-guia="confirmar-pagamento" data-trilha-avoid ?disabled=${change === null} @click=${done}><span>${t.pay.receive}</span><span>${money(received)}</span></button>`
  }

  #pix(total: number, cart: Cart) {
    // Before the first tick the code is new, not expired.
    const left = PIX_LASTS_MS - (this.#pixSince ? Date.now() - this.#pixSince : 0)
    const { company, pixKey } = get('settings')
    const code = brCode({
      key: pixKey,
      name: shop()!.name,
      city: company.city,
      cents: total,
      txid: `VENDA${cart.number}`,
    })
    const time = `${Math.floor(Math.max(0, left) / 60_000)}:${String(Math.floor((Math.max(0, left) % 60_000) / 1000)).padStart(2, '0')}`
    return html`<div class=${c('pix')}><div class=${c('qr-card')} data-guia="pix-qr">${qr(code, t.pay.qr)}</div>
        <div><h2>${t.pay.pixTitle}</h2><p class=${c('soft')}>${t.pay.pixText}</p>
        ${left > 0 ? html`<span class=${c('chip wait')} role="timer">${icon(Clock, 22)}${t.pay.waiting(time)}</span>` : html`<span class=${c('chip warning wait')}>${icon(Clock, 22)}${t.pay.pixExpired}</span><button class=${c('btn')} @click=${() => this.#startPix()}>${t.pay.newCode}</button>`}</div></div>
      <button class=${c('btn main other wide end')} data-guia="trocar-pagamento" data-trilha-avoid @click=${() => this.#choose(null)}>${t.pay.other}</button>`
  }

  #card(total: number) {
    const kinds: TerminalKind[] = ['debito', 'credito', 'vale']
    return html`<div class=${c('kinds')} role="group" aria-label=${t.pay.card}>${kinds.map(
      (kind) =>
        html`<button class=${c(`pill ${this.#kind === kind ? 'on' : ''}`)} aria-pressed=${this.#kind === kind} data-guia="cartao-${kind}" @click=${() =>
          this.act(() => {
            this.#kind = kind
            this.#denied = false
            this.#attempt++
          })}>${t.method[kind]}</button>`,
    )}</div>
      ${
        this.#denied
          ? html`<div class=${c('denied')} role="alert"><strong>${t.pay.denied}</strong><p>${t.pay.deniedText}</p><button class=${c('btn')} @click=${() =>
              this.act(() => {
                this.#denied = false
                this.#attempt++
              })}>${t.pay.retry}</button></div>`
          : html`<iframe class=${c('terminal')} title=${t.tef_frame} data-guia="maquininha" src=${terminalUrl({ kind: this.#kind, cents: total, attempt: this.#attempt })}></iframe>`
      }
      <button class=${c('btn main other wide end')} data-guia="cancelar-cartao" data-trilha-avoid @click=${() => this.#choose(null)}>${t.pay.cancelCard}</button>`
  }

  #choose(way: Way | null): void {
    this.#denied = false
    this.#attempt++
    go(way ? `/pagamento/${way}` : '/pagamento', { replace: !isPhone() })
    if (way === 'pix') this.#startPix()
    this.requestUpdate()
  }

  #startPix(): void {
    this.#pixSince = Date.now()
    trilha.track('pix_qr_gerado')
    this.requestUpdate()
  }

  #tick(): void {
    if (this.#way !== 'pix' || !get('cart')?.lines.length) return
    if (this.#pixSince === 0) this.#startPix()
    const waited = Date.now() - this.#pixSince
    if (waited >= PIX_PAID_AFTER_MS * (readWorld().slow ? 2 : 1) && waited < PIX_LASTS_MS) {
      trilha.track('pix_confirmado')
      this.#paid('pix', totalCents(get('cart')!))
    } else this.requestUpdate()
  }

  #terminal(answer: 'approved' | 'denied'): void {
    const cart = get('cart')
    if (!cart || this.#way !== 'cartao') return
    if (answer === 'approved') {
      trilha.track('tef_ok')
      this.#paid(this.#kind, totalCents(cart))
    } else {
      trilha.track('tef_negado')
      this.act(() => {
        this.#denied = true
      })
    }
  }

  #paid(method: PayMethod, cents: number): void {
    const sale = receive(method, cents)
    if (!sale) return
    this.#received = null
    go(`/nota/${sale.id}`, { replace: true })
    // Without a certificate the try fails at once, and tells Customer Success what is missing.
    if (get('settings').issueByItself || !fiscalReady()) void issue(sale.id)
  }
}
customElements.define('cf-payment', Payment)
