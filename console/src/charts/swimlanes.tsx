import { date } from '../format'
import { linear } from './scale'
import './swimlanes.css'
import { useWidth } from './width'

export interface Mark {
  id: string
  at: number
  label: string
  detail?: string
  /** `done`: finished or reached; `seen`: only begun or refused; `plain`: the host's own event. */
  look: 'done' | 'seen' | 'plain' | 'milestone'
}

export interface Lane {
  key: string
  name: string
  marks: Mark[]
}

const ROW = 40
const LEFT = 96
const FOOT = 24
const CHARACTER = 6.4 // px of a letter of 12 px Inter, on average

/** One lane per kind of thing, moments from left to right. Labels that would collide give way to the later one's dot. */
export function Swimlanes({ lanes, from, to }: { lanes: Lane[]; from: number; to: number }) {
  const { ref, width } = useWidth(720)
  const x = linear([from, to], [LEFT + 12, width - 24])
  const height = lanes.length * ROW
  const moments = Array.from({ length: 6 }, (_, i) => from + ((to - from) * i) / 5)
  const few = width < 480 ? [moments[0]!, moments[5]!] : moments
  // A short time has fewer days than ticks: each day is named once.
  const shown = few.filter((at, i) => i === 0 || date(at) !== date(few[i - 1]!))
  return (
    <div class="swimlanes" ref={ref}>
      <svg width={width} height={height + FOOT} aria-hidden="true">
        {shown.map((at) => (
          <g key={at}>
            <line class="swimlanes-day" x1={x(at)} x2={x(at)} y1={0} y2={height} />
            <text class="swimlanes-tick" x={x(at)} y={height + 18} text-anchor={at === to ? 'end' : 'middle'}>
              {date(at)}
            </text>
          </g>
        ))}
        {lanes.map((lane, i) => (
          <g key={lane.key} transform={`translate(0 ${i * ROW})`}>
            <line class="swimlanes-line" x1={0} x2={width} y1={ROW} y2={ROW} />
            <text class="swimlanes-name" x={0} y={ROW / 2 + 4}>
              {lane.name}
            </text>
            {withRoom(lane.marks, x, width).map(({ mark, hasLabel, before }) => (
              <g key={mark.id} transform={`translate(${x(mark.at)} ${ROW / 2})`}>
                <Sign look={mark.look} />
                {hasLabel && (
                  <text
                    class="swimlanes-label"
                    x={before ? -10 : 10}
                    y={4}
                    text-anchor={before ? 'end' : 'start'}
                  >
                    {mark.label}
                    {mark.detail && <tspan class="swimlanes-detail"> {mark.detail}</tspan>}
                  </text>
                )}
                <title>{`${mark.label} ${mark.detail ?? ''} ${date(mark.at)}`}</title>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Gives each mark its label where it fits before the next mark, or left of it at the right edge. Pure. */
export function withRoom(marks: Mark[], x: (at: number) => number, width: number) {
  const ordered = [...marks].sort((a, b) => a.at - b.at)
  let taken = LEFT
  return ordered.map((mark, i) => {
    const place = x(mark.at)
    const wide = `${mark.label} ${mark.detail ?? ''}`.length * CHARACTER + 18
    const next = ordered[i + 1]
    const after = place + wide <= (next ? x(next.at) - 8 : width)
    const before = !after && place - wide > taken
    taken = after ? place + wide : place + 8
    return { mark, hasLabel: after || before, before }
  })
}

function Sign({ look }: { look: Mark['look'] }) {
  if (look === 'milestone') return <path class="swimlanes-milestone" d="M0-6 6 0 0 6-6 0Z" />
  if (look === 'plain') return <rect class="swimlanes-plain" x={-4} y={-4} width={8} height={8} rx={1} />
  return <circle class={`swimlanes-${look}`} r={look === 'done' ? 5 : 4.25} />
}
