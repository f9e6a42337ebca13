import { ONLY_COUNTS } from '../../charts/series'
import { shortDays } from '../../charts/words'
import { number, percent } from '../../format'
import { texts } from '../../locales'
import type { Labelled } from './finding'

/** The groups as a table: nothing is drawn that is not also said. Few shops have counts only. */
export function groupRows(groups: Labelled[]): string[][] {
  const { activation: t } = texts()
  return [
    [t.group, t.shops, t.reached, t.censored, t.median, t.interval, t.in7],
    ...groups.map((group) => [
      group.label,
      number(group.n),
      number(group.reached),
      number(group.censored),
      ...(group.n < ONLY_COUNTS
        ? ['—', '—', '—']
        : [medianWords(group), intervalWords(group), within7(group)]),
    ]),
  ]
}

export const medianWords = ({ median }: Labelled) =>
  median === null ? texts().activation.notReached : shortDays(median)

export function intervalWords({ medianLow, medianHigh }: Labelled): string {
  const { activation: t } = texts()
  if (medianLow === null) return '—'
  return medianHigh === null ? t.ciOpen(bare(medianLow)) : t.ci(bare(medianLow), bare(medianHigh))
}

/** Without its unit where the heading says days. */
const bare = (value: number) => (value < 1 ? shortDays(value) : number(value, value < 10 ? 1 : 0))

const within7 = ({ within7Days }: Labelled) => {
  if (!within7Days) return '—'
  const { value, low, high, n } = within7Days
  return `${percent(value)} (${percent(low)}–${percent(high)}; n ${number(n)})`
}
