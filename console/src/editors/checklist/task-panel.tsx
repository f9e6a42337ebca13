import { localise } from '#contract/localise'
import type { ChecklistDraft, TaskDraft } from '../../../../sdk/src/editor/draft/draft'
import { experiences } from '../../api/experiences'
import { milestones as milestonesApi } from '../../api/library'
import { number, percent } from '../../format'
import { locale, texts } from '../../locales'
import { useResource } from '../../resource'
import { NumberField, Select, TextField } from '../../ui/field'
import { Segmented } from '../../ui/tabs'
import { useEditing } from '../editing'
import { EventField } from '../event-field'
import { LocaleTabs } from '../locale-tabs'
import { Section } from '../section'
import { LocalisedField } from '../text-field'

interface TaskPanelProps {
  task: TaskDraft
  index: number
  draft: ChecklistDraft
  onChange: (task: TaskDraft, about: string) => void
}

/** Everything about one task: its words, what proves it done, its button and its medal. */
export function TaskPanel({ task, index, draft, onChange }: TaskPanelProps) {
  const { editor } = texts()
  const { isReadOnly } = useEditing()
  const milestones = useResource('milestones', milestonesApi.list).data ?? []
  const path = `tasks.${index}`
  const set = (change: Partial<TaskDraft>, about: string) => onChange({ ...task, ...change }, about)
  const total = draft.tasks.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const weight = task.weight ?? 1
  const named = milestones.map(({ key, name }) => ({ value: key, label: localise(name, locale.value) }))
  return (
    <>
      <Section
        title={editor.text}
        path={`${path}.title`}
        aside={
          <span class="section-aside">{editor.taskOf(number(index + 1), number(draft.tasks.length))}</span>
        }
      >
        <LocaleTabs />
        <LocalisedField
          label={editor.title}
          value={task.title}
          letters={60}
          tooLong={editor.tooLongTitle}
          onChange={(title) => set({ title }, 'title')}
        />
        <LocalisedField
          label={editor.detail}
          value={task.detail}
          letters={90}
          tooLong={editor.tooLongBody}
          onChange={(detail) => set({ detail: detail['pt-BR'] || detail.en ? detail : undefined }, 'detail')}
        />
      </Section>
      <Section title={editor.done} path={`${path}.done`}>
        <Segmented
          wide
          label={editor.done}
          value={'milestone' in task.done ? 'milestone' : 'event'}
          disabled={isReadOnly}
          options={[
            { value: 'event', label: editor.event },
            { value: 'milestone', label: editor.milestone },
          ]}
          onChange={(kind) =>
            set({ done: kind === 'event' ? { event: '' } : { milestone: named[0]?.value ?? '' } }, 'done')
          }
        />
        <Done task={task} set={set} milestones={named} />
      </Section>
      <Section title={editor.weight} path={`${path}.weight`}>
        <NumberField
          hideLabel
          label={editor.weight}
          value={weight}
          min={1}
          max={1000}
          disabled={isReadOnly}
          help={total > 0 ? editor.weightHelp(percent(weight / total)) : undefined}
          onInput={(next) => set({ weight: next && next > 0 ? next : 1 }, 'weight')}
        />
      </Section>
      <Action task={task} set={set} path={path} />
      <Section title={editor.medal} path={`${path}.medal`}>
        <Select
          hideLabel
          label={editor.medal}
          value={task.medal ?? ''}
          disabled={isReadOnly}
          options={[{ value: '', label: editor.noMedal }, ...named]}
          onChange={(medal) => set({ medal: medal || undefined }, 'medal')}
        />
      </Section>
    </>
  )
}

interface PartProps {
  task: TaskDraft
  set: (change: Partial<TaskDraft>, about: string) => void
}

function Done({
  task,
  set,
  milestones,
}: PartProps & { milestones: Array<{ value: string; label: string }> }) {
  const { editor } = texts()
  const { isReadOnly } = useEditing()
  const { done } = task
  if ('milestone' in done) {
    if (!milestones.length) return <p class="field-help">{editor.noMilestones}</p>
    const isKnown = milestones.some(({ value }) => value === done.milestone)
    return (
      <Select
        hideLabel
        label={editor.milestone}
        value={done.milestone}
        disabled={isReadOnly}
        options={[
          ...(isKnown ? [] : [{ value: done.milestone, label: done.milestone || editor.chooseMilestone }]),
          ...milestones,
        ]}
        onChange={(milestone) => set({ done: { milestone } }, 'done.milestone')}
      />
    )
  }
  return (
    <>
      <EventField value={done.event} onChange={(event) => set({ done: { ...done, event } }, 'done.event')} />
      <NumberField
        label={editor.times}
        value={done.atLeast ?? 1}
        min={1}
        step={1}
        disabled={isReadOnly}
        onInput={(times) =>
          set(
            { done: { ...done, atLeast: times && times > 1 ? Math.round(times) : undefined } },
            'done.atLeast',
          )
        }
      />
    </>
  )
}

type Run = NonNullable<TaskDraft['action']>['run']

function Action({ task, set, path }: PartProps & { path: string }) {
  const { editor } = texts()
  const { isReadOnly, experience } = useEditing()
  const others = (useResource('experiences', experiences.list).data ?? []).filter(
    ({ id }) => id !== experience.id,
  )
  const { action } = task
  const run = (next: Run) =>
    set(
      { action: { label: action?.label ?? { 'pt-BR': 'Fazer agora', en: 'Do it now' }, run: next } },
      'action',
    )
  const fresh: Record<Run['do'], () => Run> = {
    show: () => ({ do: 'show', experience: others[0]?.id ?? '' }),
    navigate: () => ({ do: 'navigate', path: '/' }),
    call: () => ({ do: 'call', action: '' }),
  }
  return (
    <Section title={editor.action} path={`${path}.action`}>
      <Select
        hideLabel
        label={editor.action}
        value={action?.run.do ?? 'none'}
        disabled={isReadOnly}
        options={(['none', 'show', 'navigate', 'call'] as const).map((value) => ({
          value,
          label: editor.actions[value],
        }))}
        onChange={(kind) => (kind === 'none' ? set({ action: undefined }, 'action') : run(fresh[kind]()))}
      />
      {action && (
        <LocalisedField
          label={editor.actionLabel}
          value={action.label}
          onChange={(label) => set({ action: { ...action, label } }, 'action.label')}
        />
      )}
      {action?.run.do === 'show' && (
        <Select
          label={editor.actionContent}
          value={action.run.experience}
          disabled={isReadOnly}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => run({ do: 'show', experience: id })}
        />
      )}
      {action?.run.do === 'navigate' && (
        <TextField
          label={editor.path}
          value={action.run.path}
          readOnly={isReadOnly}
          error={action.run.path.startsWith('/') ? undefined : editor.pathSlash}
          onInput={(to) => run({ do: 'navigate', path: to })}
        />
      )}
      {action?.run.do === 'call' && (
        <TextField
          label={editor.actionName}
          value={action.run.action}
          readOnly={isReadOnly}
          help={editor.actionNameHelp}
          onInput={(name) => run({ do: 'call', action: name })}
        />
      )}
    </Section>
  )
}
