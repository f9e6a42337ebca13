import type { Snapshot } from '#contract/snapshot'

interface SnapshotViewProps {
  value: Snapshot
  /** Shows the surroundings of the target only, in this shape (width over height); absent: the whole screen. */
  crop?: number
  /** Widest picture it is drawn at in pixels; outlines stay as thick as on the screen. */
  widthPx?: number
  /** What a screen reader hears; a picture beside its words needs none. */
  label?: string
  class?: string
  /** The screen alone: whoever lights the target does so above it. */
  isUnlit?: boolean
}

/** A colour by its place in the picture's palette. */
export const inkOf = (colours: string[]) => (place: number) => colours[place] ?? 'none'

const DIM = '#14213d'
const AIR_PX = 8

/** The stored, masked picture of a host's page, its target lit. Built of elements and numbers, never of markup. */
export function SnapshotView({
  value,
  crop,
  widthPx = value.width,
  label,
  class: name,
  isUnlit,
}: SnapshotViewProps) {
  const { boxes, texts, colours, target } = value
  const view = crop && target ? around(value, target, crop) : [0, 0, value.width, value.height]
  const unit = view[2]! / widthPx
  const ink = inkOf(colours)
  return (
    <svg
      class={name}
      viewBox={view.join(' ')}
      preserveAspectRatio="xMidYMid slice"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <rect width={value.width} height={value.height} fill={ink(value.ground)} />
      {boxes.map(([x, y, width, height, fill, line, radius], i) => (
        <rect
          key={`box-${i}`}
          {...{ x, y, width, height }}
          rx={radius}
          fill={ink(fill)}
          stroke={ink(line)}
          stroke-width={line < 0 ? undefined : 1}
        />
      ))}
      {texts.map(([x, y, width, height, px, weight, colour, words], i) =>
        words ? (
          <text
            key={`text-${i}`}
            x={x}
            y={y + height / 2}
            dominant-baseline="central"
            font-size={px}
            font-weight={weight}
            fill={ink(colour)}
            textLength={width}
            lengthAdjust="spacingAndGlyphs"
          >
            {words}
          </text>
        ) : (
          <rect
            key={`text-${i}`}
            x={x}
            y={y + height * 0.25}
            width={width}
            height={height * 0.5}
            rx={height * 0.2}
            fill={ink(colour)}
            opacity={0.32}
          />
        ),
      )}
      {target && !isUnlit && <Lit {...{ value, target, unit }} />}
    </svg>
  )
}

type Target = NonNullable<Snapshot['target']>

function Lit({ value, target, unit }: { value: Snapshot; target: Target; unit: number }) {
  const [x, y, width, height, radius] = target
  const [left, top, wide, high] = [x - AIR_PX, y - AIR_PX, width + 2 * AIR_PX, height + 2 * AIR_PX]
  const round = Math.min(radius + AIR_PX, wide / 2, high / 2)
  const corner = (dx: number, dy: number) => `a${round} ${round} 0 0 1 ${dx} ${dy}`
  const hole = `M${left + round} ${top}h${wide - 2 * round}${corner(round, round)}v${high - 2 * round}${corner(-round, round)}h${2 * round - wide}${corner(-round, -round)}v${2 * round - high}${corner(round, -round)}z`
  return (
    <>
      <path
        d={`M0 0h${value.width}v${value.height}h${-value.width}z${hole}`}
        fill={DIM}
        fill-rule="evenodd"
        opacity={0.5}
      />
      <path d={hole} fill="none" stroke="#ffffff" stroke-width={Math.max(3, 1.5 * unit)} />
    </>
  )
}

/** Wide enough to recognise the place: this many times the target, and never less than these pixels. */
const TIMES = 1.8
const LEAST_PX = 360

function around({ width, height }: Snapshot, [x, y, w, h]: Target, ratio: number): number[] {
  const wanted = Math.max(LEAST_PX, TIMES * w, TIMES * h * ratio)
  const wide = Math.min(wanted, width, height * ratio)
  const high = wide / ratio
  const left = Math.max(0, Math.min(width - wide, x + w / 2 - wide / 2))
  const top = Math.max(0, Math.min(height - high, y + h / 2 - high / 2))
  return [left, top, wide, high].map(Math.round)
}
