import type { Milestone } from '#contract/milestone'
import type { ActivationReport } from '#contract/report'
import type { Db } from '../db/database'
import { isoDay, localDay } from '../events/local-day'
import { compare, grouped, groupReport, horizonOf, ladderOf, type Shop } from './activation'
import { type Started, startedShops } from './activation-store'

export interface AskedActivation {
  environment: string
  timeZone: string
  ladder: Milestone[]
  clock: string
  value: string
  /** A trait's name, or `cohort`. */
  by: string | undefined
  from: number
  to: number
  at: number
}

/** How soon the shops that started in a time came to value. */
export async function activationReport(db: Db, asked: AskedActivation): Promise<ActivationReport> {
  const { environment, timeZone, ladder, clock, value, by, from, to, at } = asked
  const isMilestone = ladder.some(({ key }) => key === clock)
  const started = await startedShops(db, environment, { clock, isMilestone, from, to })
  const shops: Shop[] = started.map((shop) => ({ ...shop, group: groupOf(shop, by, timeZone) }))
  const groups = grouped(shops)
  const horizon = horizonOf([...groups.values()], value, at)
  return {
    clock,
    value,
    from,
    to,
    ...horizon,
    groups: [...groups].map(([key, members]) => groupReport(key, members, value, at, horizon)),
    logRank: compare(groups, value, at),
    ladder: ladderOf(shops, ladder, at),
  }
}

/** `all` without a question; a month for cohorts; else the value of the shop's trait, `none` where it has none. */
function groupOf({ startedAt, traits }: Started, by: string | undefined, timeZone: string): string {
  if (!by) return 'all'
  if (by === 'cohort') return isoDay(localDay(timeZone, startedAt)).slice(0, 7)
  const value = traits[by]
  return value === undefined || value === null || value === '' ? 'none' : String(value)
}
