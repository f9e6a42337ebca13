import { useState } from 'preact/hooks'
import type { Target } from '#contract/target'
import { selectorsOf } from '../../../sdk/src/editor/draft/draft'
import { texts } from '../locales'
import { Combobox } from '../ui/combobox'
import { Select, TextField } from '../ui/field'
import { Segmented } from '../ui/tabs'
import { useEditing } from './editing'
import { type Mark, readMark, writeMark } from './mark'

interface TargetFieldProps {
  value: Target | undefined
  onChange: (target: Target | undefined) => void
  /** A trigger needs one; a step may stand in the centre. */
  required?: boolean
}

/** How an element is found again: by the host's own mark, or by a selector; and what the author calls it. */
export function TargetField({ value, onChange, required }: TargetFieldProps) {
  const { editor } = texts()
  const { draft, isReadOnly } = useEditing()
  // Kept here while the mark has no name yet, and with it no selector.
  const [attribute, setAttribute] = useState<Mark['attribute']>('data-guia')
  if (!value)
    return (
      <Segmented
        wide
        label={editor.target}
        value="none"
        disabled={isReadOnly}
        options={[
          { value: 'none', label: editor.noTarget },
          { value: 'some', label: editor.hasTarget },
        ]}
        onChange={() => onChange({ label: '' })}
      />
    )
  const mark = readMark(value.selector)
  const known = selectorsOf(draft).filter(({ selector }) => selector !== value.selector)
  const pick = (selector: string | undefined) => {
    const same = known.find((other) => other.selector === selector)
    onChange({ ...value, selector, label: value.label || same?.label || '' })
  }
  const kind = value.selector === undefined || mark ? 'mark' : 'css'
  return (
    <div class="target-field">
      <Segmented
        wide
        label={editor.targetKind}
        value={kind}
        disabled={isReadOnly}
        options={[
          { value: 'mark', label: editor.targetMark },
          { value: 'css', label: editor.targetCss },
        ]}
        onChange={(next) => pick(next === 'mark' ? undefined : (value.selector ?? '#'))}
      />
      {kind === 'mark' ? (
        <MarkFields
          mark={mark ?? { attribute, name: '' }}
          onChange={(next) => {
            setAttribute(next.attribute)
            pick(writeMark(next))
          }}
          suggestions={known.flatMap(({ selector, label }) => {
            const other = readMark(selector)
            return other ? [{ value: other.name, label: other.name, detail: label }] : []
          })}
        />
      ) : (
        <Combobox
          free
          label={editor.selector}
          value={value.selector ?? ''}
          disabled={isReadOnly}
          help={editor.selectorHelp}
          suggestions={known.map(({ selector, label }) => ({
            value: selector,
            label: selector,
            detail: label,
          }))}
          onChange={(selector) => pick(selector || undefined)}
        />
      )}
      <TextField
        label={editor.label}
        value={value.label}
        maxLength={120}
        readOnly={isReadOnly}
        onInput={(label) => onChange({ ...value, label })}
      />
      {value.fingerprint && <p class="field-help">{editor.fingerprint}</p>}
      {!required && !isReadOnly && (
        <button type="button" class="text-button" onClick={() => onChange(undefined)}>
          {editor.noTarget}
        </button>
      )}
    </div>
  )
}

function MarkFields(props: {
  mark: Mark
  onChange: (mark: Mark) => void
  suggestions: Array<{ value: string; label: string; detail: string }>
}) {
  const { editor } = texts()
  const { isReadOnly } = useEditing()
  const { mark, onChange, suggestions } = props
  return (
    <>
      <Select
        label={editor.attribute}
        value={mark.attribute}
        disabled={isReadOnly}
        options={(['data-guia', 'data-testid', 'id'] as const).map((value) => ({ value, label: value }))}
        onChange={(attribute) => onChange({ ...mark, attribute })}
      />
      <Combobox
        free
        label={editor.mark}
        value={mark.name}
        disabled={isReadOnly}
        help={editor.markHelp(mark.attribute)}
        suggestions={suggestions}
        onChange={(name) => onChange({ ...mark, name })}
      />
    </>
  )
}
