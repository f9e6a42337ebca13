import { useEffect, useState } from 'preact/hooks'
import type { HeardEvent } from '../events'
import { Icon, type IconName } from '../icon'
import type { Texts } from '../locales'
import type { PanelProps } from './panel'
import { Section } from './section'

const ICONS: Record<'click' | 'event' | 'button', IconName> = {
  click: 'target',
  event: 'event',
  button: 'click',
}
const SECOND_MS = 1000

type Props = Pick<PanelProps, 't' | 'step' | 'heard' | 'onChange' | 'onNavigate'>

/** What moves a person on; for an event, with a live list of those that this page is sending. */
export function AdvanceSection({ t, step, heard, onChange, onNavigate }: Props) {
  const { advance } = step
  const canTouch = !!step.target && (step.look ?? 'card') === 'card'
  return (
    <Section title={t.advance}>
      <fieldset class="ways" aria-label={t.advance}>
        {(['click', 'event', 'button'] as const).map((on) => (
          <button
            type="button"
            key={on}
            aria-pressed={advance.on === on}
            disabled={on === 'click' && !canTouch}
            onClick={() =>
              advance.on !== on &&
              onChange({ advance: on === 'event' ? { on, event: '' } : { on } }, 'advance')
            }
          >
            <Icon name={ICONS[on]} />
            {t.advances[on]}
          </button>
        ))}
      </fieldset>
      {!canTouch && (step.look ?? 'card') === 'card' && <p class="note">{t.needsTarget}</p>}
      {advance.on === 'event' && (
        <>
          <input
            type="text"
            aria-label={t.event}
            placeholder={t.event}
            maxLength={80}
            value={advance.event}
            onInput={({ currentTarget: { value } }) =>
              onChange({ advance: { ...advance, event: value.trim() } }, 'advance.event')
            }
          />
          <h4>{t.eventsNow}</h4>
          {heard.length ? (
            <Heard
              {...{ t, heard }}
              chosen={advance.event}
              onChoose={(event) => onChange({ advance: { on: 'event', event } }, 'advance.event')}
            />
          ) : (
            <>
              <p class="note">{t.noEvents}</p>
              <button type="button" class="line" onClick={onNavigate}>
                <Icon name="navigate" size={16} />
                {t.navigate}
              </button>
            </>
          )}
        </>
      )}
    </Section>
  )
}

interface HeardProps {
  t: Texts
  heard: HeardEvent[]
  chosen: string
  onChoose: (name: string) => void
}

function Heard({ t, heard, chosen, onChoose }: HeardProps) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [heard])
  return (
    <ul class="heard">
      {heard.map(({ name, at }) => (
        <li key={name}>
          <button type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
            <span>{name}</span>
            <time>{ago(t, now - at)}</time>
          </button>
        </li>
      ))}
    </ul>
  )
}

function ago(t: Texts, ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS)
  if (seconds < 3) return t.now
  return seconds < 60 ? t.secondsAgo(seconds) : t.minutesAgo(Math.floor(seconds / 60))
}
