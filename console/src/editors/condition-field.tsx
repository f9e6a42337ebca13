import type { Condition } from '#contract/condition'
import { texts } from '../locales'
import { Button } from '../ui/button'
import { ConditionBuilder } from './condition-builder/condition-builder'
import { useEditing } from './editing'

interface ConditionFieldProps {
  value: Condition | undefined
  onChange: (condition: Condition | undefined) => void
}

/** A condition of a step, over what the till itself knows. Absent until one is added. */
export function ConditionField({ value, onChange }: ConditionFieldProps) {
  const { editor } = texts()
  const { known, isReadOnly } = useEditing()
  if (!value)
    return isReadOnly ? null : (
      <Button small kind="quiet" icon="plus" onClick={() => onChange({ all: [] })}>
        {editor.addCondition}
      </Button>
    )
  return (
    <div class="condition-field">
      <ConditionBuilder mode="page" value={value} onChange={onChange} known={known} disabled={isReadOnly} />
      {!isReadOnly && (
        <button type="button" class="text-button" onClick={() => onChange(undefined)}>
          {editor.removeCondition}
        </button>
      )}
    </div>
  )
}
