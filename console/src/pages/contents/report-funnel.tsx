import { localise } from '#contract/localise'
import type { ContentReport } from '#contract/report'
import type { StepHealth, TargetHealth } from '#contract/target-health'
import { ONLY_COUNTS } from '../../charts/series'
import { ShareBar } from '../../charts/share-bar'
import { levelOf } from '../../editors/tour/health'
import { number, percent, seconds } from '../../format'
import { locale, texts } from '../../locales'
import '../../ui/table.css'
import { Status } from '../../ui/tag'
import { reasonWords, whysOf, worstStep } from './report-finding'

interface ReportFunnelProps {
  report: ContentReport
  /** Undefined while it is on its way, and for checklists. */
  health: TargetHealth | undefined
}

/** Step by step, or task by task: the table is the picture. */
export function ReportFunnel({ report, health }: ReportFunnelProps) {
  return report.kind === 'checklist' ? <Tasks report={report} /> : <Steps report={report} health={health} />
}

function Steps({ report, health }: ReportFunnelProps) {
  const { report: t, targets } = texts()
  const { columns } = t
  const worst = worstStep(report)
  const mostLost = Math.max(1, ...report.steps.map(({ left }) => left))
  const few = report.reach < ONLY_COUNTS
  return (
    <table class="table bars-table report-table">
      <thead>
        <tr>
          <th scope="col">{columns.step}</th>
          <th scope="col" class="bar-cell">
            {columns.seen}
          </th>
          <th scope="col" class="figure">
            {columns.people}
          </th>
          <th scope="col" class="figure report-wide">
            {columns.ofStart}
          </th>
          <th scope="col" class="figure report-left">
            {columns.left}
          </th>
          <th scope="col" class="report-wide">
            {columns.why}
          </th>
          <th scope="col" class="figure report-wide">
            {targets.foundColumn}
          </th>
          <th scope="col" class="report-wide">
            {targets.safetyColumn}
          </th>
          <th scope="col" class="figure report-wide">
            {columns.time}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.steps.map((step, i) => {
          const isLast = i === report.steps.length - 1
          return (
            <tr key={step.id} class={step === worst?.step ? 'report-worst' : undefined}>
              <td>
                <span class="report-place">{number(i + 1)}</span>
                {localise(step.title, locale.value)}
              </td>
              <td class="report-bar bar-cell">
                <ShareBar height={20} share={report.reach ? step.seen / report.reach : 0} />
              </td>
              <td class="figure">
                <b>{number(step.seen)}</b>
              </td>
              <td class="figure report-wide quiet">
                {few ? `${number(step.seen)} / ${number(report.reach)}` : percent(step.seen / report.reach)}
              </td>
              <td class="figure report-left">{step.left ? number(-step.left) : '—'}</td>
              <td class="report-wide">
                {isLast && !step.left ? (
                  t.finished(number(report.completed))
                ) : (
                  <Whys report={report} step={step} most={mostLost} />
                )}
              </td>
              <Element health={health?.steps.find((one) => one.step === step.id)} />
              <td class="figure report-wide">
                {step.medianSeconds === null ? '—' : seconds(step.medianSeconds)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface WhysProps {
  report: ContentReport
  step: ContentReport['steps'][number]
  /** The most that left any step: the length of the longest bar. */
  most: number
}

/** A bar per step, cut by reason and as long as many left; the reasons in words beside it. */
function Whys({ report, step, most }: WhysProps) {
  const whys = whysOf(report, step)
  if (!whys.length) return null
  let start = 0
  return (
    <span class="report-whys">
      <svg width="120" height="10" aria-hidden="true">
        {whys.map(({ because, n }, i) => {
          const width = (n / most) * 120
          const x = start
          start += width
          return (
            <rect
              key={because}
              class={`report-why-${i % 3}`}
              x={x}
              width={Math.max(1, width - 1)}
              height="10"
              rx="2"
            />
          )
        })}
      </svg>
      <span>{whys.map(({ because, n }) => `${number(n)} ${reasonWords(because)}`).join(', ')}</span>
    </span>
  )
}

const SHAPES = { sure: 'ok', safe: 'ok', weak: 'attention', lost: 'critical', unseen: 'none' } as const

/** How often tills found what the step points at, and how sure they are of it. */
function Element({ health }: { health: StepHealth | undefined }) {
  const { targets: t } = texts()
  if (!health) return <td class="report-wide" colSpan={2} />
  const looks = health.found + health.missing
  const [level] = levelOf(health)
  return (
    <>
      <td class="figure report-wide quiet">
        {health.state === 'none'
          ? t.noTarget
          : !looks
            ? '—'
            : looks < ONLY_COUNTS
              ? t.of(number(health.found), number(looks))
              : percent(health.found / looks)}
      </td>
      <td class="report-wide">
        {looks > 0 && <Status state={SHAPES[level]}>{t.level[level].toLocaleLowerCase()}</Status>}
      </td>
    </>
  )
}

function Tasks({ report }: { report: ContentReport }) {
  const { report: t } = texts()
  const few = report.reach < ONLY_COUNTS
  return (
    <table class="table bars-table report-table">
      <thead>
        <tr>
          <th scope="col">{t.columns.task}</th>
          <th scope="col" class="bar-cell">
            {t.columns.done}
          </th>
          <th scope="col" class="figure">
            {t.columns.people}
          </th>
          <th scope="col" class="figure report-wide">
            {t.columns.ofStart}
          </th>
          <th scope="col" class="figure report-left">
            {t.columns.never}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.steps.map((task, i) => (
          <tr key={task.id}>
            <td>
              <span class="report-place">{number(i + 1)}</span>
              {localise(task.title, locale.value)}
            </td>
            <td class="report-bar bar-cell">
              <ShareBar height={20} share={task.seen ? task.advanced / task.seen : 0} />
            </td>
            <td class="figure">
              <b>{number(task.advanced)}</b>
            </td>
            <td class="figure report-wide quiet">
              {few || !task.seen
                ? `${number(task.advanced)} / ${number(task.seen)}`
                : percent(task.advanced / task.seen)}
            </td>
            <td class="figure report-left">{number(task.seen - task.advanced)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
