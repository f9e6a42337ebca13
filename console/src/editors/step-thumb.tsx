import type { StepDraft } from '../../../sdk/src/editor/draft/draft'
import { SnapshotView } from '../../../sdk/src/editor/snapshot-view'
import { devices, rectOf, screenOf } from '../preview/screen'

const SIZE = devices.desktop
const SCREEN = screenOf(SIZE)
const CARD = { width: 360, height: 170 }

/** Of the stamp, as its style has it. */
const STAMP = { width: 60, height: 45 }

/** The step in the size of a stamp: its page as it was pointed at, else a drawing of any till, target and card. */
export function StepThumb({ step }: { step: StepDraft }) {
  if (step.snapshot && (step.look ?? 'card') === 'card')
    return (
      <SnapshotView
        class="thumb"
        value={step.snapshot}
        crop={STAMP.width / STAMP.height}
        widthPx={STAMP.width}
      />
    )
  return <DrawnThumb step={step} />
}

function DrawnThumb({ step }: { step: StepDraft }) {
  const target = step.target && (step.look ?? 'card') === 'card' ? rectOf(step.target, SCREEN) : undefined
  const card = target
    ? {
        x: clamp(target.x + target.width / 2 - CARD.width / 2, 110, SIZE.width - CARD.width - 16),
        y: target.y > SIZE.height / 2 ? target.y - CARD.height - 28 : target.y + target.height + 28,
      }
    : { x: (SIZE.width - CARD.width) / 2, y: (SIZE.height - CARD.height) / 2 }
  return (
    <svg
      class={`thumb${target ? '' : ' thumb-dim'}`}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      aria-hidden="true"
    >
      <rect class="thumb-ground" width={SIZE.width} height={SIZE.height} />
      <rect class="thumb-rail" {...SCREEN.rail} />
      {SCREEN.cart && <rect class="thumb-surface" {...SCREEN.cart} />}
      {SCREEN.tiles.map((tile) => (
        <rect key={`${tile.x}-${tile.y}`} class="thumb-surface" {...tile} rx={14} />
      ))}
      <rect class="thumb-main" {...SCREEN.main} rx={14} />
      {target && <rect class="thumb-target" {...target} rx={14} />}
      <rect class="thumb-card" {...card} {...CARD} rx={20} />
      <rect class="thumb-line" x={card.x + 36} y={card.y + 42} width={200} height={26} rx={8} />
      <rect class="thumb-text" x={card.x + 36} y={card.y + 92} width={280} height={20} rx={8} />
    </svg>
  )
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
