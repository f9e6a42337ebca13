import type { Milestone } from '#contract/milestone'
import type { ActivationReport, LadderRung } from '#contract/report'
import { Ladder, type Rung } from '../../charts/ladder'
import { ONLY_COUNTS } from '../../charts/series'
import { shortDays } from '../../charts/words'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import { Rich } from '../../ui/rich'
import { Tag } from '../../ui/tag'
import { nameOf } from '../milestones/wording'

interface LadderPanelProps {
  report: ActivationReport
  ladder: Milestone[]
}

/** All milestones of the same shops, and where most of them stop. */
export function LadderPanel({ report, ladder }: LadderPanelProps) {
  const { activation: t } = texts()
  const total = report.ladder[0]?.total ?? 0
  const worst = worstRung(report)
  const named = (key: string) => {
    const milestone = ladder.find((one) => one.key === key)
    return milestone ? nameOf(milestone) : key
  }
  const rungs = report.ladder.map((rung): Rung => {
    const share = rung.total ? rung.reached / rung.total : 0
    const flag = ladder.find(({ key }) => key === rung.key)?.flag ?? 'none'
    return {
      key: rung.key,
      name: named(rung.key),
      share,
      shareWords: total < ONLY_COUNTS ? `${number(rung.reached)} / ${number(rung.total)}` : percent(share, 0),
      pace: paceOf(rung, report.clock, total),
      stopped: stoppedWords(rung, report),
      tag: flag === 'none' ? undefined : <Tag tone="accent">{t.flags[flag]}</Tag>,
      isValue: rung.key === report.value,
      isWorst: rung.key === worst?.key,
    }
  })
  return (
    <aside class="activation-ladder">
      <header>
        <h2>{t.ladder}</h2>
        <span class="small quiet">{t.ladderOf(number(total), total === 1)}</span>
      </header>
      <p class="activation-ladder-finding">
        <Rich
          text={
            worst
              ? t.ladderFinding(number(worst.stoppedHere), named(worst.key), worst.stoppedHere === 1)
              : t.ladderAll
          }
        />
      </p>
      <Ladder rungs={rungs} />
    </aside>
  )
}

/** The rung below the value where most shops stop: the one to work on. */
export function worstRung({ ladder, value }: ActivationReport): LadderRung | undefined {
  const end = ladder.findIndex(({ key }) => key === value)
  const below = ladder.slice(0, end < 0 ? undefined : end).filter(({ stoppedHere }) => stoppedHere > 0)
  return below.sort((a, b) => b.stoppedHere - a.stoppedHere)[0]
}

function paceOf({ key, median }: LadderRung, clock: string, total: number): string {
  const { activation: t } = texts()
  if (key === clock) return t.start
  if (total < ONLY_COUNTS || median === null) return t.noMedian
  return median < 0.1 ? shortDays(median) : t.days(number(median, 1))
}

function stoppedWords(rung: LadderRung, { ladder, value }: ActivationReport): string {
  const { activation: t } = texts()
  if (!rung.stoppedHere) return ''
  const n = number(rung.stoppedHere)
  const place = ladder.findIndex(({ key }) => key === rung.key)
  const end = ladder.findIndex(({ key }) => key === value)
  return place < end ? t.stopped(n, rung.stoppedHere === 1) : t.here(n)
}
