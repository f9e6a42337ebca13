import type { Facts } from '#contract/facts'

const HOUR_MS = 3_600_000

/** The next 8 o'clock on the shop's wall: today's before 7, else tomorrow's. Epoch milliseconds. */
export function nextEight({ now, page }: Facts): number {
  const offset = (page?.utcOffsetMinutes ?? 0) * 60_000
  const midnight = Math.floor((now + offset) / (24 * HOUR_MS)) * 24 * HOUR_MS - offset
  const today = midnight + 8 * HOUR_MS
  // At half past seven "at 8" would come before she has put the phone away.
  return today - now >= HOUR_MS ? today : today + 24 * HOUR_MS
}
