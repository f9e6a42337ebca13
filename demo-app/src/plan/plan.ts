import { html, nothing } from 'lit'
import { Check, ClipboardList, Wallet } from 'lucide'
import { t } from '../locales/index.ts'
import { dialog } from '../parts/dialog.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import '../settings/settings.css'
import './plan.css'

const APPS = { fluxo_caixa_avancado: Wallet, comanda_mobile: ClipboardList } as const
type App = keyof typeof APPS
type Reason = keyof typeof t.plan.reasons

class Plan extends Screen {
  #asks = false
  #reason: Reason | null = null

  protected override render() {
    const { apps, cancelAskedAt } = get('plan')
    return html`<section class="screen">${topBar(t.plan.title)}<div class="body plan">
      <section class="card form-card side-row"><div><h2>${t.plan.current}</h2><p class="muted">${t.plan.includes}</p></div><strong class="plan-price">${t.plan.price}</strong></section>
      <h2>${t.plan.apps}</h2>
      <div class="apps">${(Object.keys(APPS) as App[]).map((app) => this.#app(app, apps.includes(app)))}</div>
      ${
        cancelAskedAt
          ? html`<div class="verdict warning" role="status"><div><strong>${t.plan.asked}</strong><p>${t.plan.askedText}</p></div></div>`
          : html`<button class="btn plain cancel-plan" data-guia="cancelar-plano" @click=${() =>
              this.act(() => {
                this.#asks = true
              })}>${t.plan.cancel}</button>`
      }
      ${this.#asks ? this.#dialog() : nothing}</div></section>`
  }

  #app(app: App, active: boolean) {
    const words = t.plan.app[app]
    const flip = () => {
      const { apps } = get('plan')
      set('plan', { ...get('plan'), apps: active ? apps.filter((known) => known !== app) : [...apps, app] })
      if (active) return
      trilha.track('app_ativado', { app })
      say(t.plan.activated)
    }
    return html`<article class="card app">${icon(APPS[app], 34)}<h3>${words.name}</h3><p class="muted">${words.text}</p>${active ? html`<div class="app-on"><span class="chip done">${icon(Check, 18)}${t.plan.active}</span><button class="btn plain" @click=${flip}>${t.plan.deactivate}</button></div>` : html`<button class="btn tonal" data-guia="ativar-${app}" @click=${flip}>${t.plan.activate}</button>`}</article>`
  }

  #dialog() {
    const close = () =>
      this.act(() => {
        this.#asks = false
        this.#reason = null
      })
    const ask = () => {
      if (!this.#reason) return
      set('plan', { ...get('plan'), cancelAskedAt: Date.now(), cancelReason: this.#reason })
      trilha.track('cancelamento_solicitado', { motivo: this.#reason })
      close()
    }
    return dialog({
      title: t.plan.cancelTitle,
      text: t.plan.cancelText,
      close,
      guia: 'dialogo-cancelar-plano',
      body: html`<div class="segments">${(Object.keys(t.plan.reasons) as Reason[]).map(
        (reason) =>
          html`<button type="button" class="pill ${this.#reason === reason ? 'on' : ''}" aria-pressed=${this.#reason === reason} @click=${() =>
            this.act(() => {
              this.#reason = reason
            })}>${t.plan.reasons[reason]}</button>`,
      )}</div>`,
      actions: html`<button type="button" class="btn" @click=${close}>${t.plan.keep}</button><button type="button" class="btn danger" data-guia="pedir-cancelamento" ?disabled=${!this.#reason} @click=${ask}>${t.plan.ask}</button>`,
    })
  }
}
customElements.define('cf-plan', Plan)
