import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { Check, ChevronRight, CircleAlert, Package, Plus, ScanBarcode, Search, Upload } from 'lucide'
import { hasWrongNcm } from '../invoice/rejections.ts'
import { t } from '../locales/index.ts'
import { may } from '../operators/permissions.ts'
import { icon } from '../parts/icon.ts'
import { isPhone } from '../parts/layout.ts'
import { productIcon } from '../parts/product-icons.ts'
import { Screen } from '../parts/screen.ts'
import { topBar } from '../parts/top-bar.ts'
import { unstable } from '../parts/unstable.ts'
import '../parts/virtual-list.ts'
import { go, onRoute, parts } from '../router.ts'
import { money, stockText, unbroken } from '../rules/money.ts'
import { search } from '../sale/barcode.ts'
import { onScan } from '../sale/scanner.ts'
import type { Product } from '../state/model.ts'
import { operator, shop } from '../state/session.ts'
import { get } from '../state/store.ts'
import { isLow } from '../stock/low.ts'
import componentsCss from '../styles/components.css?inline'
import { ProductForm } from './form.ts'
import { ProductImport } from './import.ts'
import productsCss from './products.css?inline'

export const c = unstable(componentsCss + productsCss)

const ROW_PX = 60
const PHONE_ROW_PX = 86

class Products extends Screen {
  #text = ''
  #form = new ProductForm(() => this.requestUpdate())
  #import = new ProductImport(() => this.requestUpdate())

  protected override watches() {
    return [
      onScan((code) => {
        if (!parts()[1])
          this.act(() => {
            this.#text = code
          })
      }),
      // What was not saved is gone when she leaves the form.
      onRoute(() => {
        this.#form.forget()
        this.#import.forget()
      }),
    ]
  }

  protected override render() {
    const asked = parts()[1]
    const editor = may(operator()!.role, 'prices')
    const product = get('products').find(({ id }) => id === asked)
    const title =
      asked === 'novo'
        ? t.products.newTitle
        : asked === 'importar'
          ? t.products.importTitle
          : asked
            ? t.products.editTitle
            : t.products.title
    const body = !asked
      ? this.#list()
      : !editor
        ? html`<div class=${c('empty')}>${icon(Package, 44)}<strong>${t.common.askOwner}</strong><p>${t.products.only}</p><a class=${c('btn')} href="/produtos">${t.common.back}</a></div>`
        : asked === 'importar'
          ? this.#import.draw(c)
          : asked === 'novo' || product
            ? this.#form.draw(c, product)
            : html`<div class=${c('empty')}>${icon(Package, 44)}<strong>${t.products.none}</strong><a class=${c('btn')} href="/produtos">${t.common.back}</a></div>`
    return html`<section class="screen" data-guia="tela-produtos">${topBar(title)}${body}</section>`
  }

  #list() {
    const found = this.#text.trim() ? search(get('products'), this.#text) : get('products')
    const editor = may(operator()!.role, 'prices')
    return html`<div class=${c('page')}>
      <div class=${c('bar')}><label class=${c('search')}>${icon(Search)}<input type="text" autocomplete="off" data-guia="buscar-cadastro" aria-label=${t.products.search} placeholder=${t.products.search} .value=${live(this.#text)} @input=${(
        event: Event,
      ) =>
        this.act(() => {
          this.#text = (event.target as HTMLInputElement).value
        })} />${icon(ScanBarcode, 26)}</label>
        ${editor ? html`<a class=${c('btn')} href="/produtos/importar" data-guia="importar-csv">${icon(Upload, 22)}<span>${t.products.import}</span></a><a class=${c('btn fill')} href="/produtos/novo" data-guia="novo-produto">${icon(Plus, 22)}<span>${t.products.create}</span></a>` : ''}</div>
      <div class=${c('card table')} role=${found.length ? 'table' : nothing} aria-label=${t.products.title} aria-rowcount=${found.length || nothing}>
        ${
          found.length
            ? html`<div class=${c('head row')} role="row"><span></span><span role="columnheader">${t.products.name}</span><span role="columnheader">${t.products.barcode}</span><span role="columnheader" class=${c('right')}>${t.products.price}</span><span role="columnheader" class=${c('right')}>${t.products.stock}</span><span role="columnheader">${t.products.fiscal}</span><span></span></div>
              <cf-virtual-list class=${c('list')} data-guia="lista-produtos" .items=${found} .row=${this.#row} .rowHeight=${isPhone() ? PHONE_ROW_PX : ROW_PX}></cf-virtual-list>`
            : html`<div class=${c('empty')}>${icon(Package, 44)}<strong>${t.products.none}</strong><p>${t.products.noneText}</p></div>`
        }
      </div></div>`
  }

  #row = (product: Product) => {
    const { id, name, barcode, scaleCode, priceCents, stock, unit, category, icon: drawing, ncm } = product
    const hue = shop()?.categories.find((known) => known.id === category)?.hue ?? 'grocery'
    const fiscal = !ncm ? t.products.noNcm : hasWrongNcm(product) ? t.products.ncm : ''
    return html`<div class=${c('row')} role="row" data-produto=${id} tabindex="0" @click=${() => go(`/produtos/${id}`)} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && go(`/produtos/${id}`)}>
      <span class=${c(`hue ${hue}`)}>${icon(productIcon(drawing), 20)}</span><strong role="cell" class=${c('name')}>${unbroken(name)}</strong>
      <span role="cell" class=${c('code')}>${scaleCode ? t.products.scale(scaleCode) : (barcode ?? '—')}</span><strong role="cell" class=${c('right price')}>${money(priceCents)}</strong>
      <span role="cell" class=${c('right stock')}>${stockText(stock, unit)}${isLow(product) ? html`<span class=${c('chip warning small')}>${t.products.low}</span>` : ''}</span>
      <span role="cell" class=${c('fiscal')}>${fiscal ? html`<span class=${c('chip error')}>${icon(CircleAlert, 18)}${fiscal}</span>` : html`<span class=${c('chip done')}>${icon(Check, 18)}${t.products.ready}</span>`}</span>${icon(ChevronRight, 22)}</div>`
  }
}
customElements.define('cf-products', Products)
