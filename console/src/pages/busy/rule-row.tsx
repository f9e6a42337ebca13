import type { BusyRule } from '#contract/busy'
import { ChipPopover } from '../../editors/condition-builder/chip-popover'
import type { Known } from '../../editors/condition-builder/known'
import { ElementChip, PathChip } from '../../editors/condition-builder/parts'
import { EventChip } from '../../editors/condition-builder/rule-line'
import { texts } from '../../locales'
import { Button, IconButton } from '../../ui/button'
import { NumberField } from '../../ui/field'

const ENDS_MOST = 5 // as the contract allows

interface RuleRowProps {
  rule: BusyRule
  known: Known
  error: string | undefined
  disabled: boolean
  onChange: (rule: BusyRule) => void
  onRemove: () => void
}

/** A situation: what CS calls it, and the sentence that says when it holds. */
export function RuleRow({ rule, known, error, disabled, onChange, onRemove }: RuleRowProps) {
  const { busy: t } = texts()
  return (
    <li class="busy-row">
      <div class="busy-row-head">
        <input
          class="busy-name"
          aria-label={t.name}
          aria-invalid={error ? true : undefined}
          value={rule.name}
          maxLength={60}
          readOnly={disabled}
          onInput={(event) => onChange({ ...rule, name: event.currentTarget.value })}
        />
        {!disabled && <IconButton icon="close" label={t.remove(rule.name)} onClick={onRemove} />}
      </div>
      <div class="rule-words">
        <Sentence rule={rule} known={known} disabled={disabled} onChange={onChange} />
      </div>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  )
}

type SentenceProps = Pick<RuleRowProps, 'rule' | 'known' | 'disabled' | 'onChange'>

function Sentence({ rule, known, disabled, onChange }: SentenceProps) {
  const { busy: t } = texts()
  if (rule.while === 'path')
    return (
      <>
        <span class="rule-plain">{t.path}</span>
        <PathChip path={rule.path} disabled={disabled} onChange={(path) => onChange({ ...rule, path })} />
      </>
    )
  if (rule.while === 'element')
    return (
      <>
        <ElementChip
          target={rule.target}
          disabled={disabled}
          onChange={(target) => onChange({ ...rule, target })}
        />
        <span class="rule-plain">{t.present}</span>
      </>
    )
  const { from, until, atMostMinutes } = rule
  const setEnd = (at: number, event: string) =>
    onChange({ ...rule, until: until.map((one, i) => (i === at ? event : one)) })
  return (
    <>
      <span class="rule-plain">{t.from}</span>
      <EventChip
        name={from}
        known={known}
        disabled={disabled}
        onChange={(event) => onChange({ ...rule, from: event })}
      />
      {until.map((event, i) => (
        // Ends have no identity but their order.
        <span class="rule-part" key={String(i)}>
          <span class="rule-plain">{i ? t.or : t.until}</span>
          <EventChip name={event} known={known} disabled={disabled} onChange={(event) => setEnd(i, event)} />
          {!disabled && i > 0 && (
            <IconButton
              icon="close"
              size={14}
              label={t.removeEnd}
              onClick={() => onChange({ ...rule, until: until.filter((_, at) => at !== i) })}
            />
          )}
        </span>
      ))}
      {!disabled && until.length < ENDS_MOST && (
        <IconButton
          icon="plus"
          size={14}
          label={t.another}
          onClick={() => onChange({ ...rule, until: [...until, ''] })}
        />
      )}
      <span class="rule-plain">{t.atMost}</span>
      <MinutesChip
        minutes={atMostMinutes}
        disabled={disabled}
        onChange={(atMostMinutes) => onChange({ ...rule, atMostMinutes })}
      />
    </>
  )
}

function MinutesChip(props: { minutes: number; disabled: boolean; onChange: (minutes: number) => void }) {
  const { minutes, disabled, onChange } = props
  const { busy: t, condition } = texts()
  return (
    <ChipPopover look="value" label={t.minutesTitle} words={t.minutes(minutes)} disabled={disabled}>
      {(close) => (
        <form
          class="rule-panel"
          onSubmit={(event) => {
            event.preventDefault()
            close()
          }}
        >
          <NumberField
            label={t.minutesTitle}
            value={minutes}
            min={1}
            max={720}
            step={1}
            unit={t.minutesUnit}
            onInput={(n) => n && onChange(Math.min(720, Math.max(1, Math.round(n))))}
          />
          <Button type="submit" small>
            {condition.done}
          </Button>
        </form>
      )}
    </ChipPopover>
  )
}
