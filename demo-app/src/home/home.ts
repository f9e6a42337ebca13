import { html } from 'lit'
import {
  ArrowDownLeft,
  Boxes,
  ChartColumn,
  ChevronRight,
  CircleCheck,
  CreditCard,
  FileText,
  type IconNode,
  Lock,
  LockOpen,
  LogOut,
  Package,
  Printer,
  Receipt,
  Settings,
  ShieldCheck,
  ShoppingBasket,
  Truck,
  Users,
} from 'lucide'
import { openSession, salesOf } from '../drawer/drawer.ts'
import { dayAndMonth, fullDate, spokenTime, t, weekdayAndDate } from '../locales/index.ts'
import { may } from '../operators/permissions.ts'
import { avatar, firstName } from '../parts/avatar.ts'
import { bars } from '../parts/bars.ts'
import { icon } from '../parts/icon.ts'
import { isPhone } from '../parts/layout.ts'
import { Screen } from '../parts/screen.ts'
import { topBar } from '../parts/top-bar.ts'
import { byHour, byMethod, soldBetween, startOfDay, sumCents } from '../reports/report.ts'
import { go } from '../router.ts'
import { money } from '../rules/money.ts'
import { operator, productsReady, shop, signOut } from '../state/session.ts'
import { get } from '../state/store.ts'
import { isLow } from '../stock/low.ts'
import './home.css'

const DAY_MS = 24 * 60 * 60_000
const WARN_DAYS = 30

interface Pending {
  icon: IconNode
  kind: 'done' | 'warning' | 'error' | ''
  title: string
  text: string
  to: string
}

class Home extends Screen {
  protected override render() {
    const who = operator()!
    return html`<section class="screen">${topBar(t.nav.home)}<div class="body home">
      <div class="hello"><div><h2>${this.#greeting()}</h2><p class="muted">${weekdayAndDate(Date.now())}</p></div>
        ${may(who.role, 'sell') ? html`<a class="btn main" href="/venda" data-guia="inicio-nova-venda">${icon(ShoppingBasket, 28)}${t.home.newSale}</a>` : ''}</div>
      ${this.#sold()}${this.#drawer()}${this.#pending()}
      <nav class="shortcuts" aria-label=${t.nav.shortcuts}>${this.#shortcuts()}</nav>
      <nav class="shortcuts small" aria-label=${t.nav.menu}>
        <a class="card me" href="/entrar" data-guia="inicio-trocar-operador">${avatar(who, 40)}<span>${t.nav.switch}</span></a>
        ${(
          [
            ['configuracoes', Settings, 'settings', t.nav.settings],
            ['operadores', Users, 'operators', t.nav.operators],
            ['plano', CreditCard, 'plan', t.nav.plan],
            ['pedido', Truck, undefined, t.nav.order],
          ] as const
        )
          .filter(([, , area]) => !area || may(who.role, area))
          .map(
            ([name, drawing, , title]) =>
              html`<a class="card" href="/${name}">${icon(drawing)}<span>${title}</span></a>`,
          )}
        <button class="card" type="button" @click=${this.#leave}>${icon(LogOut)}<span>${t.nav.leave}</span></button>
      </nav>
    </div></section>`
  }

  #leave = () => {
    signOut()
    go('/entrar')
  }

  #greeting() {
    const { name, feminine } = operator()!
    if (get('sales').length === 0) return t.home.welcome(firstName(name), feminine)
    const hour = new Date().getHours()
    return (hour < 12 ? t.home.morning : hour < 18 ? t.home.afternoon : t.home.evening)(firstName(name))
  }

  #sold() {
    const now = Date.now()
    const today = soldBetween(get('sales'), startOfDay(now), now)
    const hour = new Date(now).getHours()
    const [from, to] = today.length
      ? [Math.min(new Date(today[0]!.at).getHours(), hour - 6), Math.max(hour, 6)]
      : [8, 20]
    return html`<section class="card sold" data-guia="vendas-hoje"><h3 class="label">${t.home.soldToday}</h3>
      <strong class="huge" data-trilha-private>${money(sumCents(today))}</strong>
      <p class="muted">${today.length ? t.home.sales(today.length, money(Math.round(sumCents(today) / today.length))) : t.home.noSales}</p>
      ${
        isPhone() && !today.length
          ? ''
          : bars(
              byHour(today, Math.max(0, from), to).map(({ hour: at, cents }) => ({
                label: `${at}h`,
                value: cents,
                text: money(cents),
                strong: at === hour,
              })),
              t.home.byHour,
            )
      }
    </section>`
  }

  #drawer() {
    const session = openSession(get('drawer'))
    if (!session) {
      return html`<section class="card till" data-guia="cartao-caixa"><h3 class="label">${t.common.till(1)}</h3><strong class="state">${icon(Lock, 26)}${t.home.closed}</strong>
        <p class="muted">${t.home.closedText}</p><a class="btn wide" href="/caixa" data-guia="abrir-caixa">${t.home.openDrawer}</a></section>`
    }
    const { cash, pix, card } = byMethod(salesOf(session, get('sales')))
    const row = (label: string, cents: number) => html`<div><dt>${label}</dt><dd>${money(cents)}</dd></div>`
    return html`<section class="card till" data-guia="cartao-caixa"><h3 class="label">${t.common.till(1)}</h3><strong class="state open">${icon(LockOpen, 26)}${t.home.openedAt(spokenTime(session.openedAt))}</strong>
      <dl>${row(t.home.float, session.floatCents)}${row(t.home.cash, cash)}${row(t.home.pix, pix)}${row(t.home.card, card)}</dl>
      <a class="btn wide" href="/caixa" data-guia="ver-caixa">${t.home.seeDrawer}</a></section>`
  }

  #pending() {
    return html`<section class="card pending" data-guia="pendencias"><h3 class="label">${t.home.pending}</h3>
      <ul>${this.#list()
        .slice(0, 4)
        .map(
          (item) =>
            html`<li><a href=${item.to}><span class="badge-soft ${item.kind}">${icon(item.icon, 22)}</span><span><strong>${item.title}</strong><small>${item.text}</small></span></a></li>`,
        )}</ul></section>`
  }

  #list(): Pending[] {
    const { certificate, printer } = get('settings')
    const count = (status: string) => get('sales').filter(({ invoice }) => invoice.status === status).length
    const low = get('products').filter(isLow)
    const days = certificate && Math.ceil((certificate.validUntil - Date.now()) / DAY_MS)
    const list: Pending[] = []
    if (count('rejected'))
      list.push({
        icon: FileText,
        kind: 'error',
        title: t.home.toFix(count('rejected')),
        text: t.home.toFixText,
        to: '/notas',
      })
    if (count('pending'))
      list.push({
        icon: FileText,
        kind: 'warning',
        title: t.home.toIssue(count('pending')),
        text: t.home.toIssueText,
        to: '/notas',
      })
    if (count('contingency'))
      list.push({
        icon: FileText,
        kind: 'warning',
        title: t.home.toSend(count('contingency')),
        text: navigator.onLine ? t.home.toSendText : t.home.toSendOffline,
        to: '/notas',
      })
    if (!certificate)
      list.push({
        icon: ShieldCheck,
        kind: 'error',
        title: t.home.certMissing,
        text: t.home.certMissingText,
        to: '/configuracoes/fiscal',
      })
    else if (days! <= WARN_DAYS)
      list.push({
        icon: ShieldCheck,
        kind: 'error',
        title: t.home.certSoon(Math.max(0, days!)),
        text: t.home.certSoonText(dayAndMonth(certificate.validUntil)),
        to: '/configuracoes/fiscal',
      })
    if (!printer.testedAt)
      list.push({
        icon: Printer,
        kind: 'warning',
        title: t.home.printerUntested,
        text: t.home.printerUntestedText,
        to: '/configuracoes/impressora',
      })
    if (low.length)
      list.push({
        icon: Boxes,
        kind: '',
        title: t.home.low(low.length),
        text: low
          .slice(0, 3)
          .map(({ name }) => name.split(' ')[0])
          .join(', '),
        to: '/estoque',
      })
    if (certificate && days! > WARN_DAYS)
      list.push({
        icon: ShieldCheck,
        kind: 'done',
        title: t.home.certReady,
        text: t.home.certReadyText(fullDate(certificate.validUntil)),
        to: '/configuracoes/fiscal',
      })
    if (list.length < 3)
      list.push({
        icon: Package,
        kind: 'done',
        title: t.home.productsReady(productsReady()),
        text: t.home.productsReadyText,
        to: '/produtos',
      })
    return list.length
      ? list
      : [{ icon: CircleCheck, kind: 'done', title: t.home.allDone, text: shop()!.name, to: '/inicio' }]
  }

  #shortcuts() {
    const card = (to: string, drawing: IconNode, title: string, guia: string) =>
      html`<a class="card" href=${to} data-guia=${guia}>${icon(drawing, 26)}<span>${title}</span>${icon(ChevronRight, 22)}</a>`
    const { role } = operator()!
    return [
      may(role, 'prices') ? card('/produtos/novo', Package, t.home.newProduct, 'atalho-produto') : '',
      may(role, 'sell') ? card('/notas', Receipt, t.home.todayInvoices, 'atalho-notas') : '',
      may(role, 'sell') ? card('/caixa/sangria', ArrowDownLeft, t.home.withdrawal, 'atalho-sangria') : '',
      may(role, 'reports') ? card('/relatorios/dia', ChartColumn, t.home.dayReport, 'atalho-relatorio') : '',
    ]
  }
}
customElements.define('cf-home', Home)
