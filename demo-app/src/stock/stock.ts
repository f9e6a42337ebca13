import { html, nothing } from 'lit'
import { Bell, Boxes, ClipboardList, PackagePlus } from 'lucide'
import { t } from '../locales/index.ts'
import { dialog } from '../parts/dialog.ts'
import { icon } from '../parts/icon.ts'
import { typed } from '../parts/keypad.ts'
import { isPhone } from '../parts/layout.ts'
import { productIcon } from '../parts/product-icons.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { unstable } from '../parts/unstable.ts'
import '../parts/virtual-list.ts'
import { quantityText, stockText, unbroken } from '../rules/money.ts'
import type { Product } from '../state/model.ts'
import { shop } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import componentsCss from '../styles/components.css?inline'
import { trilha } from '../trilha.ts'
import { isLow } from './low.ts'
import stockCss from './stock.css?inline'

const c = unstable(componentsCss + stockCss)

type Act = 'entry' | 'count' | 'minimum'

interface Doing {
  act: Act
  product: Product
  value: number
}

const MAX_QUANTITY = 999_999

class Stock extends Screen {
  #onlyLow = get('products').some(isLow)
  #doing: Doing | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.#onlyLow) trilha.track('alerta_estoque_visto')
  }

  protected override render() {
    const low = get('products').filter(isLow)
    const shown = this.#onlyLow ? low : get('products')
    const filter = (only: boolean, label: string) =>
      html`<button class=${c(`pill ${this.#onlyLow === only ? 'on' : ''}`)} aria-pressed=${this.#onlyLow === only} data-guia=${only ? 'estoque-acabando' : 'estoque-todos'} @click=${() =>
        this.act(() => {
          this.#onlyLow = only
        })}>${label}</button>`
    return html`<section class="screen" data-guia="tela-estoque">${topBar(t.stock.title)}<div class=${c('page')}>
      <header class=${c('heading')}><h2>${low.length ? t.stock.lowTitle(low.length) : t.stock.fine}</h2><div class=${c('segments')}>${filter(true, t.stock.low)}${filter(false, t.stock.all)}</div></header>
      ${shown.length ? html`<cf-virtual-list class=${c('card goods')} data-guia="lista-estoque" .items=${shown} .row=${this.#row} .rowHeight=${isPhone() ? 146 : 76}></cf-virtual-list>` : html`<div class=${c('card empty')}>${icon(Boxes, 44)}<strong>${t.stock.fine}</strong><p>${t.stock.fineText}</p></div>`}
      ${this.#doing ? this.#dialog(this.#doing) : nothing}</div></section>`
  }

  #row = (product: Product) => {
    const { name, stock, minStock, unit, category, icon: drawing } = product
    const hue = shop()?.categories.find((known) => known.id === category)?.hue ?? 'grocery'
    const [kind, word] =
      stock <= 0
        ? ['error', t.stock.state.out]
        : isLow(product)
          ? ['warning', t.stock.state.low]
          : ['done', t.stock.state.ok]
    const act = (name: Act, drawn: typeof Bell, label: string) =>
      html`<button class=${c('btn act')} data-guia="estoque-${name}" aria-label="${label}: ${product.name}" @click=${() =>
        this.act(() => {
          this.#doing = { act: name, product, value: name === 'minimum' ? minStock : 0 }
        })}>${icon(drawn, 20)}<span>${label}</span></button>`
    return html`<div class=${c('good')}><span class=${c(`hue ${hue}`)}>${icon(productIcon(drawing), 20)}</span>
      <div class=${c('what')}><strong>${unbroken(name)}</strong><small>${t.stock.min(stockText(minStock, unit))}</small></div>
      <strong class=${c('now')}>${stockText(stock, unit)}</strong><span class=${c(`chip ${kind}`)}>${word}</span>
      <div class=${c('acts')}>${act('entry', PackagePlus, t.stock.entry)}${act('count', ClipboardList, t.stock.count)}${act('minimum', Bell, t.stock.minimum)}</div></div>`
  }

  #dialog(doing: Doing) {
    const { act, product, value } = doing
    const close = () =>
      this.act(() => {
        this.#doing = null
      })
    const words = {
      entry: [t.stock.entryTitle, t.stock.entryText],
      count: [t.stock.countTitle, t.stock.countText],
      minimum: [t.stock.minTitle, t.stock.minText],
    }[act]
    const type = (key: string) =>
      this.act(() => {
        this.#doing = { ...doing, value: Math.min(typed(value, key), MAX_QUANTITY) }
      })
    return dialog({
      title: words[0]!,
      text: `${product.name} · ${words[1]}`,
      close,
      guia: `dialogo-estoque-${act}`,
      keys: type,
      body: html`<output class=${c('big-field value')} data-guia="valor-estoque">${product.unit === 'kg' ? quantityText(value, 'kg') : value}</output><cf-keypad corner="clear" @press=${(event: CustomEvent<string>) => type(event.detail)}></cf-keypad>`,
      actions: html`<button type="button" class=${c('btn')} @click=${close}>${t.common.cancel}</button><button type="button" class=${c('btn fill')} data-guia="salvar-estoque" ?disabled=${act === 'entry' && value === 0} @click=${() => {
        this.#save(doing)
        close()
      }}>${t.stock.save}</button>`,
    })
  }

  #save({ act, product, value }: Doing): void {
    const patch = (known: Product) =>
      act === 'entry'
        ? { stock: known.stock + value }
        : act === 'count'
          ? { stock: value }
          : { minStock: value }
    set(
      'products',
      get('products').map((known) => (known.id === product.id ? { ...known, ...patch(known) } : known)),
    )
    if (act === 'entry') trilha.track('entrada_nota')
    if (act === 'count') trilha.track('inventario_feito')
    if (act === 'minimum') trilha.track('estoque_minimo_definido')
    say(act === 'entry' ? t.stock.entered : act === 'count' ? t.stock.counted : t.stock.minSaved)
  }
}
customElements.define('cf-stock', Stock)
