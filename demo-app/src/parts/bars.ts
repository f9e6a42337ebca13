import { html } from 'lit'
import { isPhone } from './layout.ts'
import './bars.css'

interface Bar {
  label: string
  value: number
  /** The value in words, for those who do not see the bar. */
  text: string
  strong?: boolean
}

const MOST_LABELS = 14
const MOST_LABELS_PHONE = 7

/** A plain bar chart: one shade of the action colour, the present or the best in full. */
export function bars(data: Bar[], title: string) {
  const top = Math.max(1, ...data.map(({ value }) => value))
  const step = Math.ceil(data.length / (isPhone() ? MOST_LABELS_PHONE : MOST_LABELS))
  return html`<figure class="chart" role="img" aria-label="${title}: ${data
    .filter(({ value }) => value)
    .map(({ label, text }) => `${label} ${text}`)
    .join(', ')}">
    ${data.map(
      ({ label, value, strong }, at) =>
        html`<div class="bar ${strong ? 'strong' : ''}"><span><i style="height:${value ? Math.max(2, (value / top) * 100) : 0}%"></i></span><small>${at % step === 0 ? label : ''}</small></div>`,
    )}
  </figure>`
}
