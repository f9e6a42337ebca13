import type { RushHours } from '#contract/busy'
import type { Facts } from '#contract/facts'
import type { Stop } from '../surfaces/surface'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Milliseconds until the next rush hour of any day could end, by the shop's clock; undefined without any. Pure. */
export function untilRushEnd(
  rushHours: readonly RushHours[],
  now: number,
  utcOffsetMinutes: number,
): number | undefined {
  if (!rushHours.length) return
  const ofDay = (((now + utcOffsetMinutes * 60_000) % DAY_MS) + DAY_MS) % DAY_MS
  // Also at the end of this very moment: it lasts until then, exclusive.
  return Math.min(...rushHours.map(({ hours: [, to] }) => (to * HOUR_MS - ofDay + DAY_MS) % DAY_MS || DAY_MS))
}

/** Calls `again` at each end of a rush hour: one timer a few times a day, and none where there are no rush hours. */
export function atRushEnd(rushHours: readonly RushHours[], facts: () => Facts, again: () => void): Stop {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    const { now, page } = facts()
    const ms = untilRushEnd(rushHours, now, page!.utcOffsetMinutes)
    if (ms !== undefined)
      timer = setTimeout(() => {
        again()
        wait()
      }, ms + 1000) // a timer may be early by a breath
  }
  wait()
  return () => clearTimeout(timer)
}
