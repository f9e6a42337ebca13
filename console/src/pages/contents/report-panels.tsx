import { localise } from '#contract/localise'
import type { ContentReport } from '#contract/report'
import { Columns } from '../../charts/columns'
import { Figure } from '../../charts/figure'
import { Interval } from '../../charts/interval'
import { FEW, ONLY_COUNTS } from '../../charts/series'
import { ShareBar } from '../../charts/share-bar'
import { spoken } from '../../editors/condition-builder/spoken'
import { date, moment, number, percent, seconds } from '../../format'
import { locale, texts } from '../../locales'
import { reasonWords } from './report-finding'

const places = (steps: ContentReport['steps'], id: string | null) => {
  const place = steps.findIndex((step) => step.id === id)
  return place < 0 ? undefined : place + 1
}

/** What became of everybody who saw it, and why those who left did. */
export function Outcome({ report }: { report: ContentReport }) {
  const { report: t } = texts()
  const { reach, completed, dismissed, snoozed, open, medianSeconds, steps } = report
  const rows = [
    { name: t.completed, n: completed, first: true },
    { name: t.dismissed, n: dismissed },
    { name: t.snoozed, n: snoozed },
    { name: t.open, n: open },
  ]
  const reasons = [...report.reasons].sort((a, b) => b.n - a.n).slice(0, 5)
  return (
    <section class="report-panel">
      <header>
        <h2>{t.whatBecame}</h2>
        {medianSeconds !== null && <span class="small quiet">{t.medianTime(seconds(medianSeconds))}</span>}
      </header>
      <ul class="report-outcome">
        {rows.map(({ name, n, first }) => (
          <li key={name}>
            <span>{name}</span>
            <ShareBar share={reach ? n / reach : 0} muted={!first} />
            <span class="figure">{number(n)}</span>
          </li>
        ))}
      </ul>
      <h2 class="report-why-title">{t.why}</h2>
      {reasons.length === 0 ? (
        <p class="small quiet">{t.whyEmpty}</p>
      ) : (
        <ul class="report-reasons">
          {reasons.map(({ because, step, n }) => {
            const place = places(steps, step)
            return (
              <li key={`${because} ${step}`}>
                <b>{number(n)}</b> {reasonWords(because)}
                {place && <span class="quiet"> {t.atPart(t.step(number(place)))}</span>}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

export function Daily({ report: { daily } }: { report: ContentReport }) {
  const { report: t } = texts()
  const at = (day: string) => date(new Date(`${day}T12:00:00`).getTime())
  return (
    <section class="report-panel">
      <Figure
        title={t.daily}
        aside={
          <span class="report-daily-legend">
            <span class="report-started">{t.dailyLegend.started}</span>
            <span class="report-completed">{t.dailyLegend.completed}</span>
          </span>
        }
        table={[
          [t.day, t.dailyLegend.started, t.dailyLegend.completed],
          ...daily.map(({ day, started, completed }) => [at(day), number(started), number(completed)]),
        ]}
      >
        <Columns
          columns={daily.map(({ day, started, completed }) => ({
            key: day,
            label: at(day),
            all: started,
            done: completed,
          }))}
        />
      </Figure>
    </section>
  )
}

/** Completion by each trait, against everybody, with how sure one may be. */
export function Splits({ report }: { report: ContentReport }) {
  const { report: t } = texts()
  const kinds = [...new Set(report.splits.map(({ by }) => by))]
  if (!kinds.length) return null
  const all = report.completion
  return (
    <>
      <div class="report-splits">
        {kinds.map((by) => (
          <section key={by} class="report-panel">
            <Figure
              title={t.splits(t.splitNames[by] ?? spoken(by))}
              table={[
                [t.group, t.columns.people, t.completion, t.interval],
                ...report.splits
                  .filter((split) => split.by === by)
                  .map(({ value, n, completion }) => [
                    valueWords(value),
                    number(n),
                    completion && n >= ONLY_COUNTS ? percent(completion.value) : '—',
                    completion && n >= ONLY_COUNTS
                      ? `${percent(completion.low)} – ${percent(completion.high)}`
                      : '—',
                  ]),
              ]}
            >
              <ul class="report-split">
                {report.splits
                  .filter((split) => split.by === by)
                  .map((split) => (
                    <Split key={split.value} split={split} all={all} />
                  ))}
              </ul>
            </Figure>
          </section>
        ))}
      </div>
      <p class="report-foot">{t.footer(all && report.reach >= ONLY_COUNTS ? percent(all.value) : '—')}</p>
    </>
  )
}

const valueWords = (value: string) => {
  const { common } = texts()
  return value === 'true' ? common.yes : value === 'false' ? common.no : value || common.none
}

interface SplitProps {
  split: ContentReport['splits'][number]
  all: ContentReport['completion']
}

function Split({ split: { value, n, completion }, all }: SplitProps) {
  const { report: t } = texts()
  const words = valueWords(value)
  const isFew = n < ONLY_COUNTS || !completion
  const isWorse = !isFew && all !== null && completion.high < all.value
  return (
    <li>
      <span class="report-split-name" title={words}>
        {words}
      </span>
      <span class="report-split-n">{number(n)}</span>
      {isFew ? (
        <span class="small quiet report-split-counts">
          {completion ? t.counts(number(Math.round(completion.value * n)), number(n)) : '—'}
        </span>
      ) : (
        <>
          <Interval
            value={completion.value}
            low={completion.low}
            high={completion.high}
            max={1}
            reference={all?.value}
            look={n < FEW ? 'few' : isWorse ? 'bad' : 'first'}
          />
          <b title={texts().common.confidence(percent(completion.low), percent(completion.high))}>
            {percent(completion.value)}
          </b>
        </>
      )}
    </li>
  )
}

/** Where a target could not be found: which screen, which release of the till. */
export function Missing({ report }: { report: ContentReport }) {
  const { report: t } = texts()
  const { missingColumns: columns } = t
  return (
    <section class="report-missing">
      <h2>{t.missing}</h2>
      {report.missing.length === 0 ? (
        <p class="quiet">{t.missingEmpty}</p>
      ) : (
        <table class="table report-missing-table">
          <thead>
            <tr>
              <th scope="col">{columns.step}</th>
              <th scope="col">{columns.path}</th>
              <th scope="col">{columns.release}</th>
              <th scope="col">{texts().targets.whyColumn}</th>
              <th scope="col" class="figure">
                {columns.times}
              </th>
              <th scope="col">{columns.last}</th>
            </tr>
          </thead>
          <tbody>
            {report.missing.map(({ step, path, release, because, n, lastAt }) => {
              const place = places(report.steps, step)
              const title = report.steps.find(({ id }) => id === step)?.title
              return (
                <tr key={`${step} ${path} ${release} ${because}`}>
                  <td>
                    {place && <span class="report-place">{number(place)}</span>}
                    {title ? localise(title, locale.value) : step}
                  </td>
                  <td>{path ?? '—'}</td>
                  <td>{release ?? <span class="quiet">{t.unknownRelease}</span>}</td>
                  <td>{texts().targets.short[because]}</td>
                  <td class="figure">{number(n)}</td>
                  <td>{moment(lastAt)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
