import { number } from '../format'
import './columns.css'
import { linear, ticks } from './scale'
import { useWidth } from './width'

export interface Column {
  key: string
  label: string
  /** The whole bar, and the part of it that is filled. */
  all: number
  done: number
}

const HEIGHT = 132
const TOP = 8
const BOTTOM = 22
const LEFT = 36
/** A letter of a day's label, in px: last year's days carry their year and need the more. */
const LETTER = 7

/** A bar a day from zero: what began, and within it what was finished. */
export function Columns({ columns }: { columns: Column[] }) {
  const { ref, width } = useWidth(480)
  const levels = ticks(Math.max(1, ...columns.map(({ all }) => all)), 3).filter(Number.isInteger)
  const x = linear([0, Math.max(1, columns.length)], [LEFT, width])
  const y = linear([0, levels.at(-1)!], [HEIGHT - BOTTOM, TOP])
  const slot = x(1) - x(0)
  const thick = Math.max(2, Math.min(24, slot - 4))
  const words = LETTER * Math.max(0, ...columns.map(({ label }) => label.length))
  const every = Math.max(1, Math.ceil((words + 16) / slot))
  // Under its own bar or not at all: one that was pushed aside would run into its neighbour.
  const fits = (middle: number) => middle >= words / 2 && middle + words / 2 <= width
  return (
    <div class="columns" ref={ref}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {levels.map((level) => (
          <g key={level}>
            <line class="columns-grid" x1={LEFT} x2={width} y1={y(level)} y2={y(level)} />
            <text class="columns-tick" x={LEFT - 8} y={y(level) + 4} text-anchor="end">
              {number(level)}
            </text>
          </g>
        ))}
        {columns.map(({ key, label, all, done }, i) => {
          const left = x(i) + (slot - thick) / 2
          return (
            <g key={key}>
              <rect class="columns-all" x={left} y={y(all)} width={thick} height={y(0) - y(all)} rx={2} />
              <rect class="columns-done" x={left} y={y(done)} width={thick} height={y(0) - y(done)} rx={2} />
              {i % every === 0 && fits(left + thick / 2) && (
                <text class="columns-tick" x={left + thick / 2} y={HEIGHT - 6} text-anchor="middle">
                  {label}
                </text>
              )}
              <title>{`${label}: ${number(done)} / ${number(all)}`}</title>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
