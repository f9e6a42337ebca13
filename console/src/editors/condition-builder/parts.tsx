import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { texts } from '../../locales'
import { Button } from '../../ui/button'
import { Checkbox, NumberField, RadioGroup, Select, TextField } from '../../ui/field'
import { ChipPopover } from './chip-popover'
import { operators, readValue, type Test, type Value, withOperator } from './match'
import { Picker } from './picker'
import { dayCount, dayNames, hourWords, timesWords, valueWords } from './sentence'

const Panel = ({
  title,
  children,
  close,
}: {
  title: string
  children: ComponentChildren
  close: () => void
}) => (
  <form
    class="rule-panel"
    onSubmit={(event) => {
      event.preventDefault()
      close()
    }}
  >
    <p class="rule-panel-title">{title}</p>
    {children}
    <Button type="submit" small>
      {texts().condition.done}
    </Button>
  </form>
)

interface VerbProps<T extends string> {
  value: T
  options: Array<{ value: T; label: string }>
  onChange: (value: T) => void
  label?: string
  disabled?: boolean
}

/** The words between subject and value: a list that looks like text. */
export function Verb<T extends string>({ value, options, onChange, label, disabled }: VerbProps<T>) {
  const id = useId()
  if (disabled || options.length < 2)
    return <span class="rule-plain">{options.find((option) => option.value === value)?.label}</span>
  return (
    <select
      id={id}
      class="rule-verb-select"
      aria-label={label ?? texts().condition.verb}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

interface TestPartsProps {
  test: Test
  /** Values that tills have sent for it. */
  values: readonly Value[]
  onChange: (test: Test) => void
  disabled?: boolean
}

/** Comparison and value of one trait or property. */
export function TestParts({ test, values, onChange, disabled }: TestPartsProps) {
  const { condition } = texts()
  const { operator, value } = test
  const words = operators.map((one) => ({ value: one, label: condition.operators[one] }))
  return (
    <>
      <Verb
        value={operator}
        options={words}
        disabled={disabled}
        onChange={(next) => onChange(withOperator(test, next))}
      />
      {operator !== 'exists' && operator !== 'missing' && (
        <ChipPopover look="value" label={condition.value} words={valueWords(value)} disabled={disabled}>
          {(close) => (
            <Picker
              label={condition.value}
              choices={choicesOf(values, value)}
              chosen={(Array.isArray(value) ? value : [value]).map(String)}
              typed={(typed) => [{ value: typed, label: condition.use.value(typed) }]}
              onPick={(picked) => {
                const next = readValue(picked, [...values, true, false].filter(like(values)))
                if (!Array.isArray(value)) {
                  onChange({ ...test, value: next })
                  close()
                } else {
                  const without = value.filter((one) => one !== next)
                  onChange({ ...test, value: without.length < value.length ? without : [...value, next] })
                }
              }}
            />
          )}
        </ChipPopover>
      )}
    </>
  )
}

/** Yes and no stand among the values only where tills send them, or nothing is known. */
const like = (values: readonly Value[]) => (value: Value) =>
  typeof value !== 'boolean' || values.length === 0 || values.some((one) => typeof one === 'boolean')

function choicesOf(values: readonly Value[], now: Value | Value[]) {
  const own = (Array.isArray(now) ? now : [now]).filter((value) => value !== '')
  const offered = [...values, ...own, true, false].filter(like(values))
  const once = [...new Map(offered.map((value) => [String(value), value])).values()]
  return once.map((value) => ({ value: String(value), label: valueWords(value) }))
}

interface Times {
  atLeast?: number
  atMost?: number
}

interface TimesChipProps {
  times: Times
  onChange: (times: Times) => void
  /** There is no upper bound to give. */
  onlyLeast?: boolean
  disabled?: boolean
}

/** How many times, from and to. */
export function TimesChip({ times, onChange, onlyLeast, disabled }: TimesChipProps) {
  const { timesForm } = texts().condition
  const { atLeast, atMost } = times
  const least = atLeast ?? (atMost === undefined ? 1 : 0)
  return (
    <ChipPopover look="value" label={timesForm.title} words={timesWords(times)} disabled={disabled}>
      {(close) => (
        <Panel title={timesForm.title} close={close}>
          <NumberField
            label={timesForm.atLeast}
            value={least}
            min={0}
            step={1}
            unit={timesForm.unit}
            onInput={(n) => onChange({ atLeast: whole(n) ?? 0, atMost })}
          />
          {!onlyLeast && (
            <NumberField
              label={timesForm.atMost}
              value={atMost}
              min={0}
              step={1}
              unit={timesForm.unit}
              placeholder={timesForm.none}
              onInput={(n) => onChange({ atLeast: least, atMost: whole(n) })}
            />
          )}
        </Panel>
      )}
    </ChipPopover>
  )
}

const whole = (n: number | undefined) => (n === undefined ? undefined : Math.max(0, Math.round(n)))

interface WindowChipProps {
  days: number | undefined
  onChange: (days: number | undefined) => void
  say?: (days: number) => string
  /** Stands there while there is no limit, as a quiet button: the sentence is whole without. */
  add?: string
  disabled?: boolean
}

/** Ever, or within the last days. */
export function WindowChip({ days, onChange, say = dayCount, add, disabled }: WindowChipProps) {
  const { always, daysForm } = texts().condition
  const isOpenEnded = days === undefined
  const words = isOpenEnded ? (add ?? always) : say(days)
  return (
    <ChipPopover
      look={isOpenEnded && add ? 'add' : 'value'}
      icon={isOpenEnded && add ? 'plus' : undefined}
      label={daysForm.title}
      words={words}
      disabled={disabled}
    >
      {(close) => (
        <Panel title={daysForm.title} close={close}>
          <RadioGroup
            label={daysForm.title}
            hideLabel
            value={days === undefined ? 'always' : 'last'}
            options={[
              { value: 'always', label: daysForm.always },
              { value: 'last', label: daysForm.last },
            ]}
            onChange={(choice) => onChange(choice === 'always' ? undefined : (days ?? 7))}
          />
          {days !== undefined && (
            <NumberField
              label={daysForm.last}
              hideLabel
              value={days}
              min={1}
              max={3650}
              unit={daysForm.unit}
              onInput={(n) => n !== undefined && n > 0 && onChange(n)}
            />
          )}
        </Panel>
      )}
    </ChipPopover>
  )
}

export function PathChip({
  path,
  onChange,
  disabled,
}: {
  path: string
  onChange: (path: string) => void
  disabled?: boolean
}) {
  const { condition } = texts()
  return (
    <ChipPopover look="value" label={condition.path} words={path} disabled={disabled}>
      {(close) => (
        <Panel title={condition.path} close={close}>
          <TextField
            label={condition.path}
            hideLabel
            value={path}
            help={condition.pathHelp}
            maxLength={300}
            onInput={(typed) => onChange(typed.startsWith('/') ? typed : `/${typed}`)}
          />
        </Panel>
      )}
    </ChipPopover>
  )
}

interface ElementTarget {
  label: string
  selector?: string
}

export function ElementChip<T extends ElementTarget>(props: {
  target: T
  onChange: (target: T) => void
  disabled?: boolean
}) {
  const { target, onChange, disabled } = props
  const { condition } = texts()
  return (
    <ChipPopover
      look="subject"
      icon="target"
      label={condition.element}
      words={target.label || condition.element}
      disabled={disabled}
    >
      {(close) => (
        <Panel title={condition.element} close={close}>
          <TextField
            label={condition.elementForm.label}
            value={target.label}
            maxLength={120}
            onInput={(label) => onChange({ ...target, label })}
          />
          <TextField
            label={condition.elementForm.selector}
            value={target.selector ?? ''}
            maxLength={300}
            onInput={(selector) => onChange({ ...target, selector })}
          />
        </Panel>
      )}
    </ChipPopover>
  )
}

const devices = ['phone', 'tablet', 'desktop'] as const
type Device = (typeof devices)[number]

export function DeviceChip(props: {
  chosen: Device[]
  onChange: (devices: Device[]) => void
  disabled?: boolean
  words: string
}) {
  const { chosen, onChange, disabled, words } = props
  const { condition } = texts()
  return (
    <ChipPopover look="value" label={condition.device} words={words} disabled={disabled}>
      {(close) => (
        <Panel title={condition.device} close={close}>
          {devices.map((device) => (
            <Checkbox
              key={device}
              label={condition.devices[device]}
              checked={chosen.includes(device)}
              // A rule names one device at least.
              disabled={chosen.length === 1 && chosen[0] === device}
              onChange={(on) =>
                onChange(devices.filter((one) => (one === device ? on : chosen.includes(one))))
              }
            />
          ))}
        </Panel>
      )}
    </ChipPopover>
  )
}

interface HoursChipProps {
  hours: [number, number]
  days?: number[]
  onChange: (hours: [number, number], days: number[] | undefined) => void
  disabled?: boolean
}

const everyHalfHour = Array.from({ length: 49 }, (_, i) => i / 2)

export function HoursChip({ hours, days, onChange, disabled }: HoursChipProps) {
  const { condition } = texts()
  const { hoursForm } = condition
  const times = everyHalfHour.map((hour) => ({ value: String(hour), label: hourWords(hour) }))
  const words = condition.hours(hourWords(hours[0]), hourWords(hours[1]))
  return (
    <>
      <ChipPopover look="value" label={hoursForm.title} words={words} disabled={disabled}>
        {(close) => (
          <Panel title={hoursForm.title} close={close}>
            <Select
              label={hoursForm.from}
              value={String(hours[0])}
              options={times}
              onChange={(from) => onChange([Number(from), hours[1]], days)}
            />
            <Select
              label={hoursForm.to}
              value={String(hours[1])}
              options={times}
              onChange={(to) => onChange([hours[0], Number(to)], days)}
            />
            <p class="rule-panel-title">{hoursForm.days}</p>
            <div class="rule-days">
              {condition.weekdays.map((name, day) => (
                <Checkbox
                  key={name}
                  label={name}
                  checked={days?.includes(day) ?? false}
                  onChange={(on) => {
                    const next = [0, 1, 2, 3, 4, 5, 6].filter((one) =>
                      one === day ? on : days?.includes(one),
                    )
                    onChange(hours, next.length ? next : undefined)
                  }}
                />
              ))}
            </div>
          </Panel>
        )}
      </ChipPopover>
      {days?.length ? (
        <span class="rule-plain">
          {condition.onDays} {dayNames(days)}
        </span>
      ) : null}
    </>
  )
}
