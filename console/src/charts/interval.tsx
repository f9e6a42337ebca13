import './interval.css'

interface IntervalProps {
  /** Null: only the interval, or nothing, is known. */
  value: number | null
  low: number | null
  high: number | null
  max: number
  /** All units together: a dashed line to compare with. */
  reference?: number
  /** `few`: too few units to lean on; `bad`: worse than the whole, interval and all. */
  look?: 'first' | 'second' | 'third' | 'fourth' | 'few' | 'bad'
  ticks?: number[]
}

/** A pale thick line for the interval, a dot for the figure. The figures themselves stand beside it in words. */
export function Interval({ value, low, high, max, reference, look = 'first', ticks = [] }: IntervalProps) {
  const at = (figure: number) => `${Math.max(0, Math.min(1, max ? figure / max : 0)) * 100}%`
  const open = low !== null && high === null
  return (
    <svg class={`interval interval-${look}`} width="100%" height="16" aria-hidden="true">
      <line class="interval-axis" x1="0" x2="100%" y1="8" y2="8" />
      {ticks.map((tick) => (
        <line key={tick} class="interval-tick" x1={at(tick)} x2={at(tick)} y1="4" y2="12" />
      ))}
      {low !== null && (
        <line
          class="interval-band"
          x1={at(low)}
          x2={at(high ?? max)}
          y1="8"
          y2="8"
          stroke-dasharray={open ? '4 3' : undefined}
        />
      )}
      {reference !== undefined && (
        <line class="interval-reference" x1={at(reference)} x2={at(reference)} y1="0" y2="16" />
      )}
      {value !== null && <circle class="interval-dot" cx={at(value)} cy="8" r="4.5" />}
    </svg>
  )
}
