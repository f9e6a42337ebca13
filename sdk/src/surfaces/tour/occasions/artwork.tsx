import { line } from '../../frame/drawings'

/** A note with a torn edge and a tick, 48 × 70 from its corner. */
const note = 'M0 0H47V69L39 61L31.5 68L23.5 61L15.5 68L8 61L0 69Z'

const stops = [
  [113, 93],
  [167, 58],
  [234, 52],
  [296, 87],
  [364, 99],
]

/** Seven stops from the first to the note in the customer's hand. */
export const Trail = () => (
  <svg class="trail" viewBox="0 0 494 152" aria-hidden="true" {...line}>
    <path
      d="M46 106C75 100 90 96 113 93C138 90 142 58 167 58C190 58 212 48 234 52C262 56 272 78 296 87C320 96 344 104 364 99C388 93 396 72 418 62"
      stroke="var(--outline)"
      stroke-width="4"
      stroke-dasharray="0.1 11"
    />
    {stops.map(([cx, cy]) => (
      <circle cx={cx} cy={cy} r="8.5" fill="var(--surface)" stroke="var(--outline)" stroke-width="4" />
    ))}
    <circle cx="46" cy="106" r="14" fill="var(--action)" />
    <path d="M40 106l4.5 4.5 8-8.5" stroke="var(--onAction)" stroke-width="3" />
    <g transform="translate(412 25) scale(.96)" stroke="var(--action)" stroke-width="4">
      <path d={note} fill="var(--actionSoft)" stroke-linejoin="miter" />
      <path d="M12 20h23M12 33h14M26 48l6 6 9-11" />
    </g>
  </svg>
)

/** Long ones upright, middling ones aslant, short ones between. */
const rays = Array.from({ length: 16 }, (_, index) => ({
  turn: index * 22.5,
  line: index % 4 === 0 ? 'M66 0v11' : index % 2 === 0 ? 'M66 3v9' : 'M66 6v4',
}))

/** The seal of a first success; its strokes are drawn once. */
export const Seal = () => (
  <svg
    class="seal"
    viewBox="0 0 132 132"
    aria-hidden="true"
    {...line}
    stroke="var(--action)"
    stroke-width="3"
  >
    {rays.map(({ turn, line }) => (
      <path d={line} transform={`rotate(${turn} 66 66)`} />
    ))}
    <circle cx="66" cy="66" r="49" fill="var(--actionSoft)" pathLength="1" />
    <g transform="translate(47.5 40) scale(.79)" stroke-width="4">
      <path d={note} fill="var(--surface)" stroke-linejoin="miter" pathLength="1" />
      <path d="M12 17h23M13 37l8 8 16-17" pathLength="1" stroke-width="4.5" />
    </g>
  </svg>
)
