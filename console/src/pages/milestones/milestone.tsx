import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { MILESTONE_LIMITS } from '#contract/limits'
import type { Milestone, MilestoneInput } from '#contract/milestone'
import { ApiError } from '../../api/client'
import { milestones as api } from '../../api/library'
import { reports } from '../../api/reports'
import { Dots } from '../../charts/dots'
import { ONLY_COUNTS } from '../../charts/series'
import { ShareBar } from '../../charts/share-bar'
import { shortDays } from '../../charts/words'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment, may } from '../../session'
import { homePage } from '../../shell/menu'
import { Button } from '../../ui/button'
import { NumberField, RadioGroup, Select, TextField } from '../../ui/field'
import { Menu } from '../../ui/menu'
import { Failure, failureWords, PageHead, Skeleton } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { toast } from '../../ui/toast'
import { WritingNotice } from '../../ui/writing-notice'
import { useWriting } from '../../writing'
import { check, type Wrong } from './check'
import './milestone.css'
import { Flag } from './milestones'
import { Needs } from './needs'
import { keyFrom, nameOf, ruleWords } from './wording'

const fresh: MilestoneInput = {
  key: '',
  name: { 'pt-BR': '' },
  flag: 'none',
  needs: [],
  weight: 10,
}

/** `/milestones/new` begins one at the top of the ladder. */
export function MilestonePage() {
  const { params } = useRoute()
  const ladder = useResource('milestones', api.list)
  if (!ladder.data)
    return ladder.error ? (
      <Failure error={ladder.error} onRetry={ladder.reload} home={homePage('milestones')} />
    ) : (
      <Skeleton />
    )
  const saved = ladder.data.find(({ id }) => id === params.id)
  if (!saved && params.id !== 'new')
    return <Failure error={new ApiError('not_found', 404)} home={homePage('milestones')} />
  return <Editor key={params.id} saved={saved} ladder={ladder.data} onChange={ladder.reload} />
}

function inputOf({ key, name, flag, needs, within, deadlineDays, weight }: Milestone): MilestoneInput {
  return { key, name, flag, needs, within, deadlineDays, weight }
}

interface EditorProps {
  saved: Milestone | undefined
  ladder: Milestone[]
  onChange: () => void
}

function Editor({ saved, ladder, onChange }: EditorProps) {
  const { milestones: t, common } = texts()
  const { route } = useLocation()
  const writing = useWriting(`trilha.milestone.${saved?.id ?? 'new'}`, saved, fresh, inputOf)
  const { input, stored, changed } = writing
  const [wrong, setWrong] = useState<Wrong>({})
  const [busy, setBusy] = useState(false)
  const mayWrite = may('author')
  const others = ladder.filter(({ id }) => id !== saved?.id)
  const set = (part: Partial<MilestoneInput>) => {
    setWrong({})
    writing.set((now) => ({ ...now, ...part }))
  }

  const save = async (revision = writing.revision) => {
    const found = check(input, others)
    setWrong(found)
    if (Object.keys(found).length) return
    setBusy(true)
    try {
      const answer = saved ? await api.save(saved.id, { ...input, revision }) : await api.create(input)
      writing.accept(answer)
      onChange()
      toast(t.saved)
      if (!saved) route(`/milestones/${answer.id}`, true)
    } catch (error) {
      if (!writing.refused(error)) say(error)
    } finally {
      setBusy(false)
    }
  }
  const erase = async () => {
    try {
      await api.remove(saved!.id)
      writing.discard()
      onChange()
      route('/milestones')
      toast(t.deleted(nameOf(saved!)), {
        icon: 'trash',
        undo: () => api.create(stored).then(({ id }) => route(`/milestones/${id}`), say),
      })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'in_use') toast(t.inUse, { icon: 'warning' })
      else say(error)
    }
  }

  return (
    <>
      <PageHead
        title={saved ? nameOf(stored) : t.create}
        place={{ label: t.title, href: '/milestones' }}
        beside={
          <>
            <Flag flag={input.flag} />
            {(changed || !saved) && <Tag>{saved ? t.unsaved : t.fresh}</Tag>}
          </>
        }
        finding={input.needs.length ? sentenceCase(ruleWords(input, ladder)) : undefined}
        actions={
          mayWrite && (
            <>
              {saved && (
                <Menu
                  label={common.more}
                  items={[{ value: 'delete', label: t.delete, icon: 'trash', danger: true, run: erase }]}
                />
              )}
              <Button kind="primary" onClick={() => save()} busy={busy} disabled={Boolean(saved) && !changed}>
                {t.save}
              </Button>
            </>
          )
        }
      />
      <WritingNotice writing={writing} words={t.conflict} save={save} />
      <div class="milestone-body">
        <fieldset class="milestone-form" disabled={!mayWrite}>
          {!mayWrite && <p class="quiet">{t.readOnly}</p>}
          <section class="milestone-pair">
            <TextField
              label={t.name}
              value={input.name['pt-BR']}
              error={wrong.name}
              maxLength={160}
              onInput={(name) =>
                set({
                  name: { ...input.name, 'pt-BR': name },
                  // The key follows the name until somebody writes one.
                  ...(!saved && input.key === keyFrom(input.name['pt-BR']) && { key: keyFrom(name) }),
                })
              }
            />
            <TextField
              label={t.nameEn}
              aside={common.optional}
              value={input.name.en ?? ''}
              maxLength={160}
              onInput={(en) => set({ name: en ? { ...input.name, en } : { 'pt-BR': input.name['pt-BR'] } })}
            />
            <TextField
              label={t.key}
              help={t.keyHelp}
              error={wrong.key}
              value={input.key}
              maxLength={60}
              readOnly={Boolean(saved)}
              onInput={(key) => set({ key })}
            />
          </section>
          <section>
            <h2>{t.needs}</h2>
            <p class="small quiet">{t.needsHelp}</p>
            <Needs
              needs={input.needs}
              error={wrong.needs}
              disabled={!mayWrite}
              onChange={(needs) => set({ needs })}
            />
          </section>
          <section>
            <h2>{t.timing}</h2>
            <div class="milestone-pair">
              <NumberField
                label={t.deadline}
                help={t.deadlineHelp}
                error={wrong.deadlineDays}
                value={input.deadlineDays}
                min={1}
                max={MILESTONE_LIMITS.deadlineDays}
                unit={texts().condition.daysForm.unit}
                onInput={(days) => set({ deadlineDays: days && Math.round(days) })}
              />
              <NumberField
                label={t.weight}
                help={t.weightHelp}
                error={wrong.weight}
                value={input.weight}
                min={1}
                max={MILESTONE_LIMITS.weight}
                onInput={(weight) => weight && set({ weight })}
              />
              <Select
                label={t.raceTitle}
                help={t.raceHelp}
                value={input.within?.of ?? ''}
                options={[
                  { value: '', label: t.raceOff },
                  ...others.map((other) => ({ value: other.key, label: `${t.raceOf}: ${nameOf(other)}` })),
                ]}
                onChange={(of) => set({ within: of ? { of, hours: input.within?.hours ?? 24 } : undefined })}
              />
              {input.within && (
                <NumberField
                  label={t.raceHours}
                  error={wrong.hours}
                  value={input.within.hours}
                  min={1}
                  max={MILESTONE_LIMITS.hours}
                  unit={t.hours}
                  onInput={(hours) => hours && set({ within: { ...input.within!, hours } })}
                />
              )}
            </div>
          </section>
          <section>
            <RadioGroup
              label={t.flag}
              value={input.flag}
              options={(['none', 'firstValue', 'aha', 'wow'] as const).map((value) => ({
                value,
                label: t.flags[value],
                help: t.flagHelp[value],
              }))}
              onChange={(flag) => set({ flag })}
            />
            {wrong.flag && (
              <p class="field-error" role="alert">
                {wrong.flag}
              </p>
            )}
          </section>
          <p class="small quiet">{t.recompute}</p>
        </fieldset>
        {saved && <Reached milestone={saved} />}
      </div>
    </>
  )
}

const sentenceCase = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function say(error: unknown) {
  const { title, detail } = failureWords(error instanceof ApiError ? error.code : 'internal')
  toast(`${title}. ${detail}`, { icon: 'warning' })
}

const PERIOD_DAYS = 365

function Reached({ milestone }: { milestone: Milestone }) {
  const { milestones: t } = texts()
  const { id } = environment.value
  const from = new Date().setHours(0, 0, 0, 0) - PERIOD_DAYS * 24 * 60 * 60 * 1000
  const { data } = useResource(`${id}/ladder-of-a-year`, () => reports.activation(id, { from }))
  const rung = data?.ladder.find(({ key }) => key === milestone.key)
  if (!rung) return <aside class="milestone-aside" />
  const { reached, total, median } = rung
  return (
    <aside class="milestone-aside">
      <h2>{t.reachedTitle}</h2>
      <p class="milestone-figure">
        <b>{number(reached)}</b> / {number(total)}
      </p>
      {total < ONLY_COUNTS ? (
        <Dots filled={reached} of={total} />
      ) : (
        <>
          <ShareBar share={total ? reached / total : 0} />
          <p class="small quiet">{percent(total ? reached / total : 0)}</p>
          <p class="small quiet">{median === null ? t.noMedian : t.median(shortDays(median))}</p>
        </>
      )}
      <p class="small quiet">{t.within(number(PERIOD_DAYS))}</p>
    </aside>
  )
}
