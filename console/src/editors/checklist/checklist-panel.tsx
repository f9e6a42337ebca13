import type { ChecklistDraft } from '../../../../sdk/src/editor/draft/draft'
import { texts } from '../../locales'
import { NumberField } from '../../ui/field'
import { Segmented } from '../../ui/tabs'
import { useEditing } from '../editing'
import { LocaleTabs } from '../locale-tabs'
import { Section } from '../section'
import { LocalisedField } from '../text-field'

/** What holds for the whole checklist: its title, whose progress it is, and until when. */
export function ChecklistPanel({ draft }: { draft: ChecklistDraft }) {
  const { editor } = texts()
  const { change, isReadOnly } = useEditing()
  return (
    <>
      <Section title={editor.checklistTitle} path="title">
        <LocaleTabs />
        <LocalisedField
          hideLabel
          label={editor.checklistTitle}
          value={draft.title}
          letters={60}
          tooLong={editor.tooLongTitle}
          onChange={(title) => change({ ...draft, title }, 'checklist.title')}
        />
      </Section>
      <Section title={editor.per} path="per">
        <Segmented
          wide
          label={editor.per}
          value={draft.per}
          disabled={isReadOnly}
          options={(['account', 'user'] as const).map((value) => ({ value, label: editor.pers[value] }))}
          onChange={(per) => change({ ...draft, per }, 'per')}
        />
      </Section>
      <Section title={editor.deadline} path="deadlineDays">
        <NumberField
          hideLabel
          label={editor.deadline}
          value={draft.deadlineDays}
          min={1}
          max={365}
          step={1}
          unit={editor.daysUnit}
          help={editor.deadlineHelp}
          disabled={isReadOnly}
          onInput={(days) => change({ ...draft, deadlineDays: days && Math.round(days) }, 'deadlineDays')}
        />
      </Section>
    </>
  )
}
