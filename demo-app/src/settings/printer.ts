import { html } from 'lit'
import { Check, Printer, TriangleAlert } from 'lucide'
import { momentText, t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { say } from '../parts/toast.ts'
import { PRINTERS } from '../state/model.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { readWorld } from '../world/world.ts'

const PRINT_MS = 1200

/** Impressora: choosing it and making a sheet come out. */
export class PrinterSettings {
  #printing = false
  #fault = false

  constructor(private readonly again: () => void) {}

  draw() {
    const { printer } = get('settings')
    return html`<section class="card form-card" data-guia="impressora"><header class="card-title"><h2>${t.settings.printer}</h2>${printer.testedAt ? html`<span class="chip done">${icon(Check, 18)}${t.settings.testedAt(momentText(printer.testedAt, Date.now()))}</span>` : html`<span class="chip warning">${icon(TriangleAlert, 18)}${t.settings.untested}</span>`}</header>
        <p class="muted">${t.settings.printerText}</p>
        <div class="field"><span>${t.settings.model}</span><div class="segments">${PRINTERS.map((model) => html`<button class="pill ${printer.model === model ? 'on' : ''}" aria-pressed=${printer.model === model} @click=${() => set('settings', { ...get('settings'), printer: { ...printer, model } })}>${t.settings.models[model]}</button>`)}</div></div>
        ${this.#fault ? html`<div class="verdict error" role="alert">${icon(TriangleAlert, 30)}<div><strong>${t.settings.fault}</strong><p>${t.settings.faultText}</p></div></div>` : ''}
        <button class="btn fill" data-guia="testar-impressora" ?disabled=${this.#printing} @click=${() => this.#test()}>${icon(Printer, 22)}${this.#printing ? t.settings.testing : t.settings.test}</button></section>
      <section class="card form-card side-row"><div><h2>${t.settings.drawer}</h2><p class="muted">${t.settings.drawerText}</p></div><button class="btn" data-guia="abrir-gaveta" @click=${() => {
        trilha.track('gaveta_aberta')
        say(t.drawer.drawerOpened)
      }}>${t.settings.openDrawer}</button></section>`
  }

  async #test(): Promise<void> {
    this.#printing = true
    this.#fault = false
    this.again()
    await new Promise((resolve) => setTimeout(resolve, PRINT_MS))
    this.#printing = false
    this.#fault = readWorld().printerFault
    if (this.#fault) trilha.track('impressora_erro')
    else {
      const settings = get('settings')
      set('settings', { ...settings, printer: { ...settings.printer, testedAt: Date.now() } })
      trilha.track('impressora_teste_ok')
      say(t.settings.testOkPrinter)
    }
    this.again()
  }
}
