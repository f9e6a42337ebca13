import type { ActivationReport } from '#contract/report'
import { MOST_SERIES, ONLY_COUNTS } from '../../charts/series'
import { shortDays } from '../../charts/words'
import { number } from '../../format'
import { texts } from '../../locales'

type Group = ActivationReport['groups'][number]

const LIKELY = 0.05 // below, a difference is hardly chance

export interface Labelled extends Group {
  /** What the group is called on the screen. */
  label: string
}

/** The largest groups that may have a curve, as many as can be told apart, soonest first; the rest only have counts. */
export function drawnGroups(groups: Labelled[]): { drawn: Labelled[]; others: Labelled[] } {
  const able = [...groups].sort((a, b) => b.n - a.n).filter(({ n }) => n >= ONLY_COUNTS)
  const drawn = able.slice(0, MOST_SERIES).sort((a, b) => (a.median ?? Infinity) - (b.median ?? Infinity))
  return { drawn, others: groups.filter((group) => !drawn.includes(group)) }
}

/** Every shop of the period, whatever group it is in. */
export const everyone = (groups: Group[]) => ({
  n: groups.reduce((sum, { n }) => sum + n, 0),
  reached: groups.reduce((sum, { reached }) => sum + reached, 0),
})

/** The one sentence of the page: what is so, with its figures, and how sure one may be. */
export function findingOf(groups: Labelled[], logRank: ActivationReport['logRank'], value: string): string {
  const { finding } = texts().activation
  const { n, reached } = everyone(groups)
  if (!n) return finding.none
  const { drawn } = drawnGroups(groups)
  const first = drawn[0]
  const last = drawn.findLast(({ median }) => median !== null)
  if (!first) return finding.few(number(reached), number(n), value)
  if (last && last !== first && first.median !== null) {
    const [soonest, latest] = [shortDays(first.median), shortDays(last.median!)]
    const differ = logRank && logRank.p < LIKELY
    if (soonest === latest)
      return finding.same(value, soonest, first.label, last.label) + (differ ? finding.curves : '')
    const sure = !logRank ? '' : differ ? finding.likely : finding.chance
    return finding.two(value, first.label, soonest, last.label, latest) + sure
  }
  if (first.median === null) return finding.notReached(number(first.n), value)
  const { medianLow, medianHigh } = first
  const [low, high] = [medianLow, medianHigh].map((days) => (days === null ? undefined : shortDays(days)))
  // Narrower than its figures can say.
  const interval = low && high && low !== high ? finding.interval(low, high) : ''
  return finding.median(value, shortDays(first.median), interval)
}
