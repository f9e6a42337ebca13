import { number } from '../format'
import { texts } from '../locales'
import { Combobox } from '../ui/combobox'
import { useEditing } from './editing'

/** The name of an event, with those that tills have sent lately. */
export function EventField({ value, onChange }: { value: string; onChange: (event: string) => void }) {
  const { editor } = texts()
  const { known, isReadOnly } = useEditing()
  return (
    <Combobox
      free
      label={editor.event}
      value={value}
      disabled={isReadOnly}
      help={editor.eventHelp}
      suggestions={known.vocabulary.events.map(({ name, n }) => ({
        value: name,
        label: name,
        detail: editor.eventUses(number(n)),
      }))}
      onChange={onChange}
    />
  )
}
