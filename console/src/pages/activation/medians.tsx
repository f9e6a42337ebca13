import { Interval } from '../../charts/interval'
import { ticks } from '../../charts/scale'
import { FEW, series } from '../../charts/series'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import { Rich } from '../../ui/rich'
import type { Labelled } from './finding'
import { intervalWords, medianWords } from './rows'

/** Medians on one scale of days, with their intervals and the share within the first week. */
export function Medians({ groups }: { groups: Labelled[] }) {
  const { activation: t, report } = texts()
  const ends = groups.flatMap(({ median, medianHigh }) => [median ?? 0, medianHigh ?? 0])
  const scale = ticks(Math.max(...ends, 0.5), 4)
  const max = scale.at(-1)!
  return (
    <div class="medians">
      {groups.map((group, i) => {
        const { key, label, n, median, medianLow, medianHigh, within7Days } = group
        return (
          <div key={key} class="median-row">
            <span class="median-label" title={label}>
              <svg width="12" height="4" aria-hidden="true">
                <line class={`survival-line series-${series[i]}`} x1="0" x2="12" y1="2" y2="2" />
              </svg>
              {label}
            </span>
            <Interval
              value={median}
              low={medianLow}
              high={medianHigh}
              max={max}
              ticks={scale}
              look={n < FEW ? 'few' : series[i]}
            />
            <b class={median === null ? 'median-none' : undefined}>{medianWords(group)}</b>
            <span class="small quiet">{intervalWords(group)}</span>
            <span
              class="median-week"
              title={
                within7Days ? t.within7of(percent(within7Days.value), number(within7Days.n)) : t.within7None
              }
            >
              {within7Days && <Rich text={t.within7(percent(within7Days.value, 0))} />}
            </span>
          </div>
        )
      })}
      <div class="median-row median-scale" aria-hidden="true">
        <span />
        <svg width="100%" height="16" aria-hidden="true">
          {scale.map((tick, i) => (
            <text
              key={tick}
              x={`${(tick / max) * 100}%`}
              y="12"
              text-anchor={i === 0 ? 'start' : i === scale.length - 1 ? 'end' : 'middle'}
            >
              {i === scale.length - 1
                ? report.dayUnit(number(tick, decimals(tick)))
                : number(tick, decimals(tick))}
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

const decimals = (tick: number) => (Number.isInteger(tick) ? 0 : tick < 0.1 ? 2 : 1)
