import { useState } from 'preact/hooks'
import type { BusyRule, BusySettings, RushHours, SavedBusySettings } from '#contract/busy'
import { busy as api } from '../../api/busy'
import { ApiError } from '../../api/client'
import '../../editors/condition-builder/condition-builder.css'
import { useKnown } from '../../editors/condition-builder/known'
import { HoursChip } from '../../editors/condition-builder/parts'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment, may } from '../../session'
import { homePage } from '../../shell/menu'
import { Button, IconButton } from '../../ui/button'
import type { IconName } from '../../ui/icon'
import { Failure, failureWords, PageHead, Skeleton } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { WritingNotice } from '../../ui/writing-notice'
import { useWriting } from '../../writing'
import './busy.css'
import { RuleRow } from './rule-row'
import { Week } from './week'
import { findingOf, rushWords, wrongOf } from './wording'

/** When this environment's tills stay out of the way: situations and rush hours, without a line of code. */
export function BusyPage() {
  const { id } = environment.value
  const state = useResource(`${id}/busy`, () => api.of(id))
  if (!state.data)
    return state.error ? (
      <Failure error={state.error} onRetry={state.reload} home={homePage('busy')} />
    ) : (
      <Skeleton title={texts().busy.title} />
    )
  return <Editor key={id} environmentId={id} saved={state.data} onSaved={state.set} />
}

interface EditorProps {
  environmentId: string
  saved: SavedBusySettings
  onSaved: (settings: SavedBusySettings) => void
}

const inputOf = ({ rules, rushHours }: BusySettings): BusySettings => ({ rules, rushHours })

const fresh = (kind: BusyRule['while'], name: string): BusyRule => {
  if (kind === 'path') return { while: kind, name, path: '/' }
  if (kind === 'element') return { while: kind, name, target: { label: '' } }
  return { while: kind, name, from: '', until: [''], atMostMinutes: 15 }
}

const LUNCH: RushHours = { hours: [11.5, 13.5], days: [1, 2, 3, 4, 5] }
const kinds: Array<[BusyRule['while'], IconName]> = [
  ['path', 'monitor'],
  ['element', 'target'],
  ['events', 'event'],
]

function Editor({ environmentId, saved, onSaved }: EditorProps) {
  const { busy: t } = texts()
  const known = useKnown()
  const writing = useWriting(`trilha.busy.${environmentId}`, saved, inputOf(saved), inputOf)
  const { input: settings, set: setSettings, changed } = writing
  const [wrong, setWrong] = useState<Array<string | undefined>>([])
  const [isSaving, setSaving] = useState(false)
  const disabled = !may('author')
  const { rules, rushHours } = settings

  const change = (part: Partial<BusySettings>) => {
    setWrong([])
    setSettings((now) => ({ ...now, ...part }))
  }
  const setRule = (at: number, rule: BusyRule) =>
    change({ rules: rules.map((one, i) => (i === at ? rule : one)) })
  const setRush = (at: number, rush: RushHours) =>
    change({ rushHours: rushHours.map((one, i) => (i === at ? rush : one)) })

  const remove = (at: number) => {
    const before = settings
    change({ rules: rules.filter((_, i) => i !== at) })
    toast(t.removed(rules[at]!.name), { icon: 'trash', undo: () => setSettings(() => before) })
  }
  const save = async (revision = writing.revision) => {
    const found = wrongOf(settings)
    setWrong(found)
    if (found.some(Boolean)) return
    setSaving(true)
    try {
      const answer = await api.save(environmentId, { ...settings, revision })
      writing.accept(answer)
      onSaved(answer)
      toast(t.saved)
    } catch (error) {
      if (writing.refused(error)) return
      const { title, detail } = failureWords(error instanceof ApiError ? error.code : 'internal')
      toast(`${title}. ${detail}`, { icon: 'warning' })
    } finally {
      setSaving(false)
    }
  }

  return (
    <>
      <PageHead
        title={t.title}
        beside={changed && <Tag>{t.unsaved}</Tag>}
        finding={findingOf(settings)}
        actions={
          !disabled && (
            <Button kind="primary" onClick={() => save()} busy={isSaving} disabled={!changed}>
              {t.save}
            </Button>
          )
        }
      />
      <WritingNotice writing={writing} words={t.conflict} save={save} />
      <div class="busy-body">
        <div class="busy-form condition-builder">
          {disabled && <p class="small quiet busy-note">{t.readOnly}</p>}
          <section>
            <h2>{t.rules}</h2>
            <p class="small quiet">{rules.length ? t.rulesHelp : t.noRules}</p>
            <ul class="busy-rows">
              {rules.map((rule, i) => (
                <RuleRow
                  // Situations have no identity but their order.
                  key={String(i)}
                  rule={rule}
                  known={known}
                  error={wrong[i]}
                  disabled={disabled}
                  onChange={(next) => setRule(i, next)}
                  onRemove={() => remove(i)}
                />
              ))}
            </ul>
            {!disabled && (
              <div class="busy-adds">
                {kinds.map(([kind, icon]) => (
                  <Button
                    key={kind}
                    small
                    icon={icon}
                    onClick={() => change({ rules: [...rules, fresh(kind, unused(t.names[kind], rules))] })}
                  >
                    {t.add[kind]}
                  </Button>
                ))}
              </div>
            )}
          </section>
          <section>
            <h2>{t.rush}</h2>
            <p class="small quiet">{t.rushHelp}</p>
            {!rushHours.length && <p class="small quiet">{t.noRush}</p>}
            <ul class="busy-rows">
              {rushHours.map((rush, i) => (
                <li class="busy-row" key={String(i)}>
                  <div class="busy-row-head">
                    <div class="rule-words">
                      <span class="rule-plain">{t.between}</span>
                      <HoursChip
                        hours={rush.hours}
                        days={rush.days}
                        disabled={disabled}
                        onChange={(hours, days) => setRush(i, days ? { hours, days } : { hours })}
                      />
                      {!rush.days && <span class="rule-plain">{t.everyDay}</span>}
                    </div>
                    {!disabled && (
                      <IconButton
                        icon="close"
                        label={t.removeRush(rushWords(rush))}
                        onClick={() => change({ rushHours: rushHours.filter((_, at) => at !== i) })}
                      />
                    )}
                  </div>
                  {wrong[rules.length + i] && (
                    <p class="field-error" role="alert">
                      {wrong[rules.length + i]}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {!disabled && (
              <div class="busy-adds">
                <Button small icon="clock" onClick={() => change({ rushHours: [...rushHours, LUNCH] })}>
                  {t.addRush}
                </Button>
              </div>
            )}
          </section>
        </div>
        <aside class="busy-aside">
          <h2>{t.week}</h2>
          <Week rushHours={rushHours} />
          <h2>{t.what}</h2>
          <ol class="busy-steps">
            {t.whatSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p class="small quiet">{t.exception}</p>
        </aside>
      </div>
    </>
  )
}

/** The same kind again gets a number, so that no two have one name. */
function unused(name: string, rules: readonly BusyRule[]): string {
  const taken = new Set(rules.map((rule) => rule.name))
  let n = 1
  while (taken.has(n === 1 ? name : `${name} ${n}`)) n++
  return n === 1 ? name : `${name} ${n}`
}
