import { html } from 'lit'
import { encode } from 'uqr'

/** A scannable QR code. Always dark on white: readers of old phones refuse the inverse. */
export function qr(text: string, label: string) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges"><path d=${path} fill="#14213D" /></svg>`
}
