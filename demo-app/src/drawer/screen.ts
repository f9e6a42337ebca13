import { html } from 'lit'
import {
  ArrowDownLeft,
  ArrowUpRight,
  CircleCheck,
  Minus,
  Plus,
  Printer,
  ShoppingBasket,
  TriangleAlert,
} from 'lucide'
import { momentText, spokenTime, t } from '../locales/index.ts'
import { avatar, firstName } from '../parts/avatar.ts'
import { icon } from '../parts/icon.ts'
import { typed } from '../parts/keypad.ts'
import { isPhone } from '../parts/layout.ts'
import { moneyField } from '../parts/money-field.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { byMethod } from '../reports/report.ts'
import { go, onRoute, parts } from '../router.ts'
import { amount, money } from '../rules/money.ts'
import type { DrawerSession } from '../state/model.ts'
import { nameOf, operator } from '../state/session.ts'
import { get } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { wrapped } from '../world/release.ts'
import { readWorld } from '../world/world.ts'
import { closeDrawer, moveMoney, openDrawer } from './acts.ts'
import {
  type Count,
  countedCents,
  differenceCents,
  emptyCount,
  expectedCents,
  lastClosed,
  movements,
  NOTES,
  openSession,
  salesOf,
} from './drawer.ts'
import './drawer.css'

const FLOATS_CENTS = [5000, 10_000, 15_000, 20_000]

class Drawer extends Screen {
  #cents = 0
  #reason = 0
  #problem = ''
  #count: Count = emptyCount()
  #compared = false
  /** Once compared, counting again is no longer blind. */
  #blind = true

  /** What was typed for one act is not for the next. */
  protected override watches() {
    return [onRoute(() => this.#clear())]
  }

  #clear(): void {
    this.#cents = 0
    this.#reason = 0
    this.#problem = ''
    this.#count = emptyCount()
    this.#compared = false
    this.#blind = true
  }

  protected override render() {
    const session = openSession(get('drawer'))
    const asked = parts()[1]
    const body = !session
      ? this.#opening()
      : asked === 'suprimento'
        ? this.#moving(session, 'supply')
        : asked === 'sangria'
          ? this.#moving(session, 'withdrawal')
          : asked === 'fechar'
            ? this.#closing(session)
            : this.#day(session)
    return html`<section class="screen">${topBar(t.drawer.title, { showClosed: true })}${body}</section>`
  }

  #set = (cents: number) =>
    this.act(() => {
      this.#cents = cents
      this.#problem = ''
    })
  #pad = () =>
    html`<cf-keypad class="drawer-pad" data-guia="teclado-valor" ?data-trilha-avoid=${!isPhone()} @press=${(event: CustomEvent<string>) => this.#set(typed(this.#cents, event.detail))}></cf-keypad>`

  #opening() {
    const last = lastClosed(get('drawer'))
    const difference = last ? differenceCents(last.expectedCents ?? 0, last.countedCents ?? 0) : 0
    const open = () => {
      openDrawer(this.#cents)
      this.#set(0)
      go('/caixa')
    }
    return wrapped(html`<div class="drawer-form"><div class="drawer-left">
        <h2>${t.drawer.openTitle}</h2><p class="lead">${t.drawer.openText}</p>
        <label class="label" for="float">${t.drawer.float}</label>
        ${moneyField({ id: 'float', label: t.drawer.float, cents: this.#cents, guia: 'troco-inicial', first: true, change: this.#set, submit: open })}
        <div class="quick-row" data-trilha-avoid>${FLOATS_CENTS.map((cents) => html`<button class="btn" @click=${() => this.#set(cents)}>${money(cents)}</button>`)}</div>
        <p class="who">${avatar(operator()!, 36)}<span>${operator()!.name} · ${last ? t.drawer.last(momentText(last.closedAt!, Date.now()), difference === 0 ? t.drawer.noDifference : t.drawer.withDifference(money(difference))) : t.drawer.first}</span></p>
        <button class="btn main wide end" data-guia="confirmar-abertura" data-trilha-avoid @click=${open}>${t.drawer.open}</button>
      </div>${this.#pad()}</div>`)
  }

  #day(session: DrawerSession) {
    const print = () => {
      const fault = readWorld().printerFault
      if (fault) trilha.track('impressora_erro')
      say(fault ? t.invoice.printerFault : t.drawer.partialDone, fault ? 'error' : 'done')
    }
    return html`<div class="drawer-day"><section class="card moves"><header><h2>${t.drawer.today}</h2><span class="muted">${t.drawer.openedBy(spokenTime(session.openedAt), firstName(nameOf(session.openedBy)))}</span></header>
        <ul data-guia="movimento">${movements(session, get('sales')).map(({ at, kind, cents, reason, count }) => html`<li><span class="muted">${spokenTime(at)}</span><strong>${t.drawer.kind[kind]}</strong><span class="muted">${kind === 'open' ? t.drawer.float : kind === 'sales' ? t.drawer.soFar(count!) : reason}</span><b>${cents < 0 ? '−' : '+'} ${amount(Math.abs(cents))}</b></li>`)}</ul>
        <footer><strong>${t.drawer.expected}</strong><span class="muted">${t.drawer.expectedText}</span></footer></section>
      <div class="drawer-acts"><a class="btn tall" href="/caixa/suprimento" data-guia="suprimento">${icon(ArrowUpRight, 26)}${t.drawer.supply}</a>
        <a class="btn tall" href="/caixa/sangria" data-guia="sangria">${icon(ArrowDownLeft, 26)}${t.drawer.withdrawal}</a>
        <button class="btn tall" data-guia="imprimir-parcial" @click=${print}>${icon(Printer, 26)}${t.drawer.partial}</button>
        <a class="btn main end" href="/caixa/fechar" data-guia="fechar-caixa" data-trilha-avoid>${t.drawer.close}</a></div></div>`
  }

  #moving(session: DrawerSession, kind: 'supply' | 'withdrawal') {
    const reasons = t.drawer.reasons[kind]
    const done = () => {
      if (kind === 'withdrawal' && this.#cents > expectedCents(session, get('sales')))
        return this.act(() => {
          this.#problem = t.drawer.tooMuch
        })
      moveMoney(kind, this.#cents, reasons[this.#reason] ?? reasons[0]!)
      say(t.drawer.kind[kind])
      go('/caixa')
    }
    return html`<div class="drawer-form"><div class="drawer-left">
        <h2>${kind === 'supply' ? t.drawer.supplyTitle : t.drawer.withdrawalTitle}</h2><p class="lead">${kind === 'supply' ? t.drawer.supplyText : t.drawer.withdrawalText}</p>
        <label class="label" for="moved">${t.drawer.value}</label>
        ${moneyField({ id: 'moved', label: t.drawer.value, cents: this.#cents, guia: 'valor-movimento', first: true, change: this.#set, submit: () => this.#cents && done() })}
        ${this.#problem ? html`<p class="problem" role="alert">${icon(TriangleAlert, 20)}${this.#problem}</p>` : ''}
        <span class="label">${t.drawer.reason}</span>
        <div class="segments">${reasons.map(
          (reason, at) =>
            html`<button class="pill ${this.#reason === at ? 'on' : ''}" aria-pressed=${this.#reason === at} @click=${() =>
              this.act(() => {
                this.#reason = at
              })}>${reason}</button>`,
        )}</div>
        <div class="two end"><a class="btn tall" href="/caixa">${t.common.cancel}</a><button class="btn main" data-guia="confirmar-movimento" data-trilha-avoid ?disabled=${this.#cents === 0} @click=${done}>${kind === 'supply' ? t.drawer.registerSupply : t.drawer.registerWithdrawal}</button></div>
      </div>${this.#pad()}</div>`
  }

  #closing(session: DrawerSession) {
    if (get('cart')?.lines.length) {
      return html`<div class="body"><div class="empty">${icon(ShoppingBasket, 44)}<strong>${t.drawer.cartOpen}</strong><p>${t.drawer.cartOpenText}</p><a class="btn fill" href="/venda">${t.drawer.goSale}</a></div></div>`
    }
    const sales = salesOf(session, get('sales'))
    const { pix, card } = byMethod(sales)
    const waiting = get('sales').filter(
      ({ invoice }) => invoice.status === 'contingency' || invoice.status === 'pending',
    ).length
    const counted = countedCents(this.#count)
    return html`<div class="drawer-close"><section class="card counting"><h2>${t.drawer.countTitle}</h2><p class="muted">${t.drawer.countText}</p>
        <div class="notes">${NOTES.map((note) => this.#note(note))}${this.#loose('coinsCents', t.drawer.coins, 'moedas')}${this.#loose('vouchersCents', t.drawer.vouchers, 'vales')}</div>
        <footer><span>${t.drawer.counted}</span><strong data-guia="contado">${money(counted)}</strong></footer></section>
      <div class="drawer-acts"><dl class="card rows facts"><div><dt>${t.drawer.card}</dt><dd>${money(card)}</dd></div><div><dt>${t.drawer.pix}</dt><dd>${money(pix)}</dd></div><div><dt>${t.drawer.sales}</dt><dd>${sales.length}</dd></div><div><dt>${t.drawer.toSend}</dt><dd>${waiting}</dd></div></dl>
        ${this.#compared ? this.#verdict(expectedCents(session, get('sales')), counted) : ''}
        <div class="closing-acts end">${
          this.#compared
            ? html`<button class="btn tall" data-guia="contar-de-novo" @click=${() =>
                this.act(() => {
                  this.#compared = false
                })}>${t.drawer.again}</button><button class="btn main" data-guia="confirmar-fechamento" data-trilha-avoid @click=${() => this.#close(counted)}>${t.drawer.close}</button>`
            : html`<a class="btn tall" href="/caixa">${t.common.back}</a><button class="btn main" data-guia="conferir" data-trilha-avoid @click=${() => this.#compare()}>${t.drawer.check}</button>`
        }</div></div></div>`
  }

  #note(note: number) {
    const count = this.#count.notes[note] ?? 0
    const set = (next: number) =>
      this.act(() => {
        this.#count = {
          ...this.#count,
          notes: { ...this.#count.notes, [note]: Math.min(999, Math.max(0, next)) },
        }
      })
    return html`<div class="note-row"><span>R$ ${note}</span><span class="stepper" role="group" aria-label="R$ ${note}"><button aria-label=${t.common.decrease} ?disabled=${this.#compared || !count} @click=${() => set(count - 1)}>${icon(Minus, 22)}</button>
      <input inputmode="numeric" aria-label="R$ ${note}" data-guia="cedulas-${note}" ?disabled=${this.#compared} .value=${String(count)} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value.replace(/\D/g, '')))} />
      <button aria-label=${t.common.increase} ?disabled=${this.#compared} @click=${() => set(count + 1)}>${icon(Plus, 22)}</button></span></div>`
  }

  #loose(name: 'coinsCents' | 'vouchersCents', label: string, guia: string) {
    return html`<div class="note-row"><span>${label}</span>${moneyField({
      id: guia,
      label,
      cents: this.#count[name],
      guia,
      className: 'input loose',
      change: (cents) =>
        this.act(() => {
          if (!this.#compared) this.#count = { ...this.#count, [name]: cents }
        }),
    })}</div>`
  }

  #compare(): void {
    if (this.#blind) trilha.track('fechamento_cego')
    this.act(() => {
      this.#compared = true
      this.#blind = false
    })
  }

  #verdict(expected: number, counted: number) {
    const difference = differenceCents(expected, counted)
    const kind = difference === 0 ? 'done' : difference < 0 ? 'error' : 'warning'
    const title =
      difference === 0
        ? t.drawer.exact
        : difference < 0
          ? t.drawer.short(money(-difference))
          : t.drawer.over(money(difference))
    return html`<div class="verdict ${kind}" role="status" data-guia="diferenca">${icon(difference === 0 ? CircleCheck : TriangleAlert, 34)}<div><strong>${title}</strong><p>${t.drawer.compare(money(expected), money(counted))}</p></div></div>`
  }

  #close(counted: number): void {
    closeDrawer(counted)
    say(t.drawer.closedTitle)
    go('/caixa')
  }
}
customElements.define('cf-drawer', Drawer)
