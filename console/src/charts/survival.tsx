import type { CurvePoint } from '#contract/report'
import { number, percent } from '../format'
import { texts } from '../locales'
import { linear, spread, ticks } from './scale'
import { series } from './series'
import { bandPath, type Reading, shareOf, stepPath, survivalAt } from './steps'
import './survival.css'
import { useWidth } from './width'
import { shortDays } from './words'

export interface SurvivalGroup {
  key: string
  label: string
  n: number
  curve: CurvePoint[]
  median: number | null
  atRisk: number[]
}

interface SurvivalProps {
  /** Four at most. */
  groups: SurvivalGroup[]
  reading: Reading
  horizonDays: number
  atRiskDays: number[]
  /** What is counted in the table under the ticks: "lojas ainda em observação". */
  atRiskLabel: string
}

const HEIGHT = 300
const TOP = 16
const BOTTOM = 28
const LEFT = 44
const NARROW = 560 // below, labels stand over the lines instead of beside them

/** Step curves with their bands, the medians dropped to the axis, and who is still observed under each tick. */
export function Survival({ groups, reading, horizonDays, atRiskDays, atRiskLabel }: SurvivalProps) {
  const { ref, width } = useWidth(720)
  const isNarrow = width < NARROW
  const right = isNarrow ? 16 : 128
  const days = atRiskDays.length > 1 ? atRiskDays : ticks(horizonDays, 7)
  const lastDay = Math.max(horizonDays, days.at(-1) ?? 0) || 1
  const x = linear([0, lastDay], [LEFT, width - right])
  const y = linear([0, 1], [HEIGHT - BOTTOM, TOP])
  const ends = groups.map(({ curve }) => shareOf(reading, survivalAt(curve, lastDay)))
  const labelPlaces = spread(ends.map(y), 18, TOP, HEIGHT - BOTTOM)
  const every = Math.ceil(days.length / Math.max(2, Math.floor((width - LEFT - right) / 64)))
  const shown = days.filter((_, i) => i % every === 0)
  return (
    <div class="survival" ref={ref}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line class="survival-grid" x1={LEFT} x2={width - right} y1={y(share)} y2={y(share)} />
            <text class="survival-tick" x={LEFT - 8} y={y(share) + 4} text-anchor="end">
              {percent(share, 0)}
            </text>
          </g>
        ))}
        {shown.map((day, i) => (
          <text
            key={day}
            class="survival-tick"
            x={x(day)}
            y={HEIGHT - 8}
            text-anchor={i === shown.length - 1 && i > 0 && isNarrow ? 'end' : 'middle'}
          >
            {i === shown.length - 1 ? texts().report.dayUnit(number(day)) : number(day)}
          </text>
        ))}
        {groups.map(({ key, curve }, i) => (
          <path
            key={key}
            class={`survival-band series-${series[i]}`}
            opacity={groups.length > 2 ? 0.08 : 0.18}
            d={bandPath(curve, reading, x, y, lastDay)}
          />
        ))}
        <Medians {...{ groups, x, y, lastDay }} />
        {groups.map(({ key, curve }, i) => (
          <path
            key={key}
            class={`survival-line series-${series[i]}`}
            d={stepPath(curve, reading, x, y, lastDay)}
          />
        ))}
        <MedianDots {...{ groups, x, y, lastDay }} />
        {groups.map(({ key, label }, i) => (
          <text
            key={key}
            class={`survival-label series-${series[i]}`}
            x={isNarrow ? width - right : width - right + 10}
            y={labelPlaces[i]! + (isNarrow ? -6 : 4)}
            text-anchor={isNarrow ? 'end' : 'start'}
          >
            {label.length > 14 ? `${label.slice(0, 13)}…` : label} {percent(ends[i]!)}
            <title>{label}</title>
          </text>
        ))}
      </svg>
      <p class="survival-risk-title">{atRiskLabel}</p>
      <svg width={width} height={groups.length * 20 + 4} aria-hidden="true">
        {groups.map(({ key, label, atRisk }, i) => (
          <g key={key} transform={`translate(0 ${i * 20 + 14})`}>
            <line class={`survival-line series-${series[i]}`} x1={0} x2={12} y1={-4} y2={-4} />
            {shown.map((day) => (
              <text key={day} class="survival-number" x={Math.max(34, x(day))} text-anchor="middle">
                {number(atRisk[days.indexOf(day)] ?? 0)}
              </text>
            ))}
            {!isNarrow && (
              <text class="survival-tick" x={width - right + 28}>
                {label.length > 16 ? `${label.slice(0, 15)}…` : label}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}

interface MediansProps {
  groups: SurvivalGroup[]
  x: (days: number) => number
  y: (share: number) => number
  lastDay: number
}

const reached = ({ groups, lastDay }: Pick<MediansProps, 'groups' | 'lastDay'>) =>
  groups.flatMap(({ key, median }, i) =>
    median !== null && median <= lastDay ? [{ key, median, look: series[i]! }] : [],
  )

function Medians({ groups, x, y, lastDay }: MediansProps) {
  const dropped = reached({ groups, lastDay })
  if (!dropped.length) return null
  const furthest = Math.max(...dropped.map(({ median }) => median))
  const ordered = [...dropped].sort((a, b) => a.median - b.median)
  return (
    <>
      <line class="survival-half" x1={x(0)} x2={x(furthest)} y1={y(0.5)} y2={y(0.5)} />
      {ordered.map(({ key, median, look }, i) => {
        const place = x(median)
        // The first of several says its days to the left, so that near medians do not write over each other.
        const before = i === 0 && ordered.length > 1 && place - x(0) > 60
        return (
          <g key={key}>
            <line class={`survival-drop series-${look}`} x1={place} x2={place} y1={y(0.5)} y2={y(0)} />
            <text
              class={`survival-label series-${look}`}
              x={before ? place - 6 : place + 6}
              y={y(0) - 10 - (i > 1 ? (i - 1) * 16 : 0)}
              text-anchor={before ? 'end' : 'start'}
            >
              {shortDays(median)}
            </text>
          </g>
        )
      })}
    </>
  )
}

const MedianDots = ({ groups, x, y, lastDay }: MediansProps) => (
  <>
    {reached({ groups, lastDay }).map(({ key, median, look }) => (
      <circle key={key} class={`survival-dot series-${look}`} cx={x(median)} cy={y(0.5)} r={4.5} />
    ))}
  </>
)
