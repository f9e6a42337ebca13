import { html } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { X } from 'lucide'
import { t } from '../locales/index.ts'
import { icon } from './icon.ts'

/**
 * A native modal dialog, open as long as it is drawn. Escape, its X and a touch beside it call `close`.
 */
export const dialog = ({
  title,
  text,
  close,
  body,
  actions,
  guia,
  keys,
}: {
  title: string
  text?: string
  close: () => void
  body?: unknown
  actions?: unknown
  guia?: string
  /** Gets what a keyboard types where no field has the cursor, named as on the keypad. */
  keys?: (key: string) => void
}) => html`<dialog class="dialog" tabindex="-1" data-guia=${guia ?? 'dialogo'} aria-label=${title} ${ref(show)}
    @cancel=${(event: Event) => {
      event.preventDefault()
      close()
    }}
    @keydown=${(event: KeyboardEvent) => keys && typing(event, keys)}
    @click=${(event: MouseEvent) => event.target === event.currentTarget && close()}>
    <form class="dialog-card" method="dialog" @submit=${(event: Event) => event.preventDefault()}>
      <header class="dialog-head"><h2>${title}</h2>
        <button type="button" class="square" aria-label=${t.common.close} @click=${close}>${icon(X)}</button></header>
      ${text ? html`<p class="muted">${text}</p>` : ''}
      ${body ?? ''}
      ${actions ? html`<footer class="dialog-actions">${actions}</footer>` : ''}
    </form>
  </dialog>`

// The element is connected when Lit calls this; a second call finds it open already.
const show = (element: Element | undefined) => {
  if (element instanceof HTMLDialogElement && !element.open)
    queueMicrotask(() => {
      if (!element.isConnected || element.open) return
      element.showModal()
      // Not on the X: a scanner's Enter would press it.
      const field = element.querySelector('input')
      if (field) field.focus()
      else element.focus()
    })
}

function typing(event: KeyboardEvent, keys: (key: string) => void): void {
  if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return
  if (/^\d$/.test(event.key)) keys(event.key)
  else if (event.key === 'Backspace') keys('erase')
}
