import { useLocation, useRoute } from 'preact-iso'
import type { Publication } from '#contract/library'
import type { ContentReport } from '#contract/report'
import type { TargetHealth } from '#contract/target-health'
import { experiences } from '../../api/experiences'
import { reports } from '../../api/reports'
import { HEALTH_EVERY_MS, targets } from '../../api/targets'
import { useEvery } from '../../every'
import { number } from '../../format'
import { texts } from '../../locales'
import { useResource } from '../../resource'
import { environment } from '../../session'
import { homePage } from '../../shell/menu'
import { Button } from '../../ui/button'
import '../../ui/chip.css'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { Empty, Failure, PageHead, Skeleton } from '../../ui/page'
import { Tag } from '../../ui/tag'
import './report.css'
import { findingOf } from './report-finding'
import { ReportFunnel } from './report-funnel'
import { Daily, Missing, Outcome, Splits } from './report-panels'

const PERIODS = [7, 28, 90, 365]
const USUAL_DAYS = 28
const HEALTH_DAYS_MAX = 90

/** What a content came to: the address holds the period and the version. */
export function ReportPage() {
  const { report: t } = texts()
  const id = useRoute().params.id!
  const { query } = useLocation()
  const env = environment.value.id
  const days = PERIODS.includes(Number(query.days)) ? Number(query.days) : USUAL_DAYS
  const version = Number(query.version) || undefined
  const report = useResource(`${env}/report/${id}?${days}&${version}`, () =>
    reports.content(env, id, days, version),
  )
  const content = useResource(`experiences/${id}`, () => experiences.find(id))
  const healthDays = Math.min(days, HEALTH_DAYS_MAX)
  const isTour = report.data?.kind === 'tour'
  const health = useResource(`${env}/targets/${id}?${healthDays}&${isTour}`, async () =>
    isTour ? targets.health(env, id, healthDays) : undefined,
  )
  useEvery(HEALTH_EVERY_MS, () => {
    report.reload()
    health.reload()
  })
  if (!report.data || !content.data) {
    const error = report.error ?? content.error
    const reload = () => {
      report.reload()
      content.reload()
    }
    return error ? <Failure error={error} onRetry={reload} home={homePage('contents')} /> : <Skeleton />
  }
  const lost = health.data?.steps.find(({ state }) => state === 'missing')
  const { publications } = content.data
  const publication = publications.find(({ environment }) => environment === env)
  const isNew = !publications.length && !report.data.versions.length
  return (
    <>
      <PageHead
        title={content.data.draft.name}
        place={{ label: t.place, href: '/contents' }}
        beside={<Life publication={publication} />}
        finding={isNew ? t.finding.unpublished : findingOf(report.data, days)}
        actions={
          <Button
            kind="primary"
            icon={lost ? 'click' : 'edit'}
            href={`/contents/${id}${lost ? `?step=${lost.place}` : ''}`}
          >
            {lost ? texts().targets.fix(number(lost.place)) : t.edit}
          </Button>
        }
      />
      {!isNew && <Filters id={id} report={report.data} days={days} version={version} />}
      {report.data.reach === 0 ? (
        <Nobody id={id} longer={isNew ? undefined : PERIODS.find((period) => period > days)} />
      ) : (
        <Body report={report.data} health={health.data} />
      )}
    </>
  )
}

function Life({ publication }: { publication: Publication | undefined }) {
  const { report: t } = texts()
  return publication ? (
    <Tag tone="accent">{t.published(number(publication.version))}</Tag>
  ) : (
    <Tag tone="outline">{t.draft}</Tag>
  )
}

interface FiltersProps {
  id: string
  report: ContentReport
  days: number
  version: number | undefined
}

function Filters({ id, report, days, version }: FiltersProps) {
  const { report: t } = texts()
  const { route, query } = useLocation()
  const ask = (part: Record<string, string>) => {
    const next = Object.entries({ ...query, ...part }).filter(([, value]) => value !== '')
    route(`/contents/${id}/report${next.length ? `?${new URLSearchParams(next)}` : ''}`, true)
  }
  return (
    <div class="report-filters">
      <Menu
        namedByContent
        align="start"
        className="chip"
        label={t.periodLabel}
        items={PERIODS.map((period) => ({
          value: String(period),
          label: t.period(number(period)),
          checked: period === days,
          run: () => ask({ days: String(period) }),
        }))}
      >
        <Icon name="calendar" size={14} />
        <span>{t.period(number(days))}</span>
      </Menu>
      {report.versions.length > 0 && (
        <Menu
          namedByContent
          align="start"
          className={`chip${version ? ' chip-chosen' : ''}`}
          label={t.versionLabel}
          items={[
            { value: 'all', label: t.anyVersion, checked: !version, run: () => ask({ version: '' }) },
            ...[...report.versions]
              .sort((a, b) => b - a)
              .map((one) => ({
                value: String(one),
                label: t.version(number(one)),
                checked: one === version,
                run: () => ask({ version: String(one) }),
              })),
          ]}
        >
          <Icon name="history" size={14} />
          <span>{version ? t.version(number(version)) : t.anyVersion}</span>
        </Menu>
      )}
      <span class="report-counted">
        {t.countedBy} <b>{t.person}</b>
      </span>
    </div>
  )
}

function Body({ report, health }: { report: ContentReport; health: TargetHealth | undefined }) {
  return (
    <>
      <ReportFunnel report={report} health={health} />
      <div class="report-panels">
        <Outcome report={report} />
        <Daily report={report} />
      </div>
      <Splits report={report} />
      {report.kind !== 'checklist' && <Missing report={report} />}
    </>
  )
}

/** `longer`: the next period in which somebody may have seen it. */
function Nobody({ id, longer }: { id: string; longer: number | undefined }) {
  const { report: t } = texts()
  return (
    <Empty
      title={t.empty.title}
      steps={t.empty.steps}
      actions={
        <>
          <Button kind="plain" icon="edit" href={`/contents/${id}`}>
            {t.empty.action}
          </Button>
          {longer && (
            <Button href={`/contents/${id}/report?days=${longer}`}>{t.showDays(number(longer))}</Button>
          )}
        </>
      }
    >
      {t.empty.words}
    </Empty>
  )
}
