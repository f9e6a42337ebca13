import { css, html, LitElement } from 'lit'
import { Delete } from 'lucide'
import { t } from '../locales/index.ts'
import { onWorld } from '../world/world.ts'
import { icon } from './icon.ts'

/** `0`-`9`, `00`, `clear` or `erase`. */
export type KeypadKey = string

/**
 * Big keys for wet fingers, in a shadow root of their own. Fires `press` with the key's name.
 * `corner="clear"` offers "Limpar" for PINs, otherwise "00" for money.
 */
export class Keypad extends LitElement {
  static override properties = { corner: { type: String } }
  static override styles = css`
    :host { display: grid; grid-template-columns: repeat(3, 1fr); grid-auto-rows: minmax(48px, 1fr); gap: var(--keypad-gap, 10px); }
    button { all: unset; box-sizing: border-box; display: grid; place-items: center; min-height: 48px; border-radius: 12px;
      background: var(--surface); border: 1px solid var(--line); color: var(--text); font: 620 26px/1 var(--font);
      font-variant-numeric: tabular-nums; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; user-select: none; }
    button.word { font-size: 17px; font-weight: 600; }
    button:active { background: var(--sunk); }
    button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  `
  declare corner: string

  constructor() {
    super()
    this.corner = '00'
  }

  #stop?: () => void

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stop = onWorld(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop?.()
  }

  protected override render() {
    return html`${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => this.#key(String(digit)))}
      ${this.corner === 'clear' ? this.#key('clear', t.common.clear) : this.#key('00')}
      ${this.#key('0')}${this.#key('erase', icon(Delete, 28), t.common.erase)}`
  }

  #key(key: KeypadKey, face: unknown = key, label?: string) {
    return html`<button type="button" class=${key === 'clear' ? 'word' : ''} data-guia=${`tecla-${key}`} aria-label=${label ?? (typeof face === 'string' ? face : key)}
      @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#press(key)}>${face}</button>`
  }

  #press(key: KeypadKey): void {
    this.dispatchEvent(new CustomEvent<KeypadKey>('press', { detail: key, bubbles: true, composed: true }))
  }
}
customElements.define('cf-keypad', Keypad)

/** What a number of digits becomes after a key: `1`, `00`, `erase`, `clear`. At most nine digits. */
export function typed(value: number, key: KeypadKey): number {
  if (key === 'clear') return 0
  if (key === 'erase') return Math.floor(value / 10)
  const next = Number(`${value}${key}`)
  return next > 999_999_999 ? value : next
}
