import { html } from 'lit'
import { ChartColumn, Download } from 'lucide'
import { locale, t } from '../locales/index.ts'
import { firstName } from '../parts/avatar.ts'
import { bars } from '../parts/bars.ts'
import { download } from '../parts/download.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { go, parts } from '../router.ts'
import { amount, money, stockText, unbroken } from '../rules/money.ts'
import type { Sale } from '../state/model.ts'
import { nameOf } from '../state/session.ts'
import { get } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import {
  againstLastWeek,
  byDay,
  byHour,
  byMethod,
  byOperator,
  byProduct,
  type Period,
  periodStart,
  soldBetween,
  sumCents,
} from './report.ts'
import './reports.css'

const KINDS = { dia: 'day', produtos: 'products', operadores: 'operators' } as const
type Kind = keyof typeof KINDS

class Reports extends Screen {
  #period: Period = 'day'
  #told = ''

  get #kind(): Kind {
    const asked = parts()[1] ?? 'dia'
    return asked in KINDS ? (asked as Kind) : 'dia'
  }

  protected override render() {
    const kind = this.#kind
    this.#tell(kind)
    const now = Date.now()
    const sales = soldBetween(get('sales'), periodStart(this.#period, now), now)
    const body = !sales.length
      ? html`<div class="empty card">${icon(ChartColumn, 44)}<strong>${t.reports.none}</strong><p>${t.reports.noneText}</p><a class="btn" href="/venda">${t.pay.goSale}</a></div>`
      : kind === 'produtos'
        ? this.#products(sales)
        : kind === 'operadores'
          ? this.#operators(sales)
          : this.#day(sales, now)
    return html`<section class="screen">${topBar(kind === 'dia' && this.#period === 'day' ? t.reports.dayTitle : t.reports.title)}<div class="body reports">
      <nav class="segments tabs" aria-label=${t.reports.title}>${(Object.keys(KINDS) as Kind[]).map((name) => html`<a class="tab" href="/relatorios/${name}" data-guia="relatorio-${name}" aria-current=${name === kind ? 'page' : 'false'}>${t.reports[KINDS[name]]}</a>`)}
        ${sales.length ? html`<button class="btn export" data-guia="baixar-relatorio" @click=${() => this.#export(sales, kind)}>${icon(Download, 20)}${t.reports.export}</button>` : ''}</nav>
      <header class="report-head"><h2>${this.#headline(kind, sales, now)}</h2><div class="segments">${(
        ['day', 'week', 'month'] as const
      ).map(
        (period) =>
          html`<button class="pill ${this.#period === period ? 'on' : ''}" aria-pressed=${this.#period === period} @click=${() =>
            this.act(() => {
              this.#period = period
            })}>${t.reports.period[period]}</button>`,
      )}</div></header>
      ${body}</div></section>`
  }

  // Each opening of a kind counts once; drawing again does not.
  #tell(kind: Kind): void {
    if (this.#told === kind) return
    this.#told = kind
    trilha.track('relatorio_aberto', {
      tipo: kind === 'dia' ? 'dia' : kind === 'produtos' ? 'produto' : 'operador',
    })
  }

  #headline(kind: Kind, sales: Sale[], now: number): string {
    if (kind === 'produtos') {
      const best = byProduct(sales)[0]
      return best ? t.reports.productsTitle(best.name) : t.reports.productsNone
    }
    if (kind === 'operadores') {
      const best = byOperator(sales)[0]
      return best ? t.reports.operatorsTitle(firstName(nameOf(best.operatorId))) : t.reports.operatorsNone
    }
    if (this.#period !== 'day') return this.#period === 'week' ? t.reports.week : t.reports.month
    const change = againstLastWeek(get('sales'), now)
    if (change === null || !sales.length) return t.reports.first
    const weekday = t.reports.last[new Date(now).getDay()]!
    return change === 0
      ? t.reports.same(weekday)
      : change > 0
        ? t.reports.more(change, weekday)
        : t.reports.less(-change, weekday)
  }

  #day(sales: Sale[], now: number) {
    const sum = sumCents(sales)
    const issued = sales.filter(({ invoice }) => invoice.status === 'authorised').length
    const number = (label: string, value: string) =>
      html`<div class="card number"><span>${label}</span><strong>${value}</strong></div>`
    const methods = byMethod(sales)
    const method = (label: string, cents: number) =>
      html`<li><div><span>${label}</span><strong>${money(cents)}</strong></div><div class="meter"><i style="width:${(cents / sum) * 100}%"></i></div></li>`
    return html`<div class="numbers">${number(t.reports.sold, money(sum))}${number(t.reports.count, String(sales.length))}${number(t.reports.ticket, money(Math.round(sum / sales.length)))}${number(t.reports.invoices, t.common.of(issued, sales.length))}</div>
      <div class="report-grid"><section class="card panel"><h3>${this.#period === 'day' ? t.reports.byHour : t.reports.byDay}</h3>${this.#chart(sales, now)}</section>
      <section class="card panel"><h3>${t.reports.howPaid}</h3><ul class="methods">${method(t.pay.cash, methods.cash)}${method(t.pay.pix, methods.pix)}${method(t.pay.card, methods.card)}</ul><hr /><h3>${t.reports.best}</h3>
        <ul class="best">${byProduct(sales)
          .slice(0, 3)
          .map(
            ({ name, quantity, unit }) =>
              html`<li><span>${unit === 'kg' ? name.replace(/ kg$/, '') : name}</span><strong>${stockText(quantity, unit)}</strong></li>`,
          )}</ul></section></div>`
  }

  #chart(sales: Sale[], now: number) {
    const data =
      this.#period === 'day'
        ? byHour(
            sales,
            Math.min(8, ...sales.map(({ at }) => new Date(at).getHours())),
            Math.max(18, new Date(now).getHours()),
          ).map(({ hour, cents }) => ({ label: `${hour}h`, value: cents }))
        : byDay(sales, periodStart(this.#period, now), now).map(({ day, cents }) => ({
            label: new Date(day)
              .toLocaleDateString(
                locale,
                this.#period === 'week' ? { weekday: 'short' } : { day: 'numeric', month: 'numeric' },
              )
              .replace('.', ''),
            value: cents,
          }))
    const top = Math.max(...data.map(({ value }) => value))
    return bars(
      data.map((bar) => ({ ...bar, text: money(bar.value), strong: bar.value === top })),
      t.reports.byHour,
    )
  }

  #products(sales: Sale[]) {
    const rows = byProduct(sales)
    const sum = sumCents(sales)
    return html`<div class="card table-card"><table data-guia="tabela-produtos"><thead><tr><th>${t.reports.product}</th><th class="right">${t.reports.quantity}</th><th class="right">${t.reports.value}</th><th class="share">${t.reports.share}</th></tr></thead>
      <tbody>${rows.map(({ name, quantity, unit, cents }) => html`<tr><td>${unbroken(name)}</td><td class="right">${stockText(quantity, unit)}</td><td class="right"><strong>${money(cents)}</strong></td><td class="share"><div class="meter"><i style="width:${Math.min(100, (cents / sum) * 100)}%"></i></div></td></tr>`)}</tbody></table></div>`
  }

  #operators(sales: Sale[]) {
    const sum = sumCents(sales)
    return html`<div class="card table-card"><table data-guia="tabela-operadores"><thead><tr><th>${t.reports.operator}</th><th class="right">${t.reports.count}</th><th class="right">${t.reports.value}</th><th class="share">${t.reports.share}</th></tr></thead>
      <tbody>${byOperator(sales).map(({ operatorId, count, cents }) => html`<tr><td>${nameOf(operatorId)}</td><td class="right">${count}</td><td class="right"><strong>${money(cents)}</strong></td><td class="share"><div class="meter"><i style="width:${(cents / sum) * 100}%"></i></div></td></tr>`)}</tbody></table></div>`
  }

  #export(sales: Sale[], kind: Kind): void {
    const rows =
      kind === 'produtos'
        ? byProduct(sales).map(({ name, quantity, cents }) => [name, quantity, amount(cents)])
        : kind === 'operadores'
          ? byOperator(sales).map(({ operatorId, count, cents }) => [
              nameOf(operatorId),
              count,
              amount(cents),
            ])
          : sales.map((sale) => [
              new Date(sale.at).toLocaleString(locale),
              t.method[sale.method],
              amount(sale.totalCents),
            ])
    // A cell that starts with = + - @ is a formula to a spreadsheet: a quote in front keeps it text.
    const cell = (value: string | number) =>
      `"${String(value)
        .replace(/^([=+\-@])/, "'$1")
        .replaceAll('"', '""')}"`
    download(
      `relatorio-${kind}.csv`,
      `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\n')}`,
      'text/csv',
    )
    trilha.track('relatorio_exportado', {
      tipo: kind === 'dia' ? 'dia' : kind === 'produtos' ? 'produto' : 'operador',
    })
    say(t.reports.exported)
    go(`/relatorios/${kind}`)
  }
}
customElements.define('cf-reports', Reports)
