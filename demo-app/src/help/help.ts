import { html } from 'lit'
import { ChevronDown, CircleQuestionMark, Headset, Search } from 'lucide'
import { t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { trilha } from '../trilha.ts'
import '../order/order.css'
import './help.css'

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

class Help extends Screen {
  #text = ''

  override connectedCallback(): void {
    super.connectedCallback()
    trilha.track('ajuda_aberta')
  }

  protected override render() {
    const found = t.help.articles.filter(({ title, text }) =>
      fold(`${title} ${text}`).includes(fold(this.#text.trim())),
    )
    return html`<section class="screen">${topBar(t.help.title)}<div class="body help"><h2>${t.help.headline}</h2>
      <label class="search">${icon(Search)}<input type="text" autocomplete="off" data-guia="buscar-ajuda" aria-label=${t.help.search} placeholder=${t.help.search} .value=${this.#text} @input=${(
        event: Event,
      ) =>
        this.act(() => {
          this.#text = (event.target as HTMLInputElement).value
        })} /></label>
      ${found.length ? html`<div class="card articles">${found.map(({ id, title, text }) => html`<details data-guia="artigo-${id}"><summary>${title}${icon(ChevronDown, 22)}</summary><p>${text}</p></details>`)}</div>` : html`<div class="empty card">${icon(CircleQuestionMark, 44)}<strong>${t.help.none}</strong><p>${t.help.noneText}</p></div>`}
      <button class="btn tall support" data-guia="falar-suporte" @click=${() => say(t.help.supportDone)}>${icon(Headset, 26)}<span>${t.help.support}<small>${t.help.supportText}</small></span></button></div></section>`
  }
}
customElements.define('cf-help', Help)
