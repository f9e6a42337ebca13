import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import './field.css'
import { Icon, type IconName } from './icon'
import { Shape } from './tag'

interface Around {
  label: string
  /** The label is there for who listens; those who look have it from the place. */
  hideLabel?: boolean
  help?: ComponentChildren
  /** What is wrong and what to do; stands in the place of the help. */
  error?: string
  /** At the right of the label: a count, a link. */
  aside?: ComponentChildren
}

interface FieldProps extends Around {
  id: string
  children: ComponentChildren
}

/** Label above, field, help or error below. For fields of your own, give the control `id` and `describedBy(id)`. */
export function Field({ id, label, hideLabel, help, error, aside, children }: FieldProps) {
  return (
    <div class={`field${error ? ' field-wrong' : ''}`}>
      <div class={hideLabel ? 'unseen' : 'field-head'}>
        <label for={id}>{label}</label>
        {aside && <span class="field-aside">{aside}</span>}
      </div>
      {children}
      {error ? (
        <p class="field-error" id={`${id}-note`}>
          <Shape state="critical" />
          <span>{error}</span>
        </p>
      ) : (
        help && (
          <p class="field-help" id={`${id}-note`}>
            {help}
          </p>
        )
      )}
    </div>
  )
}

export const describedBy = (id: string, { help, error }: Around) => (help || error ? `${id}-note` : undefined)

interface TextFieldProps extends Around {
  value: string
  onInput: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date'
  placeholder?: string
  autocomplete?: string
  maxLength?: number
  icon?: IconName
  /** At the field's right end, inside it. */
  end?: ComponentChildren
  disabled?: boolean
  readOnly?: boolean
  id?: string
  name?: string
}

export function TextField({ id: given, icon, end, ...props }: TextFieldProps) {
  const made = useId()
  const id = given ?? made
  const { label, hideLabel, help, error, aside, onInput, type = 'text', ...input } = props
  return (
    <Field {...{ id, label, hideLabel, help, error, aside }}>
      <div class="input-box">
        {icon && <Icon name={icon} />}
        <input
          {...input}
          // The element's types want one literal at a time; ours is any of the six.
          type={type as 'text'}
          id={id}
          class="input"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, props)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {end}
      </div>
    </Field>
  )
}

interface NumberFieldProps extends Around {
  value: number | undefined
  /** `undefined` when the field was emptied. What is not a number is not reported. */
  onInput: (value: number | undefined) => void
  min?: number
  max?: number
  step?: number
  unit?: string
  placeholder?: string
  disabled?: boolean
  id?: string
}

export function NumberField({ id: given, unit, value, onInput, ...props }: NumberFieldProps) {
  const made = useId()
  const id = given ?? made
  const { label, hideLabel, help, error, aside, ...input } = props
  return (
    <Field {...{ id, label, hideLabel, help, error, aside }}>
      <div class="input-box">
        <input
          {...input}
          id={id}
          type="number"
          inputMode="decimal"
          class="input"
          value={value ?? ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, props)}
          onInput={({ currentTarget: { value: text, valueAsNumber } }) => {
            if (text === '') onInput(undefined)
            else if (Number.isFinite(valueAsNumber)) onInput(valueAsNumber)
          }}
        />
        {unit && <span class="input-unit">{unit}</span>}
      </div>
    </Field>
  )
}

interface TextAreaProps extends Around {
  value: string
  onInput: (value: string) => void
  rows?: number
  maxLength?: number
  placeholder?: string
  readOnly?: boolean
  id?: string
}

export function TextArea({ id: given, rows = 3, ...props }: TextAreaProps) {
  const made = useId()
  const id = given ?? made
  const { label, hideLabel, help, error, aside, onInput, ...input } = props
  return (
    <Field {...{ id, label, hideLabel, help, error, aside }}>
      <textarea
        {...input}
        id={id}
        rows={rows}
        class="input input-area"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  )
}

export interface Option<T extends string> {
  value: T
  label: string
  icon?: IconName
  disabled?: boolean
}

interface SelectProps<T extends string> extends Around {
  value: T
  options: Option<T>[]
  onChange: (value: T) => void
  disabled?: boolean
  id?: string
  small?: boolean
}

/** The browser's own list: the best one on a phone and with a keyboard. */
export function Select<T extends string>({ id: given, options, small, ...props }: SelectProps<T>) {
  const made = useId()
  const id = given ?? made
  const { label, hideLabel, help, error, aside, onChange, value, disabled } = props
  return (
    <Field {...{ id, label, hideLabel, help, error, aside }}>
      <div class={`select-box${small ? ' select-small' : ''}`}>
        <select
          id={id}
          class="input select"
          value={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, props)}
          onChange={(event) => onChange(event.currentTarget.value as T)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={14} />
      </div>
    </Field>
  )
}

interface RadioGroupProps<T extends string> {
  label: string
  hideLabel?: boolean
  value: T
  options: Array<Option<T> & { help?: string }>
  onChange: (value: T) => void
  disabled?: boolean
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, hideLabel, value, options, onChange, disabled } = props
  const name = useId()
  return (
    <fieldset class="choices" disabled={disabled}>
      <legend class={hideLabel ? 'unseen' : undefined}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help && <span class="choice-help">{option.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface CheckboxProps {
  label: string
  help?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export function Checkbox({ label, help, checked, onChange, disabled }: CheckboxProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {help && <span class="choice-help">{help}</span>}
      </span>
    </label>
  )
}
