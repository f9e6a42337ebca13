import type { AccountDetail } from '#contract/people'
import { number } from '../../format'
import { texts } from '../../locales'

const DAY_MS = 24 * 60 * 60 * 1000

interface Rung {
  key: string
  words: string
  flag: string
}

type Shop = Pick<AccountDetail, 'milestones' | 'milestoneStates' | 'firstValueAt'>

/** Where a shop stands: late, done, at its first value, or on the way, in this order of urgency. */
export function findingOf(
  shop: Shop,
  ladder: Rung[],
  now: number,
  inWords: (days: number) => string,
): string {
  const { shopFinding: t } = texts().people
  const { milestones, milestoneStates: states, firstValueAt } = shop
  const reached = number(milestones.reached)
  const total = number(milestones.total)
  const named = (key: string) => ladder.find((rung) => rung.key === key)?.words ?? key
  const overdue = states.find(({ state }) => state === 'overdue')
  if (overdue) return t.overdue(reached, total, named(overdue.key), inWords((now - overdue.dueAt!) / DAY_MS))
  if (milestones.total > 0 && milestones.reached === milestones.total) return t.all(total)
  const value = ladder.find(({ flag }) => flag === 'firstValue')
  if (value && firstValueAt !== null) {
    const start = Math.min(...states.flatMap(({ reachedAt }) => reachedAt ?? []))
    const took = (firstValueAt - start) / DAY_MS
    return took > 0
      ? t.value(reached, total, value.words, inWords(took))
      : t.valueNoTime(reached, total, value.words)
  }
  const next = states.find(({ state }) => state === 'open')
  return next ? t.open(reached, total, named(next.key)) : `**${texts().people.of(reached, total)}**`
}
