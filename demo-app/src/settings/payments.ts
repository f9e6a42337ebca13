import { html } from 'lit'
import { t } from '../locales/index.ts'
import { say } from '../parts/toast.ts'
import { get, set } from '../state/store.ts'

/** Pagamentos: which ways of paying the till offers. */
export class PaymentSettings {
  #key: string | null = null

  constructor(private readonly again: () => void) {}

  draw() {
    const { accepts, pixKey } = get('settings')
    const key = this.#key ?? pixKey
    const flip = (way: 'pix' | 'card') =>
      set('settings', { ...get('settings'), accepts: { ...accepts, [way]: !accepts[way] } })
    const toggle = (way: 'pix' | 'card', title: string, text: string) =>
      html`<section class="card form-card side-row"><div><h2>${title}</h2><p class="muted">${text}</p></div><button class="switch" role="switch" aria-checked=${accepts[way]} aria-label=${title} data-guia="aceita-${way}" @click=${() => flip(way)}>${accepts[way] ? t.settings.on : t.settings.off}</button></section>`
    const save = (event: Event) => {
      event.preventDefault()
      set('settings', { ...get('settings'), pixKey: key.trim() })
      this.#key = null
      say(t.settings.paymentsSaved)
    }
    return html`<section class="card form-card side-row"><div><h2>${t.settings.cash}</h2><p class="muted">${t.settings.cashText}</p></div><button class="switch" role="switch" aria-checked="true" aria-label=${t.settings.cash} disabled>${t.settings.on}</button></section>
      ${toggle('pix', t.settings.pix, t.settings.pixText)}
      ${
        accepts.pix
          ? html`<form class="card form-card" @submit=${save}><label class="field"><span>${t.settings.pixKey}</span><input class="input" autocomplete="off" data-guia="chave-pix" data-trilha-private .value=${key} @input=${(
              event: Event,
            ) => {
              this.#key = (event.target as HTMLInputElement).value
              this.again()
            }} /></label><button class="btn" data-guia="salvar-pagamentos" ?disabled=${!key.trim()}>${t.settings.savePayments}</button></form>`
          : ''
      }
      ${toggle('card', t.settings.card, t.settings.cardText)}`
  }
}
