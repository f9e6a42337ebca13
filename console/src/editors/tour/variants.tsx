import type { StepDraft } from '../../../../sdk/src/editor/draft/draft'
import { number } from '../../format'
import { texts } from '../../locales'
import { Button, IconButton } from '../../ui/button'
import { ConditionField } from '../condition-field'
import { useEditing } from '../editing'
import { Section } from '../section'
import { LocalisedField } from '../text-field'
import { Body } from './body'

type Variant = NonNullable<StepDraft['variants']>[number]
const MOST = 6

interface VariantsProps {
  step: StepDraft
  path: string
  onChange: (variants: Variant[] | undefined, about: string) => void
}

/** Other words for the step while a condition holds: the note was rejected, the internet is down. */
export function Variants({ step, path, onChange }: VariantsProps) {
  const { editor } = texts()
  const { isReadOnly } = useEditing()
  const variants = step.variants ?? []
  const replace = (index: number, change: Partial<Variant>, about: string) =>
    onChange(
      variants.map((other, i) => (i === index ? { ...other, ...change } : other)),
      `variants.${index}.${about}`,
    )
  const remove = (index: number) => {
    const left = variants.filter((_, i) => i !== index)
    onChange(left.length ? left : undefined, 'variants')
  }
  const blank = (): Variant => ({
    when: { all: [] },
    title: structuredClone(step.title),
    body: structuredClone(step.body),
  })
  return (
    <Section title={editor.variants} path={path}>
      {!variants.length && <p class="field-help">{editor.variantsHelp}</p>}
      {variants.map((variant, i) => (
        // Variants have no identity but their place.
        <div class="variant" key={String(i)} data-path={`${path}.${i}`}>
          <header class="section-head">
            <h3>{editor.variant(number(i + 1))}</h3>
            {!isReadOnly && (
              <IconButton icon="trash" label={editor.removeVariant} onClick={() => remove(i)} />
            )}
          </header>
          <ConditionField
            value={variant.when}
            onChange={(when) => (when ? replace(i, { when }, 'when') : remove(i))}
          />
          <LocalisedField
            label={editor.title}
            value={variant.title}
            letters={60}
            tooLong={editor.tooLongTitle}
            onChange={(title) => replace(i, { title }, 'title')}
          />
          <Body
            value={variant.body}
            path={`${path}.${i}.body`}
            onChange={(body) => replace(i, { body }, 'body')}
          />
        </div>
      ))}
      {!isReadOnly && variants.length < MOST && (
        <Button small kind="quiet" icon="plus" onClick={() => onChange([...variants, blank()], 'variants')}>
          {editor.addVariant}
        </Button>
      )}
    </Section>
  )
}
