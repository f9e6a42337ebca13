import type { Need } from '#contract/milestone'
import '../../editors/condition-builder/condition-builder.css'
import { ChipPopover } from '../../editors/condition-builder/chip-popover'
import { useKnown } from '../../editors/condition-builder/known'
import { of } from '../../editors/condition-builder/offers'
import { TimesChip } from '../../editors/condition-builder/parts'
import { Picker } from '../../editors/condition-builder/picker'
import { EventChip, Where } from '../../editors/condition-builder/rule-line'
import { texts } from '../../locales'
import { IconButton } from '../../ui/button'

const MOST = 5 // as the contract allows

interface NeedsProps {
  needs: Need[]
  onChange: (needs: Need[]) => void
  error?: string
  disabled?: boolean
}

/** The events that prove a milestone, each with how often and with what details. */
export function Needs({ needs, onChange, error, disabled }: NeedsProps) {
  const { milestones: t, condition } = texts()
  const known = useKnown()
  const set = (i: number, need: Need) => onChange(needs.map((one, at) => (at === i ? need : one)))
  return (
    <div class="condition-builder">
      <ul class="rule-lines milestone-needs">
        {needs.map((need, i) => (
          // Needs have no identity but their order.
          <li class="rule-line" key={String(i)}>
            <span class={i ? 'rule-joint' : 'rule-joint rule-joint-none'}>{i ? condition.join.all : ''}</span>
            <div class="rule-words">
              <EventChip
                name={need.event}
                known={known}
                disabled={disabled}
                onChange={(event) => set(i, { ...need, event })}
              />
              <span class="rule-plain">{condition.happenedShort}</span>
              <TimesChip
                times={{ atLeast: need.atLeast }}
                onlyLeast
                disabled={disabled}
                onChange={({ atLeast }) => set(i, { ...need, atLeast: Math.max(1, atLeast ?? 1) })}
              />
              <Where
                rule={need}
                event={need.event}
                known={known}
                disabled={disabled}
                onChange={(next) => set(i, next)}
              />
            </div>
            {!disabled && (
              <span class="rule-acts">
                <IconButton
                  icon="close"
                  label={t.removeNeed}
                  onClick={() => onChange(needs.filter((_, at) => at !== i))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {!disabled && needs.length < MOST && (
        <div class="milestone-add">
          <ChipPopover
            look="add"
            icon="plus"
            label={t.addNeed}
            words={needs.length ? t.addNeed : t.needEvent}
          >
            {(close) => (
              <Picker
                label={t.addNeed}
                choices={of('event', known).map((choice) => ({ ...choice, group: undefined }))}
                chosen={needs.map(({ event }) => `event:${event}`)}
                typed={(name) => [
                  { value: `event:${name}`, label: condition.use.event(name), icon: 'event' },
                ]}
                onPick={(choice) => {
                  onChange([...needs, { event: choice.slice('event:'.length), atLeast: 1 }])
                  close()
                }}
              />
            )}
          </ChipPopover>
        </div>
      )}
    </div>
  )
}
