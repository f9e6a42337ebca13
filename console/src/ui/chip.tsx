import type { ComponentChildren } from 'preact'
import './chip.css'
import { Icon, type IconName } from './icon'

interface ChipProps {
  children: ComponentChildren
  icon?: IconName
  /** `set`: a filter that holds; `chosen`: it defines the picture; `add`: dashed, adds one. */
  tone?: 'set' | 'chosen' | 'add'
  pressed?: boolean
  onClick?: () => void
  /** Beside the words, in the third colour. */
  count?: string
}

export function Chip({ children, icon, tone = 'set', pressed, onClick, count }: ChipProps) {
  return (
    <button type="button" class={`chip chip-${tone}`} aria-pressed={pressed} onClick={onClick}>
      {icon && <Icon name={icon} size={14} />}
      <span>{children}</span>
      {count !== undefined && <span class="chip-count">{count}</span>}
    </button>
  )
}
