import type { RushHours } from '#contract/busy'
import { hourWords } from '../../editors/condition-builder/sentence'
import { texts } from '../../locales'
import { piecesOf } from './wording'

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]
const share = (hours: number) => `${(hours / 24) * 100}%`

/** Seven days of 24 hours, the rush filled in. */
export function Week({ rushHours }: { rushHours: readonly RushHours[] }) {
  const { busy: t, condition } = texts()
  return (
    <div class="week">
      <ul>
        {MONDAY_FIRST.map((day) => {
          const pieces = piecesOf(rushHours, day)
          const words = pieces.map(([from, to]) => `${hourWords(from)}–${hourWords(to)}`).join(', ')
          return (
            <li key={day}>
              <span class="week-day">{condition.weekdays[day]}</span>
              <span
                class="week-hours"
                role="img"
                aria-label={t.weekSpoken(condition.weekdays[day]!, words || t.weekFree)}
                title={words || undefined}
              >
                {pieces.map(([from, to]) => (
                  <i key={from} style={{ left: share(from), width: share(to - from) }} />
                ))}
              </span>
            </li>
          )
        })}
      </ul>
      <p class="week-scale" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hourWords(hour)}</span>
        ))}
      </p>
    </div>
  )
}
