import { useEffect, useState } from 'preact/hooks'
import type { Segments, VerdictHere } from '#contract/authoring'
import type { WhyRequest } from '#contract/why'
import type { Api } from '../api'
import { Icon } from '../icon'
import type { TextLocale, Texts } from '../locales'
import { findingOf, nameOf, shortVerdict, whyWords } from './why'

/** The value of who is signed in at this till, beside ids of segments. */
const HERE = ':here'

export interface Viewing {
  whom: string
  /** Absent until the server has answered. */
  verdicts?: VerdictHere[] | 'failed'
  segments: Segments
}

/** Whom the draft is looked at as. The newest question wins. */
export function useViewing(api: Api, here: string | undefined): [Viewing, (whom: string) => void] {
  const [segments, setSegments] = useState<Segments>([])
  const [whom, setWhom] = useState('')
  const [verdicts, setVerdicts] = useState<Viewing['verdicts']>()
  useEffect(() => {
    // Without them there is still who is here: nothing to say about it.
    api.segments().then(setSegments, () => {})
  }, [])
  useEffect(() => {
    setVerdicts(undefined)
    if (!whom) return
    let isLate = false
    const tell = (answer: Viewing['verdicts']) => {
      if (!isLate) setVerdicts(answer)
    }
    const who: WhyRequest['who'] = whom === HERE ? { user: here! } : { segment: whom }
    api.why(who).then(tell, () => tell('failed'))
    return () => {
      isLate = true
    }
  }, [whom])
  return [{ whom, verdicts, segments }, setWhom]
}

interface WhomProps {
  t: Texts
  viewing: Viewing
  here: string | undefined
  onChoose: (whom: string) => void
}

export function Whom({ t, viewing, here, onChoose }: WhomProps) {
  return (
    <select
      aria-label={t.viewAs}
      value={viewing.whom}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{t.viewAsNobody}</option>
      {here && <option value={HERE}>{t.viewAsHere}</option>}
      {viewing.segments.length > 0 && (
        <optgroup label={t.segments}>
          {viewing.segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  )
}

interface VerdictsProps {
  t: Texts
  locale: TextLocale
  viewing: Viewing
  /** Whose name the card says. */
  looked: string | undefined
  onLook: (person: string) => void
}

/** Would it be shown, in a sentence; then person by person, each a way to see the card as she would. */
export function Verdicts({ t, locale, viewing, looked, onLook }: VerdictsProps) {
  const { whom, verdicts, segments } = viewing
  const why = whyWords[locale]
  const moment = (at: number) =>
    new Date(at).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })
  const saying = { why, moment }
  const of = whom === HERE ? undefined : segments.find(({ id }) => id === whom)?.name
  // The console knows nobody by this name yet: the sentence of a group fits as well.
  const finding = (all: VerdictHere[]) =>
    findingOf(all, of ?? (all.length ? undefined : t.viewAsHere), saying)
  return (
    <section class="whom dark" aria-label={t.viewAs}>
      <p class="finding" role="status">
        {!verdicts ? (
          why.reading
        ) : verdicts === 'failed' ? (
          <span class="warn">{t.viewAsFailed}</span>
        ) : (
          // A name holds no mark of ours that would do harm: bold is all it could become.
          finding(verdicts)
            .split('**')
            .map((part, i) => (i % 2 ? <b key={part}>{part}</b> : part))
        )}
      </p>
      {Array.isArray(verdicts) && (
        <ul>
          {verdicts.map((verdict) => {
            const { person, decision } = verdict
            return (
              <li key={person.id}>
                <button type="button" aria-pressed={person.id === looked} onClick={() => onLook(person.id)}>
                  <span class={decision.show ? 'good' : 'note'}>
                    <Icon name={decision.show ? 'check' : 'close'} size={16} />
                  </span>
                  <span>
                    {nameOf(person)}
                    <small>{shortVerdict(verdict, saying)}</small>
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <p class="note">{why.note}</p>
    </section>
  )
}
