import type { Condition } from '#contract/condition'
import { Builder, type BuilderProps } from './condition-builder/builder'
import { useKnown } from './condition-builder/known'
import { sentence } from './condition-builder/sentence'

/**
 * Edits the rules of a segment, an audience or a step, with what tills have sent as suggestions.
 * An empty condition is `{ all: [] }`.
 */
export function ConditionBuilder(props: Omit<BuilderProps, 'known'>) {
  return <Builder known={useKnown()} {...props} />
}

/** Says conditions in words, with the names of segments, milestones and contents. */
export function useSentence(): (condition: Condition) => string {
  const known = useKnown()
  return (condition) => sentence(condition, known)
}
