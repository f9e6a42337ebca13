import { html } from 'lit'
import { CreditCard, FileKey, Printer, Store } from 'lucide'
import { t } from '../locales/index.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { topBar } from '../parts/top-bar.ts'
import { parts } from '../router.ts'
import { FiscalSettings } from './fiscal.ts'
import { PaymentSettings } from './payments.ts'
import { PrinterSettings } from './printer.ts'
import { ShopSettings } from './shop.ts'
import './settings.css'

const tabs = { loja: Store, fiscal: FileKey, impressora: Printer, pagamentos: CreditCard } as const
type Tab = keyof typeof tabs

class Settings extends Screen {
  #again = () => this.requestUpdate()
  #pages = {
    loja: new ShopSettings(this.#again),
    fiscal: new FiscalSettings(this.#again),
    impressora: new PrinterSettings(this.#again),
    pagamentos: new PaymentSettings(this.#again),
  }

  protected override render() {
    const asked = parts()[1] ?? 'loja'
    const tab: Tab = asked in tabs ? (asked as Tab) : 'loja'
    const words: Record<Tab, string> = {
      loja: t.settings.shop,
      fiscal: t.settings.fiscal,
      impressora: t.settings.printer,
      pagamentos: t.settings.payments,
    }
    return html`<section class="screen">${topBar(t.settings.title)}<div class="body settings">
      <nav class="setting-tabs" aria-label=${t.settings.title}>${(Object.keys(tabs) as Tab[]).map((name) => html`<a href="/configuracoes/${name}" data-guia="config-${name}" aria-current=${name === tab ? 'page' : 'false'}>${icon(tabs[name])}<span>${words[name]}</span></a>`)}</nav>
      <div class="setting-page">${this.#pages[tab].draw()}</div></div></section>`
  }
}
customElements.define('cf-settings', Settings)
