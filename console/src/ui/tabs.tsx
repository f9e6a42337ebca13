import { useId } from 'preact/hooks'
import './tabs.css'
import { number } from '../format'
import { Icon, type IconName } from './icon'

interface TabsProps<T extends string> {
  label: string
  current: T
  items: Array<{ value: T; label: string; count?: number }>
  onSelect: (value: T) => void
}

/** Views of the same list or thing. Arrows move between them, as in any tab list. */
export function Tabs<T extends string>({ label, current, items, onSelect }: TabsProps<T>) {
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={moveFocus}>
      {items.map(({ value, label, count }) => (
        <button
          key={value}
          type="button"
          role="tab"
          aria-selected={value === current}
          tabIndex={value === current ? 0 : -1}
          onClick={() => onSelect(value)}
        >
          {label}
          {count !== undefined && <span class="tab-count">{number(count)}</span>}
        </button>
      ))}
    </div>
  )
}

interface SegmentedProps<T extends string> {
  label: string
  value: T
  options: Array<{ value: T; label: string; icon?: IconName }>
  onChange: (value: T) => void
  /** Takes the whole width, parts of equal size. */
  wide?: boolean
  disabled?: boolean
}

/** Two or three choices of which one holds. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, value, options, onChange, wide, disabled } = props
  const name = useId()
  return (
    <div class={`segmented${wide ? ' segmented-wide' : ''}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            class="unseen"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon name={option.icon} size={14} />}
          {option.label}
        </label>
      ))}
    </div>
  )
}

/** Arrows, Home and End choose the neighbour, the first and the last. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[
    event.key
  ]
  if (to === undefined || at < 0) return
  event.preventDefault()
  const next = buttons.at(to % buttons.length)
  next?.focus()
  next?.click()
}
