import type { ComponentChildren } from 'preact'
import { Icon } from '../ui/icon'
import { Shape } from '../ui/tag'
import { ShareBar } from './share-bar'
import './ladder.css'

export interface Rung {
  key: string
  name: string
  /** 0..1 of those who started the clock. */
  share: number
  shareWords: string
  /** At the right of the name: how long it takes. */
  pace: string
  /** At the right of the bar: who went no further. */
  stopped: string
  tag?: ComponentChildren
  /** The rung that time to value ends at. */
  isValue?: boolean
  /** Most units stop here. */
  isWorst?: boolean
}

/** Milestones from the first at the foot to the last at the top, as one climbs. */
export function Ladder({ rungs }: { rungs: Rung[] }) {
  return (
    <ol class="ladder" reversed>
      {[...rungs].reverse().map((rung) => (
        <li key={rung.key} class={rung.isWorst ? 'ladder-worst' : undefined}>
          <span class={`ladder-knot${rung.isValue ? ' ladder-value' : ''}`} aria-hidden="true">
            {rung.isValue && <Icon name="flag" size={12} />}
          </span>
          <span class="ladder-row">
            <span class="ladder-name">
              {rung.name} {rung.tag}
            </span>
            <span class="ladder-pace">{rung.pace}</span>
          </span>
          <span class="ladder-row ladder-share">
            <span class="ladder-bar">
              <ShareBar share={rung.share} />
            </span>
            <span>{rung.shareWords}</span>
            <span class="ladder-stopped">
              {rung.isWorst && <Shape state="attention" />} {rung.stopped}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
