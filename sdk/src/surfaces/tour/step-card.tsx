import type { Step, Variant } from '#contract/experience'
import { fill, localise } from '#contract/localise'
import { sayIn } from '../../locales/say'
import { Blocks, type Reader } from '../frame/blocks'
import { Icon, Seal, Trail } from '../frame/drawings'

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
}

/** One step as a cashier sees it: a card at its target, the welcome or the success. */
export function StepCard(props: StepCardProps) {
  const { step, words, n, of, reader } = props
  const say = sayIn(reader.locale)
  const { look } = step
  return (
    <section
      class={`card in ${look}`}
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
      {look === 'welcome' && <Trail />}
      {look === 'success' && <Seal />}
      {look === 'card' && of > 1 && <Segments n={n} of={of} label={say('stepOf', { n, of })} />}
      <h2 id="title">{fill(localise(words.title, reader.locale), reader.lookup)}</h2>
      <div class="body" id="body">
        <Blocks blocks={words.body} reader={reader} medal={look === 'success'} />
      </div>
      {look === 'success' && of > 1 && <Segments n={of} of={of} />}
      <Acts {...props} />
    </section>
  )
}

function Segments({ n, of, label }: { n: number; of: number; label?: string }) {
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
function Acts({ step, n, of, reader, onBack, onNext, onLeave, onRemind }: StepCardProps) {
  const say = sayIn(reader.locale)
  const notNow = () => onLeave('not_now')
  const own = step.buttonLabel && fill(localise(step.buttonLabel, reader.locale), reader.lookup)
  if (step.look === 'welcome')
    return (
      <div class="acts">
        <button type="button" class="line" onClick={onRemind}>
          <Icon name="clock" />
          {say('remindAt8')}
        </button>
        <button type="button" class="full main" onClick={onNext}>
          {own ?? say('doNow')}
        </button>
        <button type="button" class="quiet wide" onClick={notNow}>
          {say('notNow')}
        </button>
      </div>
    )
  if (step.look === 'success')
    return (
      <div class="acts">
        {own && (
          <button type="button" class="line main" onClick={onNext}>
            {own}
          </button>
        )}
        <button type="button" class={own ? 'quiet' : 'line main'} onClick={notNow}>
          {say('close')}
        </button>
      </div>
    )
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
          {own ?? say(n === of ? 'finish' : 'next')}
        </button>
      )}
    </div>
  )
}
