import type { Verdict } from '#contract/why'
import { texts } from '../../locales'
import type { Resource } from '../../resource'
import { Button, IconButton } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { failureWords } from '../../ui/page'
import { Rich } from '../../ui/rich'
import { Shape, Status } from '../../ui/tag'
import { useKnown } from '../condition-builder/known'
import { sentence } from '../condition-builder/sentence'
import type { Viewer } from './view-as'
import { findingOf, nameOf, shortVerdict } from './words'

const groupName = ({ who, name }: Viewer) => ('user' in who ? undefined : name)

interface VerdictBarProps {
  viewer: Viewer
  verdicts: Resource<Verdict[]>
  onWhy: () => void
  onStop: () => void
}

/** Over the device: would the viewer be shown this, in a sentence. */
export function VerdictBar({ viewer, verdicts, onWhy, onStop }: VerdictBarProps) {
  const { why: t } = texts()
  const { data, error } = verdicts
  const shown = data?.some(({ decision }) => decision.show)
  return (
    <div class="verdict-bar" role="status">
      {error ? (
        <>
          <Shape state="critical" />
          <p>{failureWords(error.code).title}</p>
        </>
      ) : data ? (
        <>
          <Shape state={shown ? 'ok' : 'attention'} />
          <p>
            <Rich text={findingOf(data, groupName(viewer))} />
          </p>
          {data.length > 0 && (
            <Button small kind="quiet" onClick={onWhy}>
              {t.why}
            </Button>
          )}
        </>
      ) : (
        <p class="quiet">{t.reading}</p>
      )}
      <IconButton icon="close" size={14} label={t.stop} onClick={onStop} />
    </div>
  )
}

interface VerdictsProps {
  verdicts: Verdict[]
  /** Whose eyes the device shows now. */
  current: Verdict | undefined
  onLook: (person: string) => void
  onClose: () => void
}

/** Each person with the verdict, and the audience line by line for the one who is looked at. */
export function Verdicts({ verdicts, current, onLook, onClose }: VerdictsProps) {
  const { why: t } = texts()
  return (
    <Dialog kind="drawer" title={t.heading} onClose={onClose}>
      <p class="small quiet">{t.note}</p>
      <ul class="verdicts">
        {verdicts.map((verdict) => {
          const { person, decision } = verdict
          const isCurrent = person.id === current?.person.id
          return (
            <li key={person.id} class="verdict" aria-current={isCurrent ? 'true' : undefined}>
              <div class="verdict-head">
                <button type="button" class="verdict-look" onClick={() => onLook(person.id)}>
                  <b>{nameOf(person)}</b>
                  <Status state={decision.show ? 'ok' : 'none'}>{shortVerdict(verdict)}</Status>
                </button>
                <IconButton
                  icon="external"
                  size={14}
                  label={t.open(person.name)}
                  href={`/users/${encodeURIComponent(person.id)}`}
                />
              </div>
              {isCurrent && <Rules rules={verdict.rules} />}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

function Rules({ rules }: { rules: Verdict['rules'] }) {
  const { why: t } = texts()
  const known = useKnown()
  if (!rules.length) return <p class="verdict-none">{t.everyone}</p>
  return (
    <ul class="verdict-rules" aria-label={t.rules}>
      {rules.map(({ rule, holds }, i) => (
        // The order of the lines is their identity.
        <li key={String(i)} class={holds === false ? 'verdict-against' : undefined}>
          <Icon name={holds === null ? 'eye' : holds ? 'check' : 'close'} size={14} />
          <span>
            {sentence(rule, known)}
            <span class="quiet"> · {holds === null ? t.page : holds ? t.holds : t.fails}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
