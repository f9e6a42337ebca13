import { html } from 'lit'
import {
  Banknote,
  Boxes,
  ChartColumn,
  CircleQuestionMark,
  CreditCard,
  House,
  type IconNode,
  LogOut,
  Package,
  Receipt,
  Settings,
  ShoppingBasket,
  Truck,
  Users,
} from 'lucide'
import { t } from './locales/index.ts'
import { watchIdle } from './login/idle.ts'
import { type Area, may } from './operators/permissions.ts'
import { avatar, initials } from './parts/avatar.ts'
import { icon } from './parts/icon.ts'
import { isPhone, onLayout } from './parts/layout.ts'
import { logo } from './parts/logo.ts'
import { every, Screen } from './parts/screen.ts'
import { toast } from './parts/toast.ts'
import { topBar } from './parts/top-bar.ts'
import { go, parts, path, startRouter } from './router.ts'
import { operator, shop, signOut } from './state/session.ts'
import { isShopOpen } from './state/store.ts'

interface Place {
  title: () => string
  icon: IconNode
  area?: Area
  draw: () => unknown
}

/** The table of contents: first part of the address, screen, and who may enter. */
const places: Record<string, Place> = {
  inicio: { title: () => t.nav.home, icon: House, draw: () => html`<cf-home></cf-home>` },
  venda: {
    title: () => t.nav.sale,
    icon: ShoppingBasket,
    area: 'sell',
    draw: () => html`<cf-sale></cf-sale>`,
  },
  pagamento: {
    title: () => t.pay.title,
    icon: CreditCard,
    area: 'sell',
    draw: () => html`<cf-payment></cf-payment>`,
  },
  nota: {
    title: () => t.invoice.title,
    icon: Receipt,
    area: 'sell',
    draw: () => html`<cf-invoice></cf-invoice>`,
  },
  notas: {
    title: () => t.nav.invoices,
    icon: Receipt,
    area: 'sell',
    draw: () => html`<cf-invoices></cf-invoices>`,
  },
  caixa: {
    title: () => t.nav.drawer,
    icon: Banknote,
    area: 'sell',
    draw: () => html`<cf-drawer></cf-drawer>`,
  },
  produtos: {
    title: () => t.nav.products,
    icon: Package,
    area: 'products',
    draw: () => html`<cf-products></cf-products>`,
  },
  estoque: { title: () => t.nav.stock, icon: Boxes, area: 'stock', draw: () => html`<cf-stock></cf-stock>` },
  relatorios: {
    title: () => t.nav.reports,
    icon: ChartColumn,
    area: 'reports',
    draw: () => html`<cf-reports></cf-reports>`,
  },
  operadores: {
    title: () => t.nav.operators,
    icon: Users,
    area: 'operators',
    draw: () => html`<cf-operators></cf-operators>`,
  },
  configuracoes: {
    title: () => t.nav.settings,
    icon: Settings,
    area: 'settings',
    draw: () => html`<cf-settings></cf-settings>`,
  },
  plano: { title: () => t.nav.plan, icon: CreditCard, area: 'plan', draw: () => html`<cf-plan></cf-plan>` },
  pedido: { title: () => t.nav.order, icon: Truck, draw: () => html`<cf-order></cf-order>` },
  ajuda: { title: () => t.nav.help, icon: CircleQuestionMark, draw: () => html`<cf-help></cf-help>` },
}

const main = ['inicio', 'venda', 'caixa', 'produtos', 'estoque', 'relatorios']
const more = ['notas', 'operadores', 'configuracoes', 'plano', 'pedido']
/** Screens that belong to another one's button in the rail. */
const under: Record<string, string> = { pagamento: 'venda', nota: 'venda' }

export class CaixaFacil extends Screen {
  #menuOpen = false
  #path = path()

  protected override watches() {
    const again = () => this.requestUpdate()
    return [
      startRouter(() =>
        this.act(() => {
          this.#menuOpen = false
        }),
      ),
      every(15_000, again),
      onLayout(again),
      watchIdle(() => signOut(false)),
    ]
  }

  protected override render() {
    const first = parts()[0]
    if (!shop() || !isShopOpen() || !operator() || first === 'entrar')
      return html`<cf-login></cf-login>${toast()}`
    const place = places[first ?? ''] ?? places.inicio!
    return html`<div class="shell" data-tela=${places[first ?? ''] ? first! : 'inicio'} data-menu=${this.#menuOpen ? 'open' : 'closed'} data-aparelho=${isPhone() ? 'celular' : 'balcao'} @menu=${() =>
      this.act(() => {
        this.#menuOpen = true
      })}>
      ${this.#nav(under[first ?? ''] ?? first ?? 'inicio')}
      ${this.#menuOpen && !isPhone() ? this.#menu() : ''}
      <main class="outlet" tabindex="-1">${this.#allowed(place) ? place.draw() : this.#refused(place)}</main>
      ${toast()}
    </div>`
  }

  protected override updated() {
    if (this.#path === path()) return
    this.#path = path()
    requestAnimationFrame(() => this.#arrive())
  }

  /** Another address begins at its top; and the keyboard goes on there when what had the cursor is gone. */
  #arrive() {
    const main = this.querySelector('main')
    for (const part of main?.querySelectorAll('*') ?? []) part.scrollTop = 0
    if (document.activeElement === document.body) main?.focus({ preventScroll: true })
  }

  #allowed = ({ area }: Place) => !area || may(operator()!.role, area)

  #nav(current: string) {
    const item = (name: string) =>
      html`<a class="nav-item" href="/${name}" data-guia="nav-${name}" aria-current=${current === name || (name === 'inicio' && !places[current]) ? 'page' : 'false'}>${icon(places[name]!.icon)}<span>${places[name]!.title()}</span></a>`
    return html`${this.#menuOpen ? html`<button class="menu-back ${isPhone() ? 'drawer' : ''}" aria-label=${t.nav.close} @click=${this.#toggle}></button>` : ''}
      <nav class="nav ${this.#menuOpen ? 'open' : ''}" aria-label=${t.nav.main} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#menuOpen && this.#toggle()}>
        <a class="logo" href="/inicio" tabindex="-1">${logo()}</a>
        ${main.map(item)}
        <span class="nav-space"></span>
        ${isPhone() ? '' : html`<div data-trilha-slot="guide"></div>`}
        ${item('ajuda')}
        <button class="avatar-btn" type="button" data-guia="menu-operador" aria-expanded=${this.#menuOpen} aria-label="${initials(operator()!.name)}, ${operator()!.name}: ${t.nav.menu}" @click=${this.#toggle}>${avatar(operator()!)}</button>
        <div class="nav-more">${isPhone() ? html`${this.#moreItems('nav-item')}` : ''}</div>
      </nav>`
  }

  #toggle = () =>
    this.act(() => {
      this.#menuOpen = !this.#menuOpen
    })

  #menu() {
    const who = operator()!
    return html`<nav class="menu" aria-label=${t.nav.menu} data-guia="menu-aberto" @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#toggle()}>
      <div class="menu-who">${avatar(who)}<span>${who.name}<small>${t.role[who.role](who.feminine)} · ${t.common.till(1)}</small></span></div>
      ${this.#moreItems('menu-item')}
    </nav>`
  }

  #moreItems(className: string) {
    return html`${more
      .filter((name) => this.#allowed(places[name]!))
      .map(
        (name) =>
          html`<a class=${className} href="/${name}" data-guia="nav-${name}" @click=${() =>
            this.act(() => {
              this.#menuOpen = false
            })}>${icon(places[name]!.icon, 22)}${places[name]!.title()}</a>`,
      )}
      <a class=${className} href="/entrar" data-guia="trocar-operador">${icon(Users, 22)}${t.nav.switch}</a>
      <button class=${className} data-guia="sair" @click=${() => {
        this.#menuOpen = false
        signOut()
        go('/entrar')
      }}>${icon(LogOut, 22)}${t.nav.leave}</button>`
  }

  #refused(place: Place) {
    return html`<section class="screen">${topBar(place.title())}<div class="body"><div class="empty">${icon(place.icon, 40)}<strong>${t.common.notAllowed}</strong><p>${t.common.notAllowedHow}</p><a class="btn" href="/entrar">${t.nav.switch}</a></div></div></section>`
  }
}
customElements.define('caixa-facil', CaixaFacil)
