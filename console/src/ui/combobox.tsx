import * as zag from '@zag-js/combobox'
import { normalizeProps, useMachine } from '@zag-js/preact'
import type { InputHTMLAttributes } from 'preact'
import { createPortal } from 'preact/compat'
import { useId, useMemo, useState } from 'preact/hooks'
import { plain } from '../search'
import { Field } from './field'
import { Icon } from './icon'
import './combobox.css'

export interface Suggestion {
  value: string
  label: string
  /** Second line: how often, where from. */
  detail?: string
}

interface ComboboxProps {
  label: string
  hideLabel?: boolean
  value: string
  suggestions: Suggestion[]
  /** Called with a chosen suggestion's value, or with what was typed when `free`. */
  onChange: (value: string) => void
  /** Any words may be given; suggestions only help. */
  free?: boolean
  placeholder?: string
  help?: string
  error?: string
  disabled?: boolean
  id?: string
}

/** A text field that offers what is known: events, traits, segments. */
export function Combobox(props: ComboboxProps) {
  const { label, hideLabel, value, suggestions, onChange, free, placeholder, help, error, disabled } = props
  const made = useId()
  const id = props.id ?? made
  // What is being typed; undefined while the field shows its value.
  const [typed, setTyped] = useState<string>()
  const items = useMemo(() => matching(suggestions, typed ?? ''), [suggestions, typed])
  const collection = useMemo(
    () =>
      zag.collection({
        items,
        itemToValue: (item: Suggestion) => item.value,
        itemToString: (item: Suggestion) => item.label,
      }),
    [items],
  )
  const service = useMachine(zag.machine as zag.Machine<Suggestion>, {
    id,
    ids: { input: id },
    collection,
    disabled,
    placeholder,
    openOnClick: true,
    allowCustomValue: free,
    inputBehavior: 'autohighlight',
    selectionBehavior: 'replace',
    positioning: { sameWidth: true, gutter: 4 },
    value: value ? [value] : [],
    inputValue: typed ?? suggestions.find((item) => item.value === value)?.label ?? value,
    onOpenChange: ({ open }) => {
      if (!open) setTyped(undefined)
    },
    onValueChange: ({ value: chosen }) => {
      setTyped(undefined)
      if (chosen[0] !== undefined && chosen[0] !== value) onChange(chosen[0])
    },
  })
  const box = zag.connect(service, normalizeProps)
  // Zag's own report of a change doesn't say reliably whether a person typed it, and an empty list swallows it.
  const type = (words: string) => {
    setTyped(words)
    if (free) onChange(words)
  }
  return (
    <Field id={id} label={label} hideLabel={hideLabel} help={help} error={error}>
      <div {...box.getControlProps()} class="input-box combobox">
        <input
          {...(box.getInputProps() as InputProps)}
          onInputCapture={({ currentTarget }) => type(currentTarget.value)}
          class="input"
          aria-invalid={error ? true : undefined}
          aria-describedby={help || error ? `${id}-note` : undefined}
        />
        <button {...box.getTriggerProps()} class="combobox-open" aria-label={label}>
          <Icon name="chevron-down" size={14} />
        </button>
      </div>
      {box.open &&
        items.length > 0 &&
        createPortal(
          <div {...box.getPositionerProps()}>
            <ul {...box.getContentProps()} class="menu">
              {items.map((item) => (
                <li {...box.getItemProps({ item })} key={item.value} class="menu-item">
                  <span class="menu-label">
                    {item.label}
                    {item.detail && <span class="menu-detail">{item.detail}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </div>,
          document.body,
        )}
    </Field>
  )
}

// Zag describes every input there is; ours is a text field.
type InputProps = Extract<InputHTMLAttributes<HTMLInputElement>, { list?: undefined; role?: unknown }>

const MOST = 50

const matching = (suggestions: Suggestion[], typed: string) => {
  const wanted = plain(typed)
  return suggestions
    .filter(({ label, value }) => plain(label).includes(wanted) || plain(value).includes(wanted))
    .slice(0, MOST)
}
