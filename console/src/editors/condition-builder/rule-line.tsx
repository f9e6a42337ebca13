import type { Condition } from '#contract/condition'
import type { Match } from '#contract/traits'
import { texts } from '../../locales'
import { IconButton } from '../../ui/button'
import { ChipPopover } from './chip-popover'
import { type Known, traitValues } from './known'
import { readMatch, type Test, writeMatch } from './match'
import { of } from './offers'
import { DeviceChip, ElementChip, HoursChip, PathChip, TestParts, TimesChip, Verb, WindowChip } from './parts'
import { Picker } from './picker'
import { deviceWords, lastDays, nameOf, phrase } from './sentence'
import { spoken } from './spoken'

interface RuleProps {
  rule: Condition
  known: Known
  onChange: (rule: Condition) => void
  disabled?: boolean
}

type Rule<K extends string> = Extract<Condition, Record<K, unknown>>
type RuleOf<K extends string> = Omit<RuleProps, 'rule' | 'onChange'> & {
  rule: Rule<K>
  onChange: (rule: Condition) => void
}

const yesNo = (words: { yes: string; no: string }) => [
  { value: 'yes' as const, label: words.yes },
  { value: 'no' as const, label: words.no },
]
const flag = (on: boolean) => (on ? ('yes' as const) : ('no' as const))

/** One rule as a sentence of chips. What it cannot take apart stands as text and is left as it is. */
export function RuleLine({ rule, known, onChange, disabled }: RuleProps) {
  const { condition } = texts()
  const rest = { known, onChange, disabled }
  if ('user' in rule && readMatch(rule.user)?.length)
    return <TraitRule whose="user" match={rule.user} {...rest} />
  if ('account' in rule && readMatch(rule.account)?.length)
    return <TraitRule whose="account" match={rule.account} {...rest} />
  if ('event' in rule && readMatch(rule.where ?? {})) return <EventRule rule={rule} {...rest} />
  if ('happened' in rule && readMatch(rule.where ?? {})) return <HappenedRule rule={rule} {...rest} />
  if ('segment' in rule)
    return (
      <>
        <span class="rule-plain">{condition.inSegment}</span>
        <About kind="segment" id={rule.segment} look="value" {...rest} />
      </>
    )
  if ('milestone' in rule)
    return (
      <>
        <About kind="milestone" id={rule.milestone} keep={rule} {...rest} />
        <Verb
          value={flag(rule.reached)}
          options={yesNo(condition.reached)}
          disabled={disabled}
          onChange={(reached) => onChange({ ...rule, reached: reached === 'yes' })}
        />
        {rule.withinDays !== undefined && (
          <span class="rule-plain">{condition.inLast(rule.withinDays === 1)}</span>
        )}
        {(rule.withinDays !== undefined || !disabled) && (
          <WindowChip
            days={rule.withinDays}
            say={lastDays}
            add={condition.addWindow}
            disabled={disabled}
            onChange={(days) => onChange(within(rule, days))}
          />
        )}
      </>
    )
  if ('history' in rule)
    return (
      <>
        <About kind="history" id={rule.history} keep={rule} {...rest} />
        <Verb
          value={rule.is}
          options={(['seen', 'completed', 'dismissed', 'never'] as const).map((value) => ({
            value,
            label: condition.history[value],
          }))}
          disabled={disabled}
          onChange={(is) => onChange({ ...rule, is })}
        />
      </>
    )
  if ('path' in rule)
    return (
      <>
        <span class="rule-chip rule-fixed">{condition.path}</span>
        <span class="rule-plain">{condition.pathIs}</span>
        <PathChip path={rule.path} disabled={disabled} onChange={(path) => onChange({ path })} />
      </>
    )
  if ('element' in rule)
    return (
      <>
        <ElementChip
          target={rule.element}
          disabled={disabled}
          onChange={(element) => onChange({ ...rule, element })}
        />
        <Verb
          value={flag(rule.present)}
          options={yesNo(condition.onScreen)}
          disabled={disabled}
          onChange={(present) => onChange({ ...rule, present: present === 'yes' })}
        />
      </>
    )
  if ('device' in rule)
    return (
      <>
        <span class="rule-chip rule-fixed">{condition.device}</span>
        <span class="rule-plain">{condition.deviceIs}</span>
        <DeviceChip
          chosen={rule.device}
          words={deviceWords(rule.device)}
          disabled={disabled}
          onChange={(device) => onChange({ device })}
        />
      </>
    )
  if ('online' in rule)
    return (
      <>
        <span class="rule-chip rule-fixed">{condition.online}</span>
        <Verb
          value={flag(rule.online)}
          options={yesNo(condition.isOnline)}
          disabled={disabled}
          onChange={(online) => onChange({ online: online === 'yes' })}
        />
      </>
    )
  if ('hours' in rule)
    return (
      <>
        <span class="rule-chip rule-fixed">{condition.clock}</span>
        <span class="rule-plain">{condition.clockIs}</span>
        <HoursChip
          hours={rule.hours}
          days={rule.days}
          disabled={disabled}
          onChange={(hours, days) => onChange(days ? { hours, days } : { hours })}
        />
      </>
    )
  return (
    <>
      {phrase(rule, known).map(({ as, text }) => (
        <span key={text} class={as === 'plain' ? 'rule-plain rule-raw' : 'rule-chip rule-fixed'}>
          {text}
        </span>
      ))}
    </>
  )
}

const within = <T extends { withinDays?: number }>({ withinDays: _, ...rule }: T, days: number | undefined) =>
  (days === undefined ? rule : { ...rule, withinDays: days }) as T

interface AboutProps extends Omit<RuleProps, 'rule'> {
  kind: 'segment' | 'milestone' | 'history'
  id: string
  look?: 'subject' | 'value'
  /** The rule whose other parts stay when it speaks of another. */
  keep?: Condition
}

/** Which segment, milestone or content. */
function About({ kind, id, look = 'subject', keep, known, onChange, disabled }: AboutProps) {
  const { condition } = texts()
  const choices = of(kind, known).map((choice) => ({ ...choice, group: undefined }))
  const named = { segment: known.segments, milestone: known.milestones, history: known.experiences }[kind]
  return (
    <ChipPopover
      look={look}
      icon={choices[0]?.icon}
      label={condition.kinds[kind]}
      words={nameOf(named, id)}
      disabled={disabled}
    >
      {(close) => (
        <Picker
          label={condition.kinds[kind]}
          choices={choices}
          chosen={[`${kind}:${id}`]}
          onPick={(choice) => {
            onChange({ ...keep, [kind]: choice.slice(kind.length + 1) } as Condition)
            close()
          }}
        />
      )}
    </ChipPopover>
  )
}

interface TraitRuleProps extends Omit<RuleProps, 'rule'> {
  whose: 'user' | 'account'
  match: Match
}

function TraitRule({ whose, match, known, onChange, disabled }: TraitRuleProps) {
  const { condition } = texts()
  const tests = readMatch(match) ?? []
  const write = (next: Test[]) => onChange({ [whose]: writeMatch(next) } as Condition)
  const set = (i: number, test: Test) => write(tests.map((one, at) => (at === i ? test : one)))
  return (
    <>
      {tests.map((test, i) => (
        // The tests of one rule have no identity but their order.
        <span class="rule-part" key={`${i}-${test.name}`}>
          {i > 0 && <span class="rule-plain">{condition.and}</span>}
          <ChipPopover
            look="subject"
            icon={whose === 'user' ? 'user' : undefined}
            label={condition.kinds[whose]}
            words={spoken(test.name)}
            disabled={disabled}
          >
            {(close) => (
              <Picker
                label={condition.kinds[whose]}
                choices={of(whose, known).map((choice) => ({ ...choice, group: undefined }))}
                chosen={[`${whose}:${test.name}`]}
                typed={(name) => [{ value: `${whose}:${name}`, label: condition.use[whose](name) }]}
                onPick={(choice) => {
                  const name = choice.slice(whose.length + 1)
                  set(i, { name, operator: 'is', value: traitValues(known, whose, name)[0] ?? '' })
                  close()
                }}
              />
            )}
          </ChipPopover>
          <TestParts
            test={test}
            values={traitValues(known, whose, test.name)}
            disabled={disabled}
            onChange={(next) => set(i, next)}
          />
        </span>
      ))}
    </>
  )
}

function EventRule({ rule, known, onChange, disabled }: RuleOf<'event'>) {
  const { condition } = texts()
  return (
    <>
      <EventChip
        name={rule.event}
        known={known}
        disabled={disabled}
        onChange={(event) => onChange({ ...rule, event })}
      />
      <Verb
        value={rule.by ?? 'account'}
        options={(['account', 'user'] as const).map((value) => ({ value, label: condition.happened[value] }))}
        disabled={disabled}
        onChange={(by) => onChange({ ...rule, by })}
      />
      <TimesChip
        times={rule}
        disabled={disabled}
        onChange={({ atLeast, atMost }) => {
          const { atMost: _, ...without } = rule
          onChange(atMost === undefined ? { ...without, atLeast } : { ...rule, atLeast, atMost })
        }}
      />
      <span class="rule-plain">{rule.withinDays === undefined ? condition.since : condition.within}</span>
      <WindowChip
        days={rule.withinDays}
        disabled={disabled}
        onChange={(days) => onChange(within(rule, days))}
      />
      <Where rule={rule} event={rule.event} known={known} onChange={onChange} disabled={disabled} />
    </>
  )
}

function HappenedRule({ rule, known, onChange, disabled }: RuleOf<'happened'>) {
  return (
    <>
      <EventChip
        name={rule.happened}
        known={known}
        disabled={disabled}
        onChange={(happened) => onChange({ ...rule, happened })}
      />
      <span class="rule-plain">{texts().condition.inVisit}</span>
      <Where rule={rule} event={rule.happened} known={known} onChange={onChange} disabled={disabled} />
    </>
  )
}

interface EventChipProps {
  name: string
  known: Known
  onChange: (name: string) => void
  disabled?: boolean
}

/** Which event, from what tills have sent or as typed. */
export function EventChip({ name, known, onChange, disabled }: EventChipProps) {
  const { condition } = texts()
  return (
    <ChipPopover
      look="subject"
      icon="event"
      label={condition.kinds.event}
      words={spoken(name)}
      disabled={disabled}
    >
      {(close) => (
        <Picker
          label={condition.kinds.event}
          choices={of('event', known).map((choice) => ({ ...choice, group: undefined }))}
          chosen={[`event:${name}`]}
          typed={(typed) => [{ value: `event:${typed}`, label: condition.use.event(typed) }]}
          onPick={(choice) => {
            onChange(choice.slice('event:'.length))
            close()
          }}
        />
      )}
    </ChipPopover>
  )
}

interface WhereProps<T extends { where?: Rule<'event'>['where'] }> {
  rule: T
  event: string
  known: Known
  onChange: (rule: T) => void
  disabled?: boolean
}

/** "with payment is Pix": what the event's properties must say. */
export function Where<T extends { where?: Rule<'event'>['where'] }>(props: WhereProps<T>) {
  const { rule, event, known, onChange, disabled } = props
  const { condition } = texts()
  const tests = readMatch(rule.where ?? {}) ?? []
  const names = known.vocabulary.events.find(({ name }) => name === event)?.properties ?? []
  const write = (next: Test[]) => {
    const { where: _, ...without } = rule
    onChange((next.length ? { ...without, where: writeMatch(next) } : without) as T)
  }
  const pickName = (label: string, chosen: string[], onPick: (name: string) => void) => (
    <Picker
      label={label}
      choices={names.map((name) => ({ value: name, label: spoken(name) }))}
      chosen={chosen}
      typed={(typed) => [{ value: typed, label: condition.use.value(typed) }]}
      onPick={onPick}
    />
  )
  return (
    <>
      {tests.map((test, i) => (
        <span class="rule-part" key={`${i}-${test.name}`}>
          <span class="rule-plain">{i ? condition.and : condition.with}</span>
          <ChipPopover
            look="subject"
            label={condition.addProperty}
            words={spoken(test.name)}
            disabled={disabled}
          >
            {(close) =>
              pickName(condition.addProperty, [test.name], (name) => {
                write(tests.map((one, at) => (at === i ? { ...test, name } : one)))
                close()
              })
            }
          </ChipPopover>
          <TestParts
            test={test}
            values={[]}
            disabled={disabled}
            onChange={(next) => write(tests.map((one, at) => (at === i ? next : one)))}
          />
          {!disabled && (
            <IconButton
              icon="close"
              size={14}
              label={condition.removeLine}
              onClick={() => write(tests.filter((_, at) => at !== i))}
            />
          )}
        </span>
      ))}
      {!disabled && (
        <ChipPopover look="add" icon="plus" label={condition.addProperty} words={condition.addProperty}>
          {(close) =>
            pickName(condition.addProperty, [], (name) => {
              write([...tests, { name, operator: 'is', value: '' }])
              close()
            })
          }
        </ChipPopover>
      )}
    </>
  )
}
