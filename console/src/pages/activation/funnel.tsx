import type { Milestone } from '#contract/milestone'
import type { ActivationReport } from '#contract/report'
import { ONLY_COUNTS } from '../../charts/series'
import { ShareBar } from '../../charts/share-bar'
import { shortDays } from '../../charts/words'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import '../../ui/list.css'
import '../../ui/table.css'
import { Tag } from '../../ui/tag'
import { nameOf } from '../milestones/wording'
import { worstRung } from './ladder-panel'

interface FunnelProps {
  report: ActivationReport
  ladder: Milestone[]
  value: string
}

/** The rungs up to the value as a funnel: the table is the picture. */
export function Funnel({ report, ladder, value }: FunnelProps) {
  const { activation: t } = texts()
  const end = report.ladder.findIndex(({ key }) => key === report.value)
  const rungs = report.ladder.slice(0, end < 0 ? undefined : end + 1)
  const worst = worstRung(report)
  return (
    <section class="funnel">
      <h2>{t.funnelTitle(value)}</h2>
      <table class="table bars-table funnel-table">
        <thead>
          <tr>
            <th scope="col">{t.milestone}</th>
            <th scope="col" class="bar-cell">
              <span class="unseen">{t.share}</span>
            </th>
            <th scope="col" class="figure">
              {t.shops}
            </th>
            <th scope="col" class="figure funnel-wide">
              {t.share}
            </th>
            <th scope="col" class="figure funnel-wide">
              {t.medianDays}
            </th>
            <th scope="col" class="figure">
              {t.stoppedHere}
            </th>
          </tr>
        </thead>
        <tbody>
          {rungs.map(({ key, reached, total, share, median, stoppedHere }) => {
            const milestone = ladder.find((one) => one.key === key)
            const few = total < ONLY_COUNTS
            return (
              <tr key={key} class={key === worst?.key ? 'funnel-worst' : undefined}>
                <td>
                  <span class="row-name">{milestone ? nameOf(milestone) : key}</span>{' '}
                  {milestone && milestone.flag !== 'none' && (
                    <Tag tone="accent">{t.flags[milestone.flag]}</Tag>
                  )}
                </td>
                <td class="funnel-bar bar-cell">
                  <ShareBar height={16} share={total ? reached / total : 0} />
                </td>
                <td class="figure">
                  <b>{number(reached)}</b>
                </td>
                <td
                  class="figure funnel-wide"
                  title={
                    share ? texts().common.confidence(percent(share.low), percent(share.high)) : undefined
                  }
                >
                  {few || !share ? `${number(reached)} / ${number(total)}` : percent(share.value)}
                </td>
                <td class="figure funnel-wide">{few || median === null ? '—' : shortDays(median)}</td>
                <td class="figure">
                  {stoppedHere && key !== report.value ? t.funnelLost(number(stoppedHere)) : '—'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p class="figure-note">{t.funnelNote}</p>
    </section>
  )
}
