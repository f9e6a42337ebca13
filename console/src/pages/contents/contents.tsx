import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Kind } from '#contract/experience'
import { ApiError } from '../../api/client'
import { experiences } from '../../api/experiences'
import { segments as segmentsApi } from '../../api/library'
import { reports } from '../../api/reports'
import { HEALTH_EVERY_MS } from '../../api/targets'
import type { Start } from '../../editors/starts'
import { useEvery } from '../../every'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment, may } from '../../session'
import { Button } from '../../ui/button'
import { Failure, failureWords, PageHead, Skeleton } from '../../ui/page'
import { toast } from '../../ui/toast'
import { alarmWords, sinceWords } from './alarm'
import './contents.css'
import { FilterBar } from './filter-bar'
import { FirstUse } from './first-use'
import { ContentList } from './list'
import { NewContent } from './new-content'
import { type Filter, hasAlert, type Line, noFilter, select, toLines } from './rows'

/** Everything that can be shown at a till: what is on the air, how it does, and what is being written. */
export function ContentsPage() {
  const { contents: t } = texts()
  const { route } = useLocation()
  const env = environment.value.id
  const [days, setDays] = useState(28)
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [creating, setCreating] = useState<Start>()
  const rows = useResource('experiences', experiences.list)
  const summaries = useResource(`${env}/reports/contents/${days}`, () => reports.contents(env, days))
  const segments = useResource('segments', segmentsApi.list)
  // A till that does not find its element is told of within a minute, without a reload.
  useEvery(HEALTH_EVERY_MS, summaries.reload)

  const act = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      toast(failureWords(error instanceof ApiError ? error.code : 'internal').title, { icon: 'warning' })
    }
    rows.reload()
  }
  const duplicate = (line: Line) =>
    act(async () => {
      const copy = await experiences.duplicate(line.id)
      toast(t.duplicated(line.name), { undo: () => act(() => experiences.remove(copy.id)) })
    })
  const remove = (line: Line) => {
    rows.set(rows.data!.filter(({ id }) => id !== line.id))
    return act(async () => {
      await experiences.remove(line.id)
      toast(line.publications.length ? t.deletedPublished(line.name) : t.deleted(line.name), {
        icon: 'trash',
        undo: () =>
          act(async () => {
            await experiences.restore(line.id)
            if (line.publications.length) toast(t.restored(line.name))
          }),
      })
    })
  }

  if (rows.error && !rows.data)
    return (
      <>
        <PageHead title={t.title} />
        <Failure error={rows.error} onRetry={rows.reload} />
      </>
    )
  if (!rows.data) return <Skeleton rows={8} title={t.title} />

  const lines = toLines(rows.data, summaries.data ?? [], env)
  const shown = select(lines, filter)
  const count = (kind: Kind) => lines.filter((line) => line.kind === kind).length
  const isEmpty = !lines.length
  return (
    <>
      <PageHead
        title={t.title}
        finding={isEmpty ? undefined : finding(lines)}
        actions={
          may('author') && (
            <Button kind={isEmpty ? 'plain' : 'primary'} icon="plus" onClick={() => setCreating('firstSale')}>
              {t.create}
            </Button>
          )
        }
      />
      {isEmpty ? (
        <FirstUse onStart={setCreating} />
      ) : (
        <>
          <FilterBar
            filter={filter}
            onFilter={setFilter}
            days={days}
            onDays={setDays}
            counts={{
              all: lines.length,
              tour: count('tour'),
              checklist: count('checklist'),
              alert: lines.filter(hasAlert).length,
            }}
          />
          <ContentList
            lines={shown}
            segments={segments.data ?? []}
            waiting={!summaries.data && !summaries.error}
            onDuplicate={may('author') ? duplicate : undefined}
            onRemove={may('author') ? remove : undefined}
            onClear={() => setFilter(noFilter)}
          />
          <p class="table-foot contents-foot">
            <span>{t.count(number(shown.length), number(lines.length), shown.length === 1)}</span>
            <span class="table-note">{t.measures}</span>
          </p>
        </>
      )}
      {creating && (
        <NewContent
          start={creating}
          onClose={() => setCreating(undefined)}
          onCreated={({ id }) => {
            setCreating(undefined)
            rows.reload()
            route(`/contents/${id}`)
          }}
        />
      )}
    </>
  )
}

/** How many are fine, and the one that most often does not find its element. */
function finding(lines: Line[]): string {
  const { contents: t } = texts()
  const published = lines.filter(({ isPublished }) => isPublished)
  if (!published.length) return t.findingNone(number(lines.length), lines.length === 1)
  const fine = published.filter((line) => !hasAlert(line)).length
  const worst = published
    .filter(hasAlert)
    .sort((a, b) => (b.summary?.target.share ?? 0) - (a.summary?.target.share ?? 0))[0]
  const begin =
    published.length === 1 && fine === 1 ? t.findingOne : t.finding(number(fine), number(published.length))
  const target = worst?.summary?.target
  if (!target?.share) return `${begin}.`
  return `${begin}${
    target.state === 'missing'
      ? texts().targets.finding(worst!.name, alarmWords(target), sinceWords(target))
      : t.findingWorst(worst!.name, percent(target.share))
  }.`
}
