import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import { Scale } from 'lucide'
import { cpfText, isCpf } from '../invoice/rejections.ts'
import { spokenTime, t } from '../locales/index.ts'
import { dialog } from '../parts/dialog.ts'
import { icon } from '../parts/icon.ts'
import { typed } from '../parts/keypad.ts'
import { moneyField } from '../parts/money-field.ts'
import { money, quantityText } from '../rules/money.ts'
import type { Cart, Discount, Product } from '../state/model.ts'
import { lineCents, totalCents } from './cart.ts'
import type { Origin } from './register.ts'

const MAX_GRAMS = 99_999

/** A weighing in progress; `at` is the line that is weighed again. */
export class WeightDraft {
  origin: Origin = 'grade'
  constructor(
    readonly product: Product,
    public grams = 0,
    readonly at?: number,
  ) {}
}

export function weightDialog(
  draft: WeightDraft,
  draw: () => void,
  close: () => void,
  done: (grams: number, origin: Origin) => void,
) {
  const { product } = draft
  const type = (key: string) => {
    draft.grams = Math.min(typed(draft.grams, key), MAX_GRAMS)
    draft.origin = 'grade'
    draw()
  }
  const read = () => {
    draft.grams = scaleReading(product)
    draft.origin = 'balanca'
    draw()
  }
  const line = {
    productId: product.id,
    name: product.name,
    unit: product.unit,
    priceCents: product.priceCents,
    quantity: draft.grams,
  }
  return dialog({
    title: t.sale.weigh,
    text: t.sale.weighText,
    close,
    guia: 'dialogo-peso',
    keys: type,
    body: html`<div class="weigh"><div class="weigh-value" role="status"><strong>${quantityText(draft.grams, 'kg')}</strong><span>${product.name} · ${money(lineCents(line))}</span></div>
      <button type="button" class="btn tonal wide" data-guia="ler-balanca" @click=${read}>${icon(Scale, 22)}${t.sale.readScale}</button>
      <cf-keypad @press=${(event: CustomEvent<string>) => type(event.detail)}></cf-keypad></div>`,
    actions: html`<button type="button" class="btn" @click=${close}>${t.common.cancel}</button><button class="btn fill" data-guia="confirmar-peso" ?disabled=${draft.grams === 0} @click=${() => done(draft.grams, draft.origin)}>${t.sale.addToSale}</button>`,
  })
}

// Stands in for the scale on the counter: each product lies on it with a weight of its own.
const scaleReading = ({ id }: Product) =>
  345 + ((id.charCodeAt(id.length - 1) * 7 + id.charCodeAt(id.length - 2)) % 13) * 125

export class DiscountDraft {
  kind: 'percent' | 'cents' = 'percent'
  percent = 0
  cents = 0
}

const PERCENTS = [5, 10, 15, 20]

export function discountDialog(
  draft: DiscountDraft,
  subtotal: number,
  draw: () => void,
  close: () => void,
  done: (discount: Discount | undefined) => void,
) {
  const set = (change: () => void) => () => {
    change()
    draw()
  }
  const off = draft.kind === 'percent' ? Math.round((subtotal * draft.percent) / 100) : draft.cents
  return dialog({
    title: t.sale.discountTitle,
    close,
    guia: 'dialogo-desconto',
    body: html`<div class="segments">
        <button type="button" class="pill ${draft.kind === 'percent' ? 'on' : ''}" @click=${set(() => {
          draft.kind = 'percent'
        })}>${t.sale.percent}</button>
        <button type="button" class="pill ${draft.kind === 'cents' ? 'on' : ''}" @click=${set(() => {
          draft.kind = 'cents'
        })}>${t.sale.value}</button></div>
      ${
        draft.kind === 'percent'
          ? html`<div class="choices">${PERCENTS.map(
              (percent) =>
                html`<button type="button" class="btn ${draft.percent === percent ? 'tonal' : ''}" aria-pressed=${draft.percent === percent} @click=${set(
                  () => {
                    draft.percent = percent
                  },
                )}>${percent} %</button>`,
            )}</div>`
          : html`${moneyField({
              id: 'discount',
              label: t.sale.discountValue,
              cents: draft.cents,
              guia: 'valor-desconto',
              change: (cents) =>
                set(() => {
                  draft.cents = cents
                })(),
            })}
          <cf-keypad @press=${(event: CustomEvent<string>) =>
            set(() => {
              draft.cents = typed(draft.cents, event.detail)
            })()}></cf-keypad>`
      }
      <div class="weigh-total"><span>${t.pay.total}</span><strong>${money(Math.max(0, subtotal - off))}</strong></div>`,
    actions: html`<button type="button" class="btn" @click=${() => done(undefined)}>${t.sale.noDiscount}</button>
      <button class="btn fill" data-guia="confirmar-desconto" ?disabled=${off <= 0} @click=${() => done(draft.kind === 'percent' ? { percent: draft.percent } : { cents: draft.cents })}>${t.sale.applyDiscount}</button>`,
  })
}

let cpfDraft = ''
let cpfProblem = false

export function cpfDialog(
  current: string | undefined,
  draw: () => void,
  close: () => void,
  done: (cpf: string | undefined) => void,
) {
  const finish = (cpf: string | undefined) => {
    cpfDraft = ''
    cpfProblem = false
    done(cpf)
  }
  const leave = () => {
    cpfDraft = ''
    cpfProblem = false
    close()
  }
  const apply = () => {
    cpfProblem = !isCpf(cpfDraft)
    if (cpfProblem) draw()
    else finish(cpfDraft)
  }
  const type = (digits: string) => {
    cpfDraft = digits.replace(/\D/g, '').slice(0, 11)
    cpfProblem = false
    draw()
  }
  return dialog({
    title: t.sale.cpfTitle,
    text: t.sale.cpfText,
    close: leave,
    guia: 'dialogo-cpf',
    body: html`<input class="big-field cpf ${cpfProblem ? 'bad' : ''}" inputmode="none" autocomplete="off" data-guia="cpf" data-trilha-private aria-label=${t.sale.cpfTitle} placeholder="000.000.000-00" .value=${live(shownCpf(cpfDraft || (current ?? '')))}
        @input=${(event: Event) => type((event.target as HTMLInputElement).value)} @keydown=${(
          event: KeyboardEvent,
        ) => {
          if (event.key === 'Enter') apply()
        }} />
      ${cpfProblem ? html`<p class="problem" role="alert">${t.sale.cpfWrong}</p>` : ''}
      <cf-keypad corner="clear" @press=${(event: CustomEvent<string>) => type(event.detail === 'clear' ? '' : event.detail === 'erase' ? cpfDraft.slice(0, -1) : cpfDraft + event.detail)}></cf-keypad>`,
    actions: html`${current ? html`<button type="button" class="btn" @click=${() => finish(undefined)}>${t.sale.cpfRemove}</button>` : html`<button type="button" class="btn" @click=${leave}>${t.common.cancel}</button>`}
      <button type="button" class="btn fill" data-guia="confirmar-cpf" ?disabled=${cpfDraft.length < 11} @click=${apply}>${t.sale.cpfApply}</button>`,
  })
}

const shownCpf = (digits: string) =>
  digits.length === 11
    ? cpfText(digits)
    : digits
        .replace(/^(\d{3})(\d)/, '$1.$2')
        .replace(/^(\d{3}\.\d{3})(\d)/, '$1.$2')
        .replace(/^(\d{3}\.\d{3}\.\d{3})(\d)/, '$1-$2')

export const heldDialog = (held: Cart[], close: () => void, resume: (number: number) => void) =>
  dialog({
    title: t.sale.heldTitle,
    close,
    guia: 'dialogo-guardadas',
    body: html`<ul class="rows">${held.map((cart) => html`<li><span>${t.sale.sale(cart.number)}<br /><small class="muted">${spokenTime(cart.startedAt)} · ${t.common.items(cart.lines.length)} · ${money(totalCents(cart))}</small></span><button type="button" class="btn tonal" @click=${() => resume(cart.number)}>${t.sale.resume}</button></li>`)}</ul>`,
  })

export const cancelDialog = (close: () => void, cancel: () => void) =>
  dialog({
    title: t.sale.cancelTitle,
    text: t.sale.cancelText,
    close,
    guia: 'dialogo-cancelar',
    actions: html`<button type="button" class="btn danger" data-guia="confirmar-cancelamento" @click=${cancel}>${t.sale.cancelSale}</button><button type="button" class="btn fill" @click=${close}>${t.sale.keep}</button>`,
  })
