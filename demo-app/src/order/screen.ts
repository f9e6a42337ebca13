import { html } from 'lit'
import { Check, CreditCard, House, type IconNode, Package, Truck } from 'lucide'
import { dayAndMonth, t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import type { KitOrder } from '../state/model.ts'
import { shop } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { expectedAt, type OrderStage, stageOf } from './order.ts'
import './order.css'

const STAGES: [OrderStage, IconNode][] = [
  ['unpaid', Package],
  ['paid', CreditCard],
  ['shipped', Truck],
  ['delivered', House],
]

class OrderScreen extends Screen {
  protected override render() {
    const order = get('order')
    const stage = stageOf(order)
    const reached = STAGES.findIndex(([name]) => name === stage)
    const due = expectedAt(order)
    const moments = [undefined, order.paidAt, order.shippedAt, order.deliveredAt]
    return html`<section class="screen">${topBar(t.order.title)}<div class="body order">
      <header><h2 data-guia="estado-pedido">${t.order.headline[stage]}</h2><p class="muted">${t.order.text[stage]}${due && stage !== 'delivered' ? ` ${t.order.expected(dayAndMonth(due))}.` : ''}</p></header>
      <ol class="card stages">${STAGES.map(([name, drawing], at) => html`<li class=${at <= reached ? 'reached' : ''}><span class="stage-dot">${icon(at <= reached ? Check : drawing, 26)}</span><strong>${t.order.stages[name]}</strong><small class="muted">${moments[at] ? dayAndMonth(moments[at]) : ''}</small></li>`)}</ol>
      <section class="card kit"><h3>${t.order.contents}</h3><ul>${t.order.items.map((item) => html`<li>${icon(Check, 20)}${item}</li>`)}</ul><small class="muted">${t.order.number(`CF-${shop()!.company.cnpj.slice(-2)}${shop()!.prefix.length}42`)}</small></section>
      ${this.#act(stage)}</div></section>`
  }

  #act(stage: OrderStage) {
    if (stage === 'unpaid')
      return html`<button class="btn main" data-guia="pagar-kit" data-trilha-avoid @click=${() => this.#mark({ paidAt: Date.now() }, 'pedido_pago', t.order.paid)}>${t.order.pay}</button>`
    if (stage === 'shipped')
      return html`<button class="btn main" data-guia="recebi-kit" data-trilha-avoid @click=${() => this.#mark({ deliveredAt: Date.now() }, 'kit_entregue', t.order.thanks)}>${t.order.arrived}</button>`
    return stage === 'delivered'
      ? html`<a class="btn tall" href="/configuracoes/impressora" data-guia="pedido-impressora">${t.order.goPrinter}</a>`
      : ''
  }

  #mark(patch: KitOrder, event: string, words: string): void {
    set('order', { ...get('order'), ...patch })
    trilha.track(event)
    say(words)
  }
}
customElements.define('cf-order', OrderScreen)
