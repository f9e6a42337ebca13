import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { ref } from 'lit/directives/ref.js'
import { centsFromDigits, money } from '../rules/money.ts'
import { BURST_GAP_MS, burst } from '../sale/scanner.ts'
import { isPhone } from './layout.ts'

/**
 * A big amount that fills from the right, as on a calculator: typing 1, 5, 0, 0, 0 reads R$ 150,00.
 * The screen's own keypad types too, so no keyboard of the system opens over it. A scan is no amount: it changes nothing.
 * `first` puts the cursor here when the form opens, where there may be a keyboard.
 */
export const moneyField = ({
  id,
  label,
  cents,
  change,
  guia,
  submit,
  first = false,
  className = 'big-field',
}: {
  id: string
  label: string
  cents: number
  change: (cents: number) => void
  guia: string
  submit?: () => void
  first?: boolean
  className?: string
}) => html`<input id=${id} class=${className} data-guia=${guia} data-trilha-avoid inputmode="none" autocomplete="off" aria-label=${label} ${first ? ref(takeCursor) : nothing}
    .value=${live(money(cents))}
    @focus=${toEnd} @click=${toEnd}
    @input=${(event: InputEvent) => {
      const field = event.target as HTMLInputElement
      change(centsFromDigits(field.value))
      field.value = money(centsFromDigits(field.value))
      toEnd(event)
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.timeStamp - lastKeyAt > BURST_GAP_MS) beforeBurst = cents
      lastKeyAt = event.timeStamp
      const code = follow(event.key, event.timeStamp)
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (code) change(beforeBurst)
      else submit?.()
    }} />`

// One keyboard, whichever field has the cursor.
const follow = burst()
let lastKeyAt = 0
let beforeBurst = 0

const takeCursor = (field: Element | undefined) => {
  if (field instanceof HTMLInputElement && !isPhone())
    queueMicrotask(() => field.focus({ preventScroll: true }))
}

function toEnd(event: Event): void {
  const field = event.target as HTMLInputElement
  field.setSelectionRange(field.value.length, field.value.length)
}
