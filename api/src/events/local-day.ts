const DAY_MS = 24 * 60 * 60 * 1000
const QUARTER_MS = 15 * 60 * 1000
const OFFSETS_MAX = 20_000

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** Epoch day of a moment on the wall calendar of an IANA time zone: 0 is 1 January 1970 there. */
export const localDay = (zone: string, at: number) => Math.floor((at + zoneOffsetMs(zone, at)) / DAY_MS)

/** First moment of a local epoch day. */
export function startOfLocalDay(zone: string, day: number): number {
  const guess = day * DAY_MS - zoneOffsetMs(zone, day * DAY_MS)
  // Once more, for a zone that changed its clock in between.
  return day * DAY_MS - zoneOffsetMs(zone, guess)
}

/** ISO date of a local epoch day. */
export const isoDay = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Milliseconds to add to UTC. No zone changes its clock twice within a day: most days are asked about at their ends. */
export function zoneOffsetMs(zone: string, at: number): number {
  const begin = at - modulo(at, DAY_MS)
  const offset = offsetAt(zone, begin)
  if (offset === offsetAt(zone, begin + DAY_MS)) return offset
  // Zones change only on quarters of an hour.
  return offsetAt(zone, at - modulo(at, QUARTER_MS))
}

/** Never negative, also before 1970. */
const modulo = (at: number, span: number) => ((at % span) + span) % span

function offsetAt(zone: string, at: number): number {
  const key = `${zone} ${at}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= OFFSETS_MAX) offsets.clear()
  const offset = askIntl(zone, at)
  offsets.set(key, offset)
  return offset
}

function askIntl(zone: string, at: number): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - at
}

/** The days up to and with today, on the environment's calendar. */
export function lastDays(timeZone: string, days: number, now: number) {
  const today = localDay(timeZone, now)
  const fromDay = today - days + 1
  return { from: startOfLocalDay(timeZone, fromDay), fromDay, today }
}
