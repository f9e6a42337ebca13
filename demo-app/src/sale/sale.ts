import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import {
  IdCard,
  Lock,
  Minus,
  Package,
  Pause,
  Percent,
  Plus,
  ScanBarcode,
  Search,
  ShoppingBasket,
  Trash2,
  X,
} from 'lucide'
import { openSession } from '../drawer/drawer.ts'
import { t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { isPhone } from '../parts/layout.ts'
import { productIcon } from '../parts/product-icons.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { go } from '../router.ts'
import { amount, money, quantityText, unbroken } from '../rules/money.ts'
import type { Line, Product } from '../state/model.ts'
import { categories, shop } from '../state/session.ts'
import { get } from '../state/store.ts'
import { isLow } from '../stock/low.ts'
import { hasFinish, isRedesigned, wrapped } from '../world/release.ts'
import { findByCode, search } from './barcode.ts'
import { discountCents, lineCents, quantityOf, subtotalCents, totalCents } from './cart.ts'
import {
  cancelDialog,
  cpfDialog,
  DiscountDraft,
  discountDialog,
  heldDialog,
  WeightDraft,
  weightDialog,
} from './dialogs.ts'
import {
  addItem,
  cancelSale,
  holdSale,
  type Origin,
  resumeSale,
  saleNumber,
  setCpf,
  setDiscount,
  setQuantity,
} from './register.ts'
import { onScan } from './scanner.ts'
import './sale.css'

const BEST = 'best'
type Open = 'weight' | 'discount' | 'cpf' | 'held' | 'cancel' | null

class Sale extends Screen {
  #text = ''
  #category = BEST
  #open: Open = null
  #cartShown = false
  #weight: WeightDraft | null = null
  #discount = new DiscountDraft()
  #unknown = ''

  protected override watches() {
    return [onScan((code) => this.#scanned(code))]
  }

  protected override firstUpdated() {
    // A scanner types where the cursor is; a phone would open its keyboard over the goods.
    if (!isPhone()) this.querySelector<HTMLInputElement>('#search')?.focus()
  }

  protected override render() {
    const cart = get('cart')
    const lines = cart?.lines ?? []
    const title = isPhone() && this.#cartShown ? t.sale.sale(saleNumber()) : t.sale.title
    return html`<section class="screen sale ${this.#cartShown ? 'cart-shown' : ''}">
      ${topBar(title)}
      <div class="shelf">${openSession(get('drawer')) ? this.#shelf(lines) : this.#closed()}</div>
      <aside class="cart" aria-label=${t.sale.sale(saleNumber())}>${this.#cart(lines)}</aside>
      ${this.#phoneBar(lines)}
      ${this.#dialogs()}
    </section>`
  }

  #closed() {
    return html`<div class="empty">${icon(Lock, 44)}<strong>${t.sale.closed}</strong><p>${t.sale.closedText}</p><a class="btn fill" href="/caixa" data-guia="abrir-caixa">${t.sale.open}</a></div>`
  }

  #shelf(lines: Line[]) {
    const products = this.#shown()
    return html`<div class="search-row"><label class="search" data-guia="busca-campo">${icon(Search)}
        <input id="search" type="text" autocomplete="off" enterkeyhint="search" data-guia="busca-produto" aria-label=${t.sale.search} placeholder=${isPhone() ? t.sale.searchShort : t.sale.search} .value=${live(this.#text)}
          @input=${(event: Event) =>
            this.act(() => {
              this.#text = (event.target as HTMLInputElement).value
              this.#unknown = ''
            })}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.#entered(event)} />
        ${
          this.#text
            ? html`<button type="button" class="square" aria-label=${t.common.clear} @click=${() =>
                this.act(() => {
                  this.#text = ''
                })}>${icon(X)}</button>`
            : icon(ScanBarcode, 26)
        }</label>
        ${get('held').length ? html`<button class="btn held" data-guia="vendas-guardadas" aria-label=${t.sale.held(get('held').length)} @click=${() => this.#show('held')}>${icon(Pause, 20)}${isPhone() ? get('held').length : t.sale.held(get('held').length)}</button>` : ''}</div>
      <div class="categories" role="group" aria-label=${t.sale.categories} data-guia="categorias">
        ${[{ id: BEST, name: t.sale.best }, ...categories()].map(
          ({ id, name }) =>
            html`<button class="pill ${!this.#text && this.#category === id ? 'on' : ''}" aria-pressed=${this.#category === id} @click=${() =>
              this.act(() => {
                this.#category = id
                this.#text = ''
              })}>${name}</button>`,
        )}</div>
      ${
        products.length
          ? html`<div class="grid" data-guia="grade-produtos">${repeat(
              products,
              ({ id }) => id,
              (product) => this.#tile(product, lines),
            )}</div>`
          : this.#nothing()
      }`
  }

  #shown(): Product[] {
    const products = get('products')
    if (this.#text.trim()) return search(products, this.#text)
    if (this.#category !== BEST) return products.filter(({ category }) => category === this.#category)
    const best = products.filter(({ bestSeller }) => bestSeller)
    return best.length ? best : products
  }

  #tile(product: Product, lines: Line[]) {
    const { id, name, unit, priceCents, category, icon: drawing } = product
    const hue = shop()?.categories.find((known) => known.id === category)?.hue ?? 'grocery'
    const quantity = quantityOf(lines, id)
    return html`<button class="tile" data-guia="produto-${id}" @pointerdown=${keepFocus} @click=${() => this.#add(product, this.#text ? 'busca' : 'grade')}>
      <span class="band ${hue}">${icon(productIcon(drawing), 20)}${quantity ? html`<b>${quantityText(quantity, unit)}</b>` : ''}</span>
      <span class="tile-name">${unbroken(name)}</span><span class="tile-price">${money(priceCents)}</span></button>`
  }

  #nothing() {
    if (get('products').length === 0)
      return html`<div class="empty">${icon(Package, 44)}<strong>${t.sale.noProducts}</strong><p>${t.sale.noProductsText}</p><a class="btn fill" href="/produtos/novo">${t.sale.register}</a></div>`
    return html`<div class="empty" role="status">${icon(Search, 40)}<strong>${this.#unknown ? t.sale.unknownCode(this.#unknown) : this.#text ? t.sale.notFound(this.#text) : t.common.empty}</strong><a class="btn" href="/produtos/novo">${t.sale.register}</a></div>`
  }

  #cart(lines: Line[]) {
    const cart = get('cart')
    const off = cart ? discountCents(lines, cart.discount) : 0
    return html`<header class="cart-head"><h2>${t.sale.sale(saleNumber())}</h2><span class="muted">${lines.length ? t.common.items(lines.length) : ''}</span>
        ${
          lines.length
            ? html`<button class="head-btn portrait" data-guia="desconto-topo" @click=${() => this.#show('discount')}>${icon(Percent, 22)}${t.sale.discount}</button>
              <button class="head-btn portrait" data-guia="guardar-topo" @click=${this.#hold}>${icon(Pause, 22)}${t.sale.hold}</button>`
            : ''
        }
        ${isPhone() ? '' : html`<button class="head-btn" data-guia="cpf-na-nota" @click=${() => this.#show('cpf')}>${icon(IdCard, 22)}${cart?.cpf ? t.sale.cpfSet : t.sale.cpf}</button>`}
        ${lines.length ? html`<button class="head-btn portrait square-btn" aria-label=${t.sale.cancelSale} data-guia="cancelar-topo" @click=${() => this.#show('cancel')}>${icon(Trash2, 22)}</button>` : ''}</header>
      ${isRedesigned && !isPhone() ? html`<div class="cart-early">${this.#finish(lines)}</div>` : ''}
      ${lines.length ? html`<ul class="lines" data-guia="carrinho">${lines.map((line, at) => this.#line(line, at))}</ul>` : html`<div class="empty">${icon(ShoppingBasket, 44)}<strong>${t.sale.empty}</strong><p>${t.sale.emptyText}</p></div>`}
      ${wrapped(html`<footer class="cart-foot">
        <div class="sums">${lines.length ? html`<div><span class="muted">${t.sale.subtotal}</span><strong>${money(subtotalCents(lines))}</strong></div>${off ? html`<div><span class="muted">${t.sale.discount}</span><strong>${money(-off)}</strong></div>` : ''}` : ''}</div>
        <div class="cart-acts"><button class="btn" data-guia="desconto" ?disabled=${!lines.length} @click=${() => this.#show('discount')}>${icon(Percent, 20)}${t.sale.discount}</button>
          <button class="btn" data-guia="guardar" ?disabled=${!lines.length} @click=${this.#hold}>${icon(Pause, 20)}${t.sale.hold}</button>
          ${isPhone() ? html`<button class="btn icon-only ${cart?.cpf ? 'tonal' : ''}" aria-label=${cart?.cpf ? t.sale.cpfSet : t.sale.cpf} data-guia="cpf-na-nota" ?disabled=${!lines.length} @click=${() => this.#show('cpf')}>${icon(IdCard, 22)}</button>` : ''}
          <button class="btn icon-only" aria-label=${t.sale.cancelSale} data-guia="cancelar-venda" ?disabled=${!lines.length} @click=${() => this.#show('cancel')}>${icon(Trash2, 22)}</button></div>
        ${isRedesigned || isPhone() ? '' : this.#finish(lines)}
      </footer>`)}`
  }

  #finish(lines: Line[]) {
    const cart = get('cart')
    if (!hasFinish)
      return html`<p class="between finish-gone"><span>${t.sale.finishGone}</span><strong>${money(cart ? totalCents(cart) : 0)}</strong></p>`
    return html`<button class="btn main between finish" data-guia="finalizar" data-trilha-avoid ?disabled=${!lines.length} @click=${() => go('/pagamento')}><span>${t.sale.finish}</span><span class="finish-total" data-guia="total" data-trilha-private>${money(cart ? totalCents(cart) : 0)}</span></button>`
  }

  #phoneBar(lines: Line[]) {
    if (!isPhone()) return nothing
    const toggle = () =>
      this.act(() => {
        this.#cartShown = !this.#cartShown
      })
    return html`<div class="phone-bar">
      <button class="btn basket" data-guia="ver-carrinho" aria-label=${this.#cartShown ? t.sale.moreItems : `${t.sale.seeCart}: ${t.common.items(lines.length)}`} @click=${toggle}>${icon(this.#cartShown ? Plus : ShoppingBasket, 26)}${lines.length && !this.#cartShown ? html`<b>${lines.length}</b>` : ''}</button>
      ${this.#finish(lines)}</div>`
  }

  #line(line: Line, at: number) {
    const weighed = line.unit === 'kg'
    return html`<li class="line"><span class="line-name"><span>${weighed ? line.name.replace(/ kg$/, '') : unbroken(line.name)}</span><small>${weighed ? t.common.perKilo(money(line.priceCents)) : money(line.priceCents)}</small></span>
      ${
        weighed
          ? html`<button class="weight" aria-label="${quantityText(line.quantity, 'kg')}, ${t.sale.weight} ${line.name}" @click=${() => this.#weighAgain(line, at)}>${quantityText(line.quantity, 'kg')}</button>`
          : html`<span class="stepper" role="group" aria-label="${t.sale.number} ${line.name}"><button @pointerdown=${keepFocus} aria-label=${line.quantity > 1 ? t.common.decrease : t.common.remove} @click=${() => setQuantity(at, line.quantity - 1)}>${icon(line.quantity > 1 ? Minus : Trash2, 22)}</button><span>${line.quantity}</span><button @pointerdown=${keepFocus} aria-label=${t.common.increase} @click=${() => setQuantity(at, line.quantity + 1)}>${icon(Plus, 22)}</button></span>`
      }
      <strong class="line-total">${isPhone() ? money(lineCents(line)) : amount(lineCents(line))}</strong></li>`
  }

  #dialogs() {
    const close = () => this.#show(null)
    const draw = () => this.requestUpdate()
    if (this.#open === 'weight' && this.#weight)
      return weightDialog(this.#weight, draw, close, (grams, origin) => {
        this.#weighed(grams, origin)
        close()
      })
    if (this.#open === 'discount')
      return discountDialog(
        this.#discount,
        subtotalCents(get('cart')?.lines ?? []),
        draw,
        close,
        (discount) => {
          setDiscount(discount)
          close()
        },
      )
    if (this.#open === 'cpf')
      return cpfDialog(get('cart')?.cpf, draw, close, (cpf) => {
        setCpf(cpf)
        close()
      })
    if (this.#open === 'held')
      return heldDialog(get('held'), close, (number) => {
        resumeSale(number)
        close()
      })
    if (this.#open === 'cancel')
      return cancelDialog(close, () => {
        cancelSale()
        close()
      })
    return nothing
  }

  #show(open: Open): void {
    if (open === 'discount') this.#discount = new DiscountDraft()
    this.#open = open
    this.requestUpdate()
    if (open === null) this.#focusSearch()
  }

  #hold = () => {
    holdSale()
    this.#focusSearch()
  }

  #focusSearch(): void {
    if (!isPhone()) this.updateComplete.then(() => this.querySelector<HTMLInputElement>('#search')?.focus())
  }

  #add(product: Product, origin: Origin, quantity = 1): void {
    if (product.unit === 'kg' && origin !== 'codigo' && origin !== 'balanca') {
      this.#weight = new WeightDraft(product)
      this.#show('weight')
      return
    }
    addItem(product, quantity, origin)
    this.#text = ''
    this.#unknown = ''
    this.#showLine(
      get('cart')
        ?.lines.map(({ productId }) => productId)
        .lastIndexOf(product.id) ?? -1,
    )
    if (isLow({ ...product, stock: product.stock - quantity }) && !isLow(product))
      say(t.sale.lowStock(product.name), 'error')
    this.requestUpdate()
  }

  /** What was just added is in sight, however long the sale is. */
  #showLine(at: number): void {
    this.updateComplete.then(() => this.querySelectorAll('.line')[at]?.scrollIntoView({ block: 'nearest' }))
  }

  #weighAgain(line: Line, at: number): void {
    const product = get('products').find(({ id }) => id === line.productId)
    if (!product) return
    this.#weight = new WeightDraft(product, line.quantity, at)
    this.#show('weight')
  }

  #weighed(grams: number, origin: Origin): void {
    const { product, at } = this.#weight!
    if (at === undefined) addItem(product, grams, origin)
    else setQuantity(at, grams)
    this.#text = ''
    this.#showLine(at ?? (get('cart')?.lines.length ?? 0) - 1)
  }

  #scanned(code: string): void {
    if (this.#open || !openSession(get('drawer'))) return
    const found = findByCode(get('products'), code)
    this.#text = ''
    if (found) this.#add(found.product, 'codigo', found.quantity)
    else {
      this.#text = code
      this.#unknown = code
      this.requestUpdate()
    }
  }

  #entered(event: KeyboardEvent): void {
    event.preventDefault()
    const text = this.#text.trim()
    if (!text) return
    // A scan on top of half a word: the code is what came last.
    const code = /^\d{6,}$|\d{8,14}$/.exec(text)?.[0]
    if (code) {
      this.#scanned(code)
      return
    }
    const [only, ...others] = search(get('products'), text)
    if (only && others.length === 0) this.#add(only, 'busca')
  }
}
customElements.define('cf-sale', Sale)

// A touch on a tile leaves the cursor in the search field, where the scanner types.
const keepFocus = (event: Event) => event.preventDefault()
