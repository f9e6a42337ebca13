import type { Trigger } from '#contract/trigger'
import { texts } from '../locales'
import { NumberField, Select, TextField } from '../ui/field'
import { useEditing } from './editing'
import { EventField } from './event-field'
import { TargetField } from './target-field'

const KINDS = ['load', 'path', 'event', 'element', 'idle', 'manual'] as const

const fresh: Record<Trigger['on'], () => Trigger> = {
  load: () => ({ on: 'load' }),
  path: () => ({ on: 'path', path: '/' }),
  event: () => ({ on: 'event', event: '' }),
  element: () => ({
    on: 'element',
    target: { label: '' },
  }),
  idle: () => ({ on: 'idle', idleMs: 30_000 }),
  manual: () => ({ on: 'manual' }),
}

/** The moment at which a till asks whether to show it. */
export function TriggerField({ value, onChange }: { value: Trigger; onChange: (trigger: Trigger) => void }) {
  const { editor } = texts()
  const { isReadOnly } = useEditing()
  return (
    <>
      <Select
        hideLabel
        label={editor.trigger}
        value={value.on}
        disabled={isReadOnly}
        options={KINDS.map((on) => ({ value: on, label: editor.triggers[on] }))}
        onChange={(on) => onChange(fresh[on]())}
      />
      {value.on === 'path' && (
        <TextField
          label={editor.path}
          value={value.path}
          readOnly={isReadOnly}
          error={value.path.startsWith('/') ? undefined : editor.pathSlash}
          onInput={(path) => onChange({ ...value, path })}
        />
      )}
      {value.on === 'event' && (
        <EventField value={value.event} onChange={(event) => onChange({ ...value, event })} />
      )}
      {value.on === 'element' && (
        <TargetField
          required
          value={value.target}
          onChange={(target) => target && onChange({ ...value, target })}
        />
      )}
      {value.on === 'idle' && (
        <NumberField
          label={editor.idleSeconds}
          value={value.idleMs / 1000}
          min={1}
          max={3600}
          unit={editor.secondsUnit}
          disabled={isReadOnly}
          onInput={(seconds) => onChange({ ...value, idleMs: Math.round((seconds ?? 1) * 1000) })}
        />
      )}
    </>
  )
}
