import { html } from 'lit'
import { t } from '../locales/index.ts'
import { download } from '../parts/download.ts'
import { say } from '../parts/toast.ts'
import { everything } from '../state/kept.ts'
import type { Settings } from '../state/model.ts'
import { shop, shopChanged } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { changeWorld, readWorld } from '../world/world.ts'

type Company = Settings['company']

/** Loja: what is printed on every note, how the screen looks, and a copy of it all. */
export class ShopSettings {
  #draft: Partial<Company> = {}

  constructor(private readonly again: () => void) {}

  draw() {
    const company = { ...get('settings').company, ...this.#draft }
    const field = (name: keyof Company, label: string, wide = false) =>
      html`<label class="field ${wide ? 'wide-field' : ''}"><span>${label}</span><input class="input" required autocomplete="off" data-guia="loja-${name.toLowerCase()}" data-trilha-private .value=${company[name]} @input=${(
        event: Event,
      ) => {
        this.#draft = { ...this.#draft, [name]: (event.target as HTMLInputElement).value }
        this.again()
      }} /></label>`
    const complete = Object.values(company).every((value) => value.trim())
    return html`<form class="card form-card" data-guia="dados-loja" @submit=${(event: Event) => {
      event.preventDefault()
      this.#save(company)
    }}><h2>${t.settings.shop}</h2><p class="muted">${t.settings.shopText}</p>
        <div class="field-pair">${field('legalName', t.settings.legalName)}${field('cnpj', t.settings.cnpj)}${field('ie', t.settings.ie)}${field('regime', t.settings.regime)}${field('address', t.settings.address)}${field('city', t.settings.city)}${field('uf', t.settings.uf)}</div>
        <button class="btn fill" data-guia="salvar-loja" ?disabled=${!complete}>${t.settings.saveShop}</button></form>
      <section class="card form-card"><h2>${t.settings.screen}</h2>
        <div class="field-pair"><div class="field"><span>${t.settings.language}</span><div class="segments">${(
          [
            ['pt-BR', 'Português'],
            ['en', 'English'],
          ] as const
        ).map(
          ([locale, name]) =>
            html`<button type="button" lang=${locale} class="pill ${readWorld().locale === locale ? 'on' : ''}" aria-pressed=${readWorld().locale === locale} @click=${() => changeWorld({ locale })}>${name}</button>`,
        )}</div></div>
        <div class="field"><span>${t.settings.theme}</span><div class="segments">${(['light', 'dark'] as const).map((theme) => html`<button type="button" class="pill ${readWorld().theme === theme ? 'on' : ''}" aria-pressed=${readWorld().theme === theme} @click=${() => changeWorld({ theme })}>${t.settings[theme]}</button>`)}</div></div></div></section>
      <section class="card form-card side-row"><div><h2>${t.settings.backup}</h2><p class="muted">${t.settings.backupText}</p></div><button class="btn" data-guia="baixar-copia" @click=${() => this.#backup()}>${t.settings.backupDo}</button></section>`
  }

  #save(company: Company): void {
    set('settings', { ...get('settings'), company, companySaved: true })
    this.#draft = {}
    trilha.track('loja_dados_salvos')
    shopChanged()
    say(t.settings.shopSaved)
  }

  async #backup(): Promise<void> {
    const id = shop()!.id
    const data = await everything(`${id}/`).catch(() => null)
    if (!data) return
    delete data[`${id}/operators`]
    download(`caixa-facil-${id}.json`, JSON.stringify(data), 'application/json')
    trilha.track('backup_ok')
    say(t.settings.backupDone)
  }
}
