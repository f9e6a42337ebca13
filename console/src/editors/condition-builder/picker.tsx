import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { texts } from '../../locales'
import { holds } from '../../search'
import { Icon, type IconName } from '../../ui/icon'

export interface Choice {
  value: string
  label: string
  detail?: string
  icon?: IconName
  group?: string
}

interface PickerProps {
  label: string
  choices: Choice[]
  chosen: string[]
  onPick: (value: string) => void
  /** Told what is typed, where the choices come from a server. */
  onWords?: (words: string) => void
  placeholder?: string
  /** Further choices made of what is typed, when it is nobody's name. */
  typed?: (words: string) => Choice[]
}

const MOST = 60 // more are found by typing

/** A field that narrows a list: arrows choose, Enter picks. Groups keep their order. */
export function Picker({ label, choices, chosen, onPick, onWords, placeholder, typed }: PickerProps) {
  const { condition } = texts()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = choices.filter((choice) => holds(`${choice.label} ${choice.value}`, words)).slice(0, MOST)
  const own = words.trim()
  const isKnown = choices.some(({ value, label }) => value === own || label === own)
  const shown = own && !isKnown && typed ? [...found, ...typed(own)] : found

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const pick = (choice: Choice | undefined) => {
    if (choice) onPick(choice.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) setAt((now) => Math.max(0, Math.min(shown.length - 1, now + step)))
    else if (event.key === 'Enter') pick(shown[at])
    else return
    event.preventDefault()
  }

  return (
    <div class="picker">
      <div class="input-box">
        <Icon name="search" />
        <input
          class="input"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[at] && `${id}-${at}`}
          placeholder={placeholder ?? condition.findOne}
          value={words}
          autocomplete="off"
          onInput={(event) => {
            setWords(event.currentTarget.value)
            onWords?.(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="picker-list" role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
        {shown.map((choice, i) => (
          <div key={`${choice.group ?? ''} ${choice.value}`}>
            {choice.group && choice.group !== shown[i - 1]?.group && (
              <p class="menu-heading">{choice.group}</p>
            )}
            {/* The field keeps the focus and moves through the list, so an option takes no key of its own. */}
            <div
              role="option"
              tabIndex={-1}
              id={`${id}-${i}`}
              class="menu-item"
              aria-selected={i === at}
              data-highlighted={i === at || undefined}
              onPointerMove={() => setAt(i)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
              onKeyDown={onKeyDown}
            >
              {choice.icon && <Icon name={choice.icon} size={14} />}
              <span class="menu-label">
                {choice.label}
                {choice.detail && <span class="menu-detail">{choice.detail}</span>}
              </span>
              {chosen.includes(choice.value) && <Icon name="check" size={14} />}
            </div>
          </div>
        ))}
        {!shown.length && <p class="menu-heading">{condition.nothing}</p>}
      </div>
    </div>
  )
}
