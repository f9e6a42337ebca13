import type { ComponentChildren } from 'preact'
import type { Step, Variant } from '#contract/experience'
import { fill, localise } from '#contract/localise'
import { cardWords } from '../../locales/pt-BR/card'
import { sayIn } from '../../locales/say'
import { Blocks, type Reader } from '../frame/blocks'

export interface StepCardProps {
  step: Step
  words: Pick<Variant, 'title' | 'body'>
  n: number
  of: number
  reader: Reader
  /** Absent at the first step. */
  onBack?: () => void
  onNext: () => void
  onLeave: (because: 'not_now' | 'escape') => void
  onRemind: () => void
  /** Absent where every step is a plain card. */
  occasions?: Occasions
}

/** What a welcome or a success draws in place of a card's own parts. */
export interface Occasion {
  above: ComponentChildren
  below?: ComponentChildren
  /** Before a line that is all strong. */
  medal?: ComponentChildren
  acts: ComponentChildren
}

/** Draws the looks that stand in the centre; a chunk of its own, because many tours have neither. */
export type Occasions = (props: StepCardProps) => Occasion

/** One step as a cashier sees it: a card at its target, the welcome or the success. */
export function StepCard(props: StepCardProps) {
  const { step, words, n, of, reader } = props
  const say = sayIn(reader.locale, cardWords)
  const { look } = step
  const occasion = look === 'card' ? undefined : props.occasions?.(props)
  return (
    <section
      class={`card ${look}`}
      role="dialog"
      aria-labelledby="title"
      aria-describedby="body"
      tabIndex={-1}
      onKeyDown={(event) => {
        // Only while the focus is in here: elsewhere Escape belongs to the host.
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onLeave('escape')
      }}
    >
      {occasion?.above}
      {look === 'card' && of > 1 && <Segments n={n} of={of} label={say('stepOf', { n, of })} />}
      <h2 id="title">{fill(localise(words.title, reader.locale), reader.lookup)}</h2>
      <div class="body" id="body">
        <Blocks blocks={words.body} reader={reader} medal={occasion?.medal} />
      </div>
      {occasion?.below}
      {occasion?.acts || <Acts {...props} />}
    </section>
  )
}

export function Segments({ n, of, label }: { n: number; of: number; label?: string }) {
  return (
    <div class="steps">
      {Array.from({ length: of }, (_, index) => (
        <i class={index < n ? 'on' : undefined} />
      ))}
      {label && <b>{label}</b>}
    </div>
  )
}

/** The ways on, back and out. The loud one comes last, where the thumb and the host's own main buttons are. */
function Acts({ step, n, of, reader, onBack, onNext, onLeave }: StepCardProps) {
  const say = sayIn(reader.locale, cardWords)
  const notNow = () => onLeave('not_now')
  const own = step.buttonLabel && fill(localise(step.buttonLabel, reader.locale), reader.lookup)
  // What is done on the page itself needs no button of ours, unless the author gave it a word.
  const button = step.advance.on !== 'event' || own
  return (
    <div class={button ? 'acts' : 'acts only'}>
      <button type="button" class="quiet" onClick={notNow}>
        {say('notNow')}
      </button>
      {onBack && (
        <button type="button" class="line" onClick={onBack}>
          {say('back')}
        </button>
      )}
      {button && (
        <button
          type="button"
          class={step.advance.on === 'button' ? 'full main' : 'soft main'}
          onClick={onNext}
        >
          {own || say(n === of ? 'finish' : 'next')}
        </button>
      )}
    </div>
  )
}
