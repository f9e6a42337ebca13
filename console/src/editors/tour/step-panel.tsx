import { coversScreen } from '#contract/advice'
import type { StepDraft } from '../../../../sdk/src/editor/draft/draft'
import { number } from '../../format'
import { texts } from '../../locales'
import { RadioGroup, Select, TextField } from '../../ui/field'
import { Segmented } from '../../ui/tabs'
import { Shape } from '../../ui/tag'
import { ConditionField } from '../condition-field'
import { useEditing } from '../editing'
import { EventField } from '../event-field'
import { LocaleTabs } from '../locale-tabs'
import { Section } from '../section'
import { TargetField } from '../target-field'
import { LocalisedField } from '../text-field'
import { Body } from './body'
import { TargetHealth } from './target-health'
import { Variants } from './variants'

const TITLE_LETTERS = 60
const HEALTH_DAYS = 7
const isWordy = (text: string) => text.trim().split(/\s+/).filter(Boolean).length > 3
const LOOKS = ['card', 'welcome', 'success'] as const
const PLACEMENTS = ['auto', 'left', 'right', 'top', 'bottom'] as const
const WAITS_MS = [0, 5_000, 10_000, 30_000, 60_000, 300_000]

interface StepPanelProps {
  step: StepDraft
  index: number
  of: number
  onChange: (step: StepDraft, about: string) => void
}

/** Everything about one step of a tour, in the order in which it is thought of. */
export function StepPanel({ step, index, of, onChange }: StepPanelProps) {
  const { editor } = texts()
  const { isReadOnly, report, health: targets, editOnScreen } = useEditing()
  const path = `steps.${index}`
  const set = (change: Partial<StepDraft>, about: string) => onChange({ ...step, ...change }, about)
  const look = step.look ?? 'card'
  const figures = report?.steps.find(({ id }) => id === step.id)
  const health = targets?.steps.find((one) => one.step === step.id)
  return (
    <>
      <Section
        title={editor.text}
        path={`${path}.title`}
        aside={<span class="section-aside">{editor.stepOf(number(index + 1), number(of))}</span>}
      >
        <LocaleTabs />
        <LocalisedField
          label={editor.title}
          value={step.title}
          letters={TITLE_LETTERS}
          tooLong={editor.tooLongTitle}
          onChange={(title) => set({ title }, 'title')}
        />
        <Body value={step.body} onChange={(body) => set({ body }, 'body')} path={`${path}.body`} />
        <LocalisedField
          label={editor.button}
          value={step.buttonLabel}
          isTooLong={isWordy}
          tooLong={editor.tooLongButton}
          help={editor.buttonHelp}
          onChange={(buttonLabel) =>
            set(
              { buttonLabel: buttonLabel['pt-BR'] || buttonLabel.en ? buttonLabel : undefined },
              'buttonLabel',
            )
          }
        />
        <Segmented
          wide
          label={editor.look}
          value={look}
          disabled={isReadOnly}
          options={LOOKS.map((value) => ({ value, label: editor.looks[value] }))}
          onChange={(next) => set({ look: next }, 'look')}
        />
      </Section>
      <Section title={editor.trigger} path={`${path}.when`}>
        <p class="section-fact">{index ? editor.afterPrevious(number(index)) : editor.atStart}</p>
        <TextField
          label={editor.path}
          value={step.path ?? ''}
          maxLength={300}
          placeholder="/"
          readOnly={isReadOnly}
          help={editor.pathHelp}
          error={step.path && !step.path.startsWith('/') ? editor.pathSlash : undefined}
          onInput={(value) => set({ path: value || undefined }, 'path')}
        />
        <h3>{editor.stepWhen}</h3>
        <ConditionField value={step.when} onChange={(when) => set({ when }, 'when')} />
      </Section>
      {look === 'card' && (
        <Section title={editor.target} path={`${path}.target`}>
          {step.target && health?.target && (
            <TargetHealth
              step={step}
              health={health}
              days={HEALTH_DAYS}
              onReanchor={editOnScreen && (() => editOnScreen(step.id))}
            />
          )}
          <TargetField
            value={step.target}
            onChange={(target) =>
              set(
                {
                  target,
                  // Without a target there is nothing to touch.
                  ...(!target && step.advance.on === 'click' && { advance: { on: 'button' as const } }),
                },
                'target',
              )
            }
          />
        </Section>
      )}
      <Section title={editor.advance} path={`${path}.advance`}>
        <RadioGroup
          hideLabel
          label={editor.advance}
          value={step.advance.on}
          disabled={isReadOnly}
          options={[
            {
              value: 'click',
              label: editor.advances.click,
              disabled: !step.target || look !== 'card',
              help: step.target || look !== 'card' ? undefined : editor.needsTarget,
            },
            { value: 'event', label: editor.advances.event },
            { value: 'button', label: editor.advances.button },
          ]}
          onChange={(on) => set({ advance: on === 'event' ? { on, event: '' } : { on } }, 'advance')}
        />
        {step.advance.on === 'event' && (
          <EventField
            value={step.advance.event}
            onChange={(event) => set({ advance: { ...step.advance, on: 'event', event } }, 'advance.event')}
          />
        )}
        {coversScreen(step) && (
          <p class="field-help advice-line">
            <Shape state="attention" />
            <span>{editor.issue.covers_screen}</span>
          </p>
        )}
      </Section>
      {look === 'card' && step.target && (
        <>
          <Missing step={step} set={set} path={path} happened={figures?.missing} />
          <Section title={editor.placement} path={`${path}.placement`}>
            <Select
              hideLabel
              label={editor.placement}
              value={step.placement ?? 'auto'}
              disabled={isReadOnly}
              options={PLACEMENTS.map((value) => ({ value, label: editor.placements[value] }))}
              onChange={(placement) => set({ placement }, 'placement')}
            />
          </Section>
        </>
      )}
      <Variants
        step={step}
        path={`${path}.variants`}
        onChange={(variants, about) => set({ variants }, about)}
      />
    </>
  )
}

function Missing(props: {
  step: StepDraft
  path: string
  happened: number | undefined
  set: (change: Partial<StepDraft>, about: string) => void
}) {
  const { editor } = texts()
  const { isReadOnly } = useEditing()
  const { step, set, path, happened } = props
  const missing = step.missing ?? { waitMs: 10_000, otherwise: 'center' as const }
  const waits = WAITS_MS.includes(missing.waitMs)
    ? WAITS_MS
    : [...WAITS_MS, missing.waitMs].sort((a, b) => a - b)
  const inWords = (ms: number) =>
    ms < 60_000 ? editor.inSeconds(number(ms / 1000)) : editor.inMinutes(number(ms / 60_000))
  return (
    <Section title={editor.missing} path={`${path}.missing`}>
      <div class="pair">
        <Select
          hideLabel
          label={editor.missingAfter}
          value={String(missing.waitMs)}
          disabled={isReadOnly}
          options={waits.map((ms) => ({ value: String(ms), label: inWords(ms) }))}
          onChange={(ms) => set({ missing: { ...missing, waitMs: Number(ms) } }, 'missing')}
        />
        <Select
          hideLabel
          label={editor.missing}
          value={missing.otherwise}
          disabled={isReadOnly}
          options={(['center', 'skip', 'pause', 'end'] as const).map((value) => ({
            value,
            label: editor.missings[value],
          }))}
          onChange={(otherwise) => set({ missing: { ...missing, otherwise } }, 'missing')}
        />
      </div>
      {happened !== undefined && happened > 0 && (
        <p class="field-help">{editor.missingHappened(number(happened), happened === 1)}</p>
      )}
    </Section>
  )
}
