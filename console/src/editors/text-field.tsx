import { useId, useRef } from 'preact/hooks'
import type { Run } from '#contract/block'
import type { Localised } from '#contract/text'
import { say } from '../../../sdk/src/editor/draft/draft'
import { lettersOf, toggleStrong, toMarked, toRuns } from '../../../sdk/src/editor/draft/marked-text'
import { number } from '../format'
import { texts } from '../locales'
import { IconButton } from '../ui/button'
import { Field } from '../ui/field'
import { useEditing } from './editing'

interface TextProps {
  label: string
  hideLabel?: boolean
  value: Localised<string> | undefined
  onChange: (value: Localised<string>) => void
  /** How many letters are good at the counter; the hard limit lies above it. */
  letters?: number
  tooLong?: string
  isTooLong?: (text: string) => boolean
  help?: string
}

/** A short text in the language that is being written, with the other one as its placeholder. */
export function LocalisedField(props: TextProps) {
  const { label, hideLabel, value, onChange, letters, tooLong, isTooLong, help } = props
  const { textLocale, isReadOnly } = useEditing()
  const { editor } = texts()
  const id = useId()
  const words = value?.[textLocale] ?? ''
  const over = isTooLong ? isTooLong(words) : letters !== undefined && words.length > letters
  const missing = textLocale !== 'pt-BR' && !words && Boolean(value?.['pt-BR'])
  return (
    <Field
      id={id}
      label={label}
      hideLabel={hideLabel}
      aside={letters !== undefined && <Count letters={words.length} most={letters} />}
      help={over ? <Advice>{tooLong}</Advice> : missing ? editor.englishMissing : help}
    >
      <input
        id={id}
        class="input"
        type="text"
        maxLength={160}
        value={words}
        readOnly={isReadOnly}
        lang={textLocale}
        placeholder={textLocale === 'pt-BR' ? undefined : value?.['pt-BR']}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget: { value: typed } }) =>
          onChange(say(value ?? { 'pt-BR': '' }, textLocale, typed, !typed))
        }
      />
    </Field>
  )
}

interface RunsProps {
  label: string
  value: Localised<Run[]>
  onChange: (value: Localised<Run[]>) => void
}

const BODY_LETTERS = 90
const SENTENCES = 2

/** A text with strong words: `**so**`, or Ctrl B. */
export function RunsField({ label, value, onChange }: RunsProps) {
  const { textLocale, isReadOnly } = useEditing()
  const { editor } = texts()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const marked = toMarked(value[textLocale] ?? [])
  const letters = lettersOf(marked)
  const sentences = marked.split(/[.!?]+(?:\s|$)/).filter((part) => part.trim()).length
  const isLong = letters > BODY_LETTERS || sentences > SENTENCES
  const missing = textLocale !== 'pt-BR' && !marked && toMarked(value['pt-BR']) !== ''

  const write = (text: string) => onChange(say(value, textLocale, toRuns(text), !text))
  const embolden = () => {
    const element = area.current!
    const bold = toggleStrong(element.value, element.selectionStart, element.selectionEnd)
    write(bold.text)
    // The selection is set once the new words are in the field.
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(bold.from, bold.to)
    })
  }
  return (
    <Field
      id={id}
      label={label}
      aside={<Count letters={letters} most={BODY_LETTERS} />}
      help={
        isLong ? <Advice>{editor.tooLongBody}</Advice> : missing ? editor.englishMissing : editor.bodyHelp
      }
    >
      <div class="runs">
        <textarea
          id={id}
          ref={area}
          class="input input-area"
          rows={3}
          maxLength={600}
          value={marked}
          lang={textLocale}
          readOnly={isReadOnly}
          placeholder={textLocale === 'pt-BR' ? undefined : toMarked(value['pt-BR'])}
          aria-describedby={`${id}-note`}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'b' || !(event.ctrlKey || event.metaKey) || isReadOnly) return
            event.preventDefault()
            embolden()
          }}
        />
        {!isReadOnly && <IconButton icon="bold" size={14} label={editor.bold} onClick={embolden} />}
      </div>
    </Field>
  )
}

function Count({ letters, most }: { letters: number; most: number }) {
  return (
    <span class={`figures${letters > most ? ' count-over' : ''}`}>
      {texts().editor.count(number(letters), number(most))}
    </span>
  )
}

const Advice = ({ children }: { children: string | undefined }) => <span class="advice">{children}</span>
