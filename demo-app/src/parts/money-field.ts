import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import { centsFromDigits, money } from '../rules/money.ts'

/**
 * A big amount that fills from the right, as on a calculator: typing 1, 5, 0, 0, 0 reads R$ 150,00.
 * The screen's own keypad types too, so no keyboard of the system opens over it.
 */
export const moneyField = ({
  id,
  label,
  cents,
  change,
  guia,
  submit,
  className = 'big-field',
}: {
  id: string
  label: string
  cents: number
  change: (cents: number) => void
  guia: string
  submit?: () => void
  className?: string
}) => html`<input id=${id} class=${className} data-guia=${guia} data-trilha-avoid inputmode="none" autocomplete="off" aria-label=${label}
    .value=${live(money(cents))}
    @focus=${toEnd} @click=${toEnd}
    @input=${(event: InputEvent) => {
      const field = event.target as HTMLInputElement
      change(centsFromDigits(field.value))
      field.value = money(centsFromDigits(field.value))
      toEnd(event)
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter') {
        event.preventDefault()
        submit?.()
      }
    }} />`

function toEnd(event: Event): void {
  const field = event.target as HTMLInputElement
  field.setSelectionRange(field.value.length, field.value.length)
}
