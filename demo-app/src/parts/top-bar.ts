import { html } from 'lit'
import { Lock, Menu, Wifi, WifiOff } from 'lucide'
import { openSession } from '../drawer/drawer.ts'
import { clockTime, t } from '../locales/index.ts'
import { shop } from '../state/session.ts'
import { get } from '../state/store.ts'
import { icon } from './icon.ts'
import { isPhone } from './layout.ts'

/** Text and status only: a banner may lie on it. On a phone it also holds the menu and the guide's place. */
export const topBar = (title: string, { showClosed = false } = {}) => html`<header class="top">
  <button class="hamburger" type="button" data-guia="menu" aria-label=${t.nav.menu} @click=${(event: Event) => event.target?.dispatchEvent(new CustomEvent('menu', { bubbles: true, composed: true }))}>${icon(Menu)}</button>
  <h1>${title}</h1>
  <span class="where">${shop()?.name}</span>
  ${showClosed && navigator.onLine && !openSession(get('drawer')) ? html`<span class="chip">${icon(Lock, 18)}<span>${t.status.drawerClosed}</span></span>` : network()}
  ${isPhone() ? html`<div data-trilha-slot="guide"></div>` : html`<time>${clockTime(Date.now())}</time>`}
</header>`

export const network = () =>
  navigator.onLine
    ? html`<span class="chip done" role="status">${icon(Wifi, 18)}<span>${t.status.online}</span></span>`
    : html`<span class="chip error" role="status">${icon(WifiOff, 18)}<span>${t.status.offline}</span></span>`
