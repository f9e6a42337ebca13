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
}: {
  title: string
  text?: string
  close: () => void
  body?: unknown
  actions?: unknown
  guia?: string
}) => html`<dialog class="dialog" data-guia=${guia ?? 'dialogo'} aria-label=${title} ${ref(show)}
    @cancel=${(event: Event) => {
      event.preventDefault()
      close()
    }}
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
    queueMicrotask(() => element.isConnected && !element.open && element.showModal())
}
