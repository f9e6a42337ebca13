import { html } from 'lit'
import { CircleCheck, Printer, Store } from 'lucide'
import { shops } from '../../seed/shops.ts'
import { t } from '../locales/index.ts'
import { avatar, calledName } from '../parts/avatar.ts'
import { dialog } from '../parts/dialog.ts'
import { icon } from '../parts/icon.ts'
import '../parts/keypad.ts'
import { isPhone } from '../parts/layout.ts'
import { logo } from '../parts/logo.ts'
import { Screen } from '../parts/screen.ts'
import { network } from '../parts/top-bar.ts'
import { go } from '../router.ts'
import type { Operator } from '../state/model.ts'
import { chooseShop, forgetShop, lastOperatorId, lockedItself, shop, signIn } from '../state/session.ts'
import { get, isShopOpen } from '../state/store.ts'
import { readWorld } from '../world/world.ts'
import './login.css'

const PIN_LENGTH = 4

class Login extends Screen {
  #chosen: string | undefined = lastOperatorId()
  #pin = ''
  #problem = ''
  #checking = false
  #asksHelp = false

  protected override watches() {
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || this.#asksHelp) return
      if (/^\d$/.test(event.key)) this.#press(event.key)
      else if (event.key === 'Backspace') this.#press('erase')
    }
    window.addEventListener('keydown', keys)
    return [() => window.removeEventListener('keydown', keys)]
  }

  protected override render() {
    return shop() && isShopOpen() ? this.#who() : this.#where()
  }

  #where() {
    return html`<main class="login choose"><div class="login-main">
      <header class="brand">${logo(48)}<div><strong>Caixa Fácil</strong></div></header>
      <h1>${t.login.chooseShop}</h1><p class="muted">${t.login.chooseShopText}</p>
      <div class="people">${shops.map(
        ({
          id,
          name,
          company,
        }) => html`<button class="person" data-guia="loja-${id}" @click=${() => chooseShop(id)}>
        <span class="badge-soft shop">${icon(Store, 30)}</span><span><strong>${name}</strong><small>${company.city}, ${company.uf}</small></span></button>`,
      )}</div>
    </div></main>`
  }

  #who() {
    const people = get('operators')
    const chosen = people.find(({ id }) => id === this.#chosen)
    return html`<main class="login ${chosen ? 'asks' : ''}"><div class="login-main">
      <header class="brand">${logo(48)}<div><strong>Caixa Fácil</strong><small>${shop()!.name} · ${t.common.till(1)}</small></div></header>
      <h1>${t.login.who}</h1>${lockedItself() ? html`<p class="muted expired" role="status">${t.login.expired}</p>` : ''}
      <div class="people">${people.map((who) => this.#person(who, chosen))}</div>
      <footer class="login-status">${network()}<span class="chip ${readWorld().printerFault ? 'error' : ''}">${icon(Printer, 18)}${readWorld().printerFault ? t.status.printerFault : t.status.printerReady}</span>
        <button class="btn plain other-shop" data-guia="trocar-loja" @click=${() =>
          this.act(() => {
            this.#chosen = undefined
            forgetShop()
          })}>${t.login.otherShop}</button></footer>
    </div>
    <aside class="pin">
      ${
        // The only title that a phone shows at this step.
        isPhone() && chosen
          ? html`<h1>${t.login.pinOf(calledName(chosen))}</h1>`
          : html`<h2>${chosen ? t.login.pinOf(calledName(chosen)) : t.login.choose}</h2>`
      }
      <div class="dots" role="img" aria-label=${t.login.digits(this.#pin.length)}>${Array.from({ length: PIN_LENGTH }, (_, at) => html`<i class=${at < this.#pin.length ? 'on' : ''}></i>`)}</div>
      <p class="pin-problem" role="alert">${this.#problem}</p>
      <cf-keypad corner="clear" data-guia="teclado-pin" @press=${(event: CustomEvent<string>) => this.#press(event.detail)}></cf-keypad>
      <button class="btn plain" @click=${() =>
        this.act(() => {
          this.#asksHelp = true
        })}>${t.login.forgot}</button>
      ${
        chosen
          ? html`<button class="btn plain back-people" @click=${() =>
              this.act(() => {
                this.#chosen = undefined
                this.#pin = ''
              })}>${t.common.back}</button>`
          : ''
      }
    </aside>
    ${
      this.#asksHelp
        ? dialog({
            title: t.login.forgot,
            text: t.login.forgotText,
            close: () =>
              this.act(() => {
                this.#asksHelp = false
              }),
            actions: html`<button class="btn fill" type="button" @click=${() =>
              this.act(() => {
                this.#asksHelp = false
              })}>${t.common.done}</button>`,
          })
        : ''
    }
    </main>`
  }

  #person(who: Operator, chosen: Operator | undefined) {
    const on = who === chosen
    const choose = () =>
      this.act(() => {
        this.#chosen = who.id
        this.#pin = ''
        this.#problem = ''
      })
    return html`<button class="person ${on ? 'on' : ''}" data-guia="operador-${who.id}" aria-pressed=${on} @click=${choose}>
      ${avatar(who, 64)}<span><strong>${calledName(who)}</strong><small>${t.role[who.role](who.feminine)}</small></span>${on ? icon(CircleCheck, 28) : ''}</button>`
  }

  async #press(key: string): Promise<void> {
    if (this.#checking || !this.#chosen) return
    this.#problem = ''
    this.#pin =
      key === 'clear' ? '' : key === 'erase' ? this.#pin.slice(0, -1) : (this.#pin + key).slice(0, PIN_LENGTH)
    this.requestUpdate()
    if (this.#pin.length < PIN_LENGTH) return
    const who = get('operators').find(({ id }) => id === this.#chosen)
    if (!who) return
    this.#checking = true
    const result = await signIn(who, this.#pin)
    this.#checking = false
    this.#pin = ''
    if (result === 'ok') go('/inicio', { replace: true })
    else this.#problem = result === 'wait' ? t.login.wait : t.login.wrong
    this.requestUpdate()
  }
}
customElements.define('cf-login', Login)
