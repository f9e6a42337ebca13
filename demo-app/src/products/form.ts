import { html } from 'lit'
import { TriangleAlert } from 'lucide'
import { correctNcm, hasWrongNcm, ncmText } from '../invoice/rejections.ts'
import { t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { say } from '../parts/toast.ts'
import { go } from '../router.ts'
import { amount, centsFromDigits } from '../rules/money.ts'
import type { Product } from '../state/model.ts'
import { categories, shop, shopChanged } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { isBarcode } from './csv.ts'

type Names = (names: string) => string
type Problem = Partial<Record<'name' | 'price' | 'barcode' | 'ncm', string>>

// As long as the note's own field for it.
const NAME_MAX = 120
const STOCK_MAX = 999_999

interface Draft {
  id?: string
  name: string
  category: string
  unit: 'un' | 'kg'
  priceCents: number
  barcode: string
  ncm: string
  stock: number
  minStock: number
}

const blank = (): Draft => ({
  name: '',
  category: shop()?.categories[0]?.id ?? '',
  unit: 'un',
  priceCents: 0,
  barcode: '',
  ncm: '',
  stock: 0,
  minStock: 0,
})

/** What is wrong with a product before it is saved, field by field. */
export function problemsOf(draft: Draft, products: Product[]): Problem {
  const taken =
    draft.barcode && products.some(({ id, barcode }) => barcode === draft.barcode && id !== draft.id)
  return {
    ...(draft.name.trim().length < 2 && { name: t.common.required }),
    ...(draft.priceCents <= 0 && { price: t.products.priceWrong }),
    ...(draft.barcode && !isBarcode(draft.barcode) && { barcode: t.products.barcodeWrong }),
    ...(taken && { barcode: t.products.barcodeTaken }),
    ...(draft.ncm && draft.ncm.length !== 8 && { ncm: t.products.ncmWrong }),
  }
}

/** New product and edit: the same form, one draft. */
export class ProductForm {
  #draft: Draft = blank()
  #of: string | undefined | null = null
  #problems: Problem = {}

  constructor(private readonly again: () => void) {}

  draw(c: Names, product: Product | undefined) {
    if (this.#of !== product?.id) this.#start(product)
    const draft = this.#draft
    const text = (
      name: 'name' | 'barcode' | 'ncm',
      label: string,
      guia: string,
      more: { digits?: number; optional?: boolean } = {},
    ) => html`<label class=${c('field')}><span>${label}${more.optional ? html` <em>(${t.products.optional})</em>` : ''}</span>
      <input class=${c(`input ${this.#problems[name] ? 'bad' : ''}`)} data-guia=${guia} autocomplete="off" maxlength=${NAME_MAX} inputmode=${more.digits ? 'numeric' : 'text'} aria-invalid=${Boolean(this.#problems[name])} .value=${draft[name]}
        @input=${(event: Event) => {
          const field = event.target as HTMLInputElement
          if (more.digits) field.value = field.value.replace(/\D/g, '').slice(0, more.digits)
          this.#change({ [name]: field.value }, name)
        }} />${this.#problem(c, name)}</label>`
    const quantity = (
      name: 'stock' | 'minStock',
      label: string,
      guia: string,
    ) => html`<label class=${c('field')}><span>${label}${draft.unit === 'kg' ? ' (kg)' : ''}</span><input class=${c('input')} data-guia=${guia} inputmode="decimal" autocomplete="off" .value=${String(draft.unit === 'kg' ? draft[name] / 1000 : draft[name]).replace('.', ',')}
        @change=${(event: Event) => {
          const value = Math.min(
            Number((event.target as HTMLInputElement).value.replace(',', '.')) || 0,
            STOCK_MAX,
          )
          this.#change({ [name]: Math.max(0, Math.round(draft.unit === 'kg' ? value * 1000 : value)) })
        }} /></label>`
    return html`<form class=${c('form-page')} novalidate data-guia="formulario-produto" @submit=${(
      event: Event,
    ) => {
      event.preventDefault()
      this.#save()
    }}>
      <div class=${c('card form')}>
        ${text('name', t.products.nameLabel, 'produto-nome')}
        <div class=${c('field')}><span>${t.products.category}</span><div class=${c('segments')}>${categories().map(({ id, name }) => html`<button type="button" class=${c(`pill ${draft.category === id ? 'on' : ''}`)} aria-pressed=${draft.category === id} @click=${() => this.#change({ category: id })}>${name}</button>`)}</div></div>
        <div class=${c('pair')}><div class=${c('field')}><span>${t.products.unit}</span><div class=${c('segments')}>${(['un', 'kg'] as const).map((unit) => html`<button type="button" class=${c(`pill ${draft.unit === unit ? 'on' : ''}`)} aria-pressed=${draft.unit === unit} @click=${() => this.#change({ unit })}>${t.products.units[unit]}</button>`)}</div></div>
          <label class=${c('field')}><span>${t.products.price} (R$)</span><input class=${c(`input money ${this.#problems.price ? 'bad' : ''}`)} data-guia="produto-preco" inputmode="numeric" autocomplete="off" .value=${amount(draft.priceCents)} @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
            @input=${(event: Event) => {
              const field = event.target as HTMLInputElement
              const priceCents = centsFromDigits(field.value)
              field.value = amount(priceCents)
              this.#change({ priceCents }, 'price')
            }} />${this.#problem(c, 'price')}</label></div>
        <div class=${c('pair')}>${text('barcode', t.products.barcode, 'produto-codigo', { digits: 13, optional: true })}<div>${text('ncm', t.products.ncmLabel, 'produto-ncm', { digits: 8, optional: true })}${this.#suggestion(c)}</div></div>
        <div class=${c('pair')}>${quantity('stock', t.products.stockLabel, 'produto-estoque')}${quantity('minStock', t.products.minLabel, 'produto-minimo')}</div>
      </div>
      <footer class=${c('form-foot')}><a class=${c('btn tall')} href="/produtos">${t.common.cancel}</a><button class=${c('btn main')} data-guia="salvar-produto" data-trilha-avoid>${t.products.save}</button></footer></form>`
  }

  #suggestion(c: Names) {
    const right = correctNcm(this.#draft.ncm)
    return right && hasWrongNcm(this.#draft)
      ? html`<p class=${c('problem')}>${t.products.ncmFix(ncmText(right))} <button type="button" class=${c('link')} @click=${() => this.#change({ ncm: right })}>${t.products.useFix}</button></p>`
      : ''
  }

  #problem(c: Names, name: keyof Problem) {
    const text = this.#problems[name]
    return text
      ? html`<small class=${c('problem')} role="alert">${icon(TriangleAlert, 18)}${text}</small>`
      : ''
  }

  forget(): void {
    this.#of = null
  }

  #start(product: Product | undefined): void {
    this.#of = product?.id
    this.#problems = {}
    this.#draft = product ? { ...product, barcode: product.barcode ?? '' } : blank()
  }

  #change(patch: Partial<Draft>, fixed?: keyof Problem): void {
    this.#draft = { ...this.#draft, ...patch }
    if (fixed) this.#problems = { ...this.#problems, [fixed]: undefined }
    this.again()
  }

  #save(): void {
    this.#problems = problemsOf(this.#draft, get('products'))
    this.again()
    if (Object.values(this.#problems).some(Boolean)) return
    const { id, barcode, ...rest } = this.#draft
    const before = id && get('products').find((product) => product.id === id)
    const clean = { ...rest, name: rest.name.trim(), ...(barcode ? { barcode } : { barcode: undefined }) }
    if (before) {
      set(
        'products',
        get('products').map((product) => (product.id === id ? { ...product, ...clean } : product)),
      )
      if (before.priceCents !== clean.priceCents) trilha.track('preco_alterado')
      if (before.minStock !== clean.minStock) trilha.track('estoque_minimo_definido')
    } else {
      set('products', [{ ...clean, id: `p${Date.now()}`, icon: 'Tag' }, ...get('products')])
      trilha.track('produto_criado', {
        unidade: clean.unit,
        com_codigo: Boolean(barcode),
        com_ncm: Boolean(clean.ncm),
      })
      shopChanged()
    }
    say(before ? t.products.updated : t.products.created)
    go('/produtos')
  }
}
