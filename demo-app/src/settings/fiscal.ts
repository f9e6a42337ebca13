import { html } from 'lit'
import { Check, FileKey, TriangleAlert } from 'lucide'
import { fullDate, t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { say } from '../parts/toast.ts'
import { shopChanged } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import { changeWorld, readWorld } from '../world/world.ts'

const YEAR_MS = 365 * 24 * 60 * 60_000 // an A1 certificate lasts a year
const CSC_MIN = 16

/** Fiscal: certificate, CSC, a test note, and whether notes go out by themselves. */
export class FiscalSettings {
  #file = ''
  #password = ''
  #problem = ''
  #cscId: string | null = null
  #cscToken: string | null = null
  #cscProblem = ''

  constructor(private readonly again: () => void) {}

  draw() {
    return html`${this.#certificate()}${this.#csc()}${this.#test()}${this.#byItself()}`
  }

  #set(change: () => void) {
    change()
    this.again()
  }

  #problemText = (text: string) =>
    text ? html`<p class="problem" role="alert">${icon(TriangleAlert, 18)}${text}</p>` : ''

  #certificate() {
    const { certificate } = get('settings')
    return html`<form class="card form-card" data-guia="certificado" @submit=${(event: Event) => {
      event.preventDefault()
      this.#install()
    }}>
      <header class="card-title"><h2>${t.settings.certificate}</h2>${certificate ? html`<span class="chip done">${icon(Check, 18)}${t.settings.certificateReady(fullDate(certificate.validUntil))}</span>` : html`<span class="chip error">${icon(TriangleAlert, 18)}${t.settings.certificateNone}</span>`}</header>
      <p class="muted">${t.settings.certificateText}</p>
      <div class="field-pair"><div class="field"><span>${t.settings.file}</span><div class="file-row"><label class="btn file">${icon(FileKey, 22)}<span>${this.#file || t.settings.chooseFile}</span><input class="hidden-input" type="file" accept=".pfx,.p12" data-guia="arquivo-certificado" @change=${(
        event: Event,
      ) =>
        this.#set(() => {
          this.#file = (event.target as HTMLInputElement).files?.[0]?.name ?? ''
          this.#problem = ''
        })} /></label>
          <button type="button" class="btn plain" data-guia="certificado-exemplo" @click=${() =>
            this.#set(() => {
              this.#file = 'certificado-exemplo.pfx'
              this.#problem = ''
            })}>${t.settings.demoFile}</button></div></div>
        <label class="field"><span>${t.settings.password}</span><input class="input" type="password" autocomplete="off" data-guia="senha-certificado" data-trilha-private .value=${this.#password} @input=${(
          event: Event,
        ) =>
          this.#set(() => {
            this.#password = (event.target as HTMLInputElement).value
            this.#problem = ''
          })} /></label></div>
      ${this.#problemText(this.#problem)}
      <button class="btn ${certificate ? '' : 'fill'}" data-guia="instalar-certificado">${certificate ? t.settings.replace : t.settings.install}</button></form>`
  }

  // The file is not opened: a demonstration has no business with a real key.
  #install() {
    if (!/\.(pfx|p12)$/i.test(this.#file))
      return this.#set(() => {
        this.#problem = t.settings.fileWrong
      })
    if (!this.#password)
      return this.#set(() => {
        this.#problem = t.settings.passwordWrong
      })
    set('settings', { ...get('settings'), certificate: { validUntil: Date.now() + YEAR_MS } })
    if (readWorld().rejection === '281') changeWorld({ rejection: null })
    this.#file = ''
    this.#password = ''
    trilha.track('certificado_instalado')
    shopChanged()
    say(t.settings.installed)
  }

  #csc() {
    const { csc } = get('settings')
    const id = this.#cscId ?? csc?.id ?? ''
    const token = this.#cscToken ?? csc?.token ?? ''
    return html`<form class="card form-card" data-guia="csc" @submit=${(event: Event) => {
      event.preventDefault()
      this.#saveCsc(id, token)
    }}><h2>${t.settings.csc}</h2><p class="muted">${t.settings.cscText}</p>
      <div class="field-pair narrow"><label class="field"><span>${t.settings.cscId}</span><input class="input" autocomplete="off" inputmode="numeric" data-guia="csc-id" .value=${id} @input=${(
        event: Event,
      ) =>
        this.#set(() => {
          this.#cscId = (event.target as HTMLInputElement).value
        })} /></label>
        <label class="field"><span>${t.settings.cscToken}</span><input class="input" autocomplete="off" data-guia="csc-codigo" data-trilha-private .value=${token} @input=${(
          event: Event,
        ) =>
          this.#set(() => {
            this.#cscToken = (event.target as HTMLInputElement).value
            this.#cscProblem = ''
          })} /></label></div>
      ${this.#problemText(this.#cscProblem)}
      <button class="btn ${csc ? '' : 'fill'}" data-guia="salvar-csc" ?disabled=${!id || !token}>${t.settings.saveCsc}</button></form>`
  }

  #saveCsc(id: string, token: string) {
    if (!/^[\w-]+$/.test(token.trim()) || token.trim().length < CSC_MIN)
      return this.#set(() => {
        this.#cscProblem = t.settings.cscWrong
      })
    set('settings', { ...get('settings'), csc: { id: id.trim(), token: token.trim() } })
    this.#cscId = null
    this.#cscToken = null
    trilha.track('csc_configurado')
    shopChanged()
    say(t.settings.cscSaved)
  }

  #test() {
    const { certificate, csc, homologated } = get('settings')
    const reason =
      !certificate || !csc ? t.settings.testNeeds : !navigator.onLine ? t.settings.testOffline : ''
    const send = () => {
      set('settings', { ...get('settings'), homologated: true })
      trilha.track('nfce_homologacao_ok')
      say(t.settings.testOk)
    }
    return html`<section class="card form-card side-row"><div><h2>${t.settings.testNote}</h2><p class="muted">${reason || t.settings.testNoteText}</p>${homologated ? html`<span class="chip done">${icon(Check, 18)}${t.settings.testOk}</span>` : ''}</div><button class="btn" data-guia="nota-teste" ?disabled=${Boolean(reason)} @click=${send}>${t.settings.sendTest}</button></section>`
  }

  #byItself() {
    const on = get('settings').issueByItself
    return html`<section class="card form-card side-row"><div><h2>${t.settings.byItself}</h2><p class="muted">${t.settings.byItselfText}</p></div><button class="switch" role="switch" aria-checked=${on} aria-label=${t.settings.byItself} data-guia="emitir-sozinha" @click=${() => set('settings', { ...get('settings'), issueByItself: !on })}>${on ? t.settings.on : t.settings.off}</button></section>`
  }
}
