import type { ContentDraft } from '../../../sdk/src/editor/draft/draft'
import { texts } from '../locales'
import { may } from '../session'
import { Checkbox, NumberField, RadioGroup, TextField } from '../ui/field'
import { Rich } from '../ui/rich'
import { ConditionBuilder } from './condition-builder/condition-builder'
import { useEditing } from './editing'
import { reachWords, useReach } from './reach'
import { Section } from './section'
import { TriggerField } from './trigger-field'

/** Who sees it, when, how often and until when: the same for every kind of content. */
export function AudiencePanel() {
  const { editor } = texts()
  const { draft, change, known, isReadOnly } = useEditing()
  const mayInterrupt = may('owner')
  const reach = useReach(draft.audience)
  const set = (part: Partial<ContentDraft>, about: string) =>
    change({ ...draft, ...part } as ContentDraft, about)
  return (
    <>
      <Section title={editor.audience} path="audience">
        <ConditionBuilder
          mode="audience"
          value={draft.audience}
          onChange={(audience) => set({ audience }, 'audience')}
          known={known}
          disabled={isReadOnly}
        />
        <p class="section-fact">
          <Rich text={reachWords(reach, editor.reachNow)} />
        </p>
        {reach.hasLocal && <p class="field-help">{editor.reachLocal}</p>}
      </Section>
      <Section title={editor.trigger} path="trigger">
        <TriggerField value={draft.trigger} onChange={(trigger) => set({ trigger }, 'trigger')} />
      </Section>
      <Frequency />
      <Section title={editor.priority} path="priority">
        <NumberField
          hideLabel
          label={editor.priority}
          value={draft.priority ?? 50}
          min={0}
          max={100}
          step={1}
          disabled={isReadOnly}
          help={editor.priorityHelp}
          onInput={(priority) => set({ priority: clamp(priority ?? 50, 0, 100) }, 'priority')}
        />
      </Section>
      <Section title={editor.expires} path="expiresAt">
        <TextField
          hideLabel
          label={editor.expires}
          type="date"
          value={draft.expiresAt ? toDay(draft.expiresAt) : ''}
          disabled={isReadOnly}
          help={editor.expiresHelp}
          onInput={(day) => set({ expiresAt: endOfDay(day) }, 'expiresAt')}
        />
      </Section>
      {draft.kind === 'tour' && (
        <Section title={editor.whenAppears} path="duringSale">
          <Checkbox
            label={editor.duringSale}
            help={mayInterrupt ? editor.duringSaleHelp : editor.duringSaleOwners}
            checked={draft.duringSale ?? false}
            // What an owner has allowed, every author may take back; never the other way round.
            disabled={isReadOnly || (!mayInterrupt && !draft.duringSale)}
            onChange={(duringSale) => set({ duringSale }, 'duringSale')}
          />
        </Section>
      )}
    </>
  )
}

function Frequency() {
  const { editor } = texts()
  const { draft, change, isReadOnly } = useEditing()
  const { everyDays, untilCompleted } = draft.frequency
  const kind = everyDays !== undefined ? 'everyDays' : untilCompleted ? 'untilCompleted' : 'once'
  const set = (frequency: ContentDraft['frequency']) =>
    change({ ...draft, frequency } as ContentDraft, 'frequency')
  return (
    <Section title={editor.frequency} path="frequency">
      <RadioGroup
        hideLabel
        label={editor.frequency}
        value={kind}
        disabled={isReadOnly}
        options={(['once', 'untilCompleted', 'everyDays'] as const).map((value) => ({
          value,
          label: editor.frequencies[value],
        }))}
        onChange={(next) =>
          set(next === 'once' ? {} : next === 'everyDays' ? { everyDays: 7 } : { untilCompleted: true })
        }
      />
      {everyDays !== undefined && (
        <NumberField
          label={editor.everyDays}
          value={everyDays}
          min={1}
          max={3650}
          unit={editor.daysUnit}
          disabled={isReadOnly}
          error={everyDays < 1 ? editor.restHelp : undefined}
          onInput={(days) => set({ everyDays: days ?? 0 })}
        />
      )}
    </Section>
  )
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, Math.round(value)))

const toDay = (at: number) => {
  const day = new Date(at)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}

/** The last moment of a day by the author's clock; undefined for an emptied field. */
function endOfDay(day: string): number | undefined {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? new Date(year, month - 1, date, 23, 59, 59, 999).getTime() : undefined
}
