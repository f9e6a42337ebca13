import { html } from 'lit'
import { CircleCheck, TriangleAlert } from 'lucide'
import { tell } from '../state/store.ts'
import { icon } from './icon.ts'

const TOAST_MS = 4000

let shown: { text: string; kind: 'done' | 'error' } | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Says that something happened, for four seconds, over the top bar where nothing can be touched. */
export function say(text: string, kind: 'done' | 'error' = 'done'): void {
  shown = { text, kind }
  clearTimeout(timer)
  timer = setTimeout(() => {
    shown = null
    tell()
  }, TOAST_MS)
  tell()
}

export const toast = () => html`<div class="toast-place" role="status" aria-live="polite">
  ${shown ? html`<p class="toast ${shown.kind}">${icon(shown.kind === 'done' ? CircleCheck : TriangleAlert, 22)}${shown.text}</p>` : ''}</div>`
