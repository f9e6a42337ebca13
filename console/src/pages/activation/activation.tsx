import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ActivationReport } from '#contract/report'
import { milestones } from '../../api/library'
import { reports } from '../../api/reports'
import { Figure } from '../../charts/figure'
import type { Reading } from '../../charts/steps'
import { Survival } from '../../charts/survival'
import { pValue } from '../../charts/words'
import { spoken } from '../../editors/condition-builder/spoken'
import { list, number } from '../../format'
import { locale, texts } from '../../locales'
import { useResource } from '../../resource'
import { environment, may } from '../../session'
import { homePage } from '../../shell/menu'
import { Button } from '../../ui/button'
import { Empty, Failure, PageHead, Skeleton } from '../../ui/page'
import { Segmented, Tabs } from '../../ui/tabs'
import { nameOf } from '../milestones/wording'
import './activation.css'
import { Counts } from './counts'
import { drawnGroups, everyone, findingOf, type Labelled } from './finding'
import { Funnel } from './funnel'
import { LadderPanel } from './ladder-panel'
import { Medians } from './medians'
import { PERIODS, Question } from './question'
import { groupRows } from './rows'

type View = 'time' | 'funnel'
const DAY_MS = 24 * 60 * 60 * 1000

/** How soon shops get from one milestone to another, told from those still on their way. The address holds the question. */
export function ActivationPage() {
  const { activation: t } = texts()
  const { query } = useLocation()
  const { id } = environment.value
  const days = PERIODS.includes(Number(query.days)) ? Number(query.days) : 180
  // Whole days, so that the same question asked twice today is the same question.
  const from = new Date().setHours(0, 0, 0, 0) - days * DAY_MS
  const question = { clock: query.clock, value: query.value, by: query.by, from }
  const report = useResource(`${id}/activation?${JSON.stringify(question)}`, () =>
    reports.activation(id, question),
  )
  const ladder = useResource('milestones', milestones.list)
  const [view, setView] = useState<View>(query.view === 'funnel' ? 'funnel' : 'time')
  const [reading, setReading] = useState<Reading>('reached')
  const error = report.error ?? ladder.error
  const reload = () => {
    report.reload()
    ladder.reload()
  }
  if (!report.data || !ladder.data)
    return error ? (
      <Failure error={error} onRetry={reload} home={homePage('activation')} />
    ) : (
      <Skeleton rows={4} title={t.title} />
    )

  const { data } = report
  const named = (key: string) => {
    const milestone = ladder.data!.find((one) => one.key === key)
    return milestone ? nameOf(milestone) : spoken(key)
  }
  const groups = data.groups.map((group) => ({ ...group, label: groupLabel(group, query.by) }))
  const value = named(data.value)
  return (
    <>
      <PageHead title={t.title} finding={findingOf(groups, data.logRank, value)} />
      <Tabs
        label={t.tabs}
        current={view}
        items={[
          { value: 'time', label: t.time },
          { value: 'funnel', label: t.funnel },
        ]}
        onSelect={setView}
      />
      <Question report={data} ladder={ladder.data} by={query.by} days={days}>
        {view === 'time' && drawnGroups(groups).drawn.length > 0 && (
          <Segmented
            label={t.reading}
            value={reading}
            options={[
              { value: 'reached', label: t.reached },
              { value: 'waiting', label: t.waiting },
            ]}
            onChange={setReading}
          />
        )}
      </Question>
      {everyone(groups).n === 0 ? (
        <Nobody />
      ) : (
        <div class="activation-body">
          <div class="activation-main">
            {view === 'time' ? (
              <TimeView report={data} groups={groups} value={value} reading={reading} />
            ) : (
              <Funnel report={data} ladder={ladder.data} value={value} />
            )}
          </div>
          <LadderPanel report={data} ladder={ladder.data} />
        </div>
      )}
    </>
  )
}

/** The API names groups by value; what it could not group has words of ours. */
function groupLabel({ key, label }: ActivationReport['groups'][number], by: string | undefined): string {
  const { activation: t, segments, common } = texts()
  if (!by || key === 'all') return common.all
  if (key === 'none') return common.none
  if (key === 'other') return segments.others
  if (by === 'cohort') {
    const [year, month] = key.split('-').map(Number)
    return new Intl.DateTimeFormat(locale.value, { month: 'short', year: 'numeric' }).format(
      new Date(year!, month! - 1, 1),
    )
  }
  if (label === 'true' || label === 'false')
    return `${spoken(by)}: ${label === 'true' ? common.yes : common.no}`
  return label || t.cohort
}

interface TimeViewProps {
  report: ActivationReport
  groups: Labelled[]
  value: string
  reading: Reading
}

function TimeView({ report, groups, value, reading }: TimeViewProps) {
  const { activation: t } = texts()
  const { drawn, others } = drawnGroups(groups)
  if (!drawn.length) return <Counts groups={groups} value={value} />
  const { logRank } = report
  return (
    <>
      <div class="activation-figure">
        <Figure
          title={t.curves[reading](value)}
          aside={t.method}
          table={groupRows(groups)}
          note={
            others.length > 0 && t.notDrawn(list(others.map(({ label, n }) => `${label} (${number(n)})`)))
          }
        >
          <Survival
            groups={drawn}
            reading={reading}
            horizonDays={report.horizonDays}
            atRiskDays={report.atRiskDays}
            atRiskLabel={t.atRisk}
          />
        </Figure>
      </div>
      <section class="activation-medians">
        <header>
          <h2>{t.medians}</h2>
          <span class="small quiet" title={t.observationalHelp}>
            {logRank
              ? `${t.logRank(number(logRank.chiSquare, 1), pValue(logRank.p))} · ${t.observational}`
              : t.oneGroup}
          </span>
        </header>
        <Medians groups={drawn} />
      </section>
    </>
  )
}

function Nobody() {
  const { activation: t } = texts()
  return (
    <Empty
      title={t.empty.title}
      steps={t.empty.steps}
      actions={
        may('author') && (
          <Button kind="primary" href="/milestones">
            {t.empty.action}
          </Button>
        )
      }
    >
      {t.empty.words}
    </Empty>
  )
}
