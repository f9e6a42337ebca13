/** Somebody under observation: a shop on its way to a milestone, in most reports. */
export interface Followed {
  /**
   * Age when last heard of, counted from the clock start and at least 0: at the event, or at the last moment known to
   * be without it. Any unit, one for all; answers come back in it.
   */
  readonly time: number
  /**
   * Age when observation began, for shops imported mid-life (left truncation). Absent or 0: watched from the start.
   * Whoever enters at or after `time` was never under observation and is left out everywhere.
   */
  readonly entry?: number
}

/** One distinct age at which somebody leaves, by the event or by being lost from sight. */
export interface Moment<S> {
  readonly time: number
  /** Who came under observation since the moment before, and so is at risk now. */
  readonly entered: readonly S[]
  /** Who leaves here, all still at risk at this very moment: at equal ages events come before censorings. */
  readonly leaving: readonly S[]
}

/**
 * Walks through everybody's ages in order. Each estimator keeps its own count of who is at risk:
 * add `entered`, look at `leaving`, then take `leaving` away.
 * Throws a RangeError when a time is negative or not finite.
 */
export function moments<S extends Followed>(subjects: readonly S[]): Moment<S>[] {
  const watched = subjects.filter(isWatched)
  const byEntry = watched.toSorted((a, b) => (a.entry ?? 0) - (b.entry ?? 0))
  const byTime = watched.toSorted((a, b) => a.time - b.time)
  const found: Moment<S>[] = []
  let next = 0
  for (let from = 0; from < byTime.length; ) {
    const { time } = byTime[from]!
    let to = from
    while (byTime[to]?.time === time) to += 1
    const firstNew = next
    while (next < byEntry.length && isInSight(byEntry[next]!, time)) next += 1
    found.push({ time, entered: byEntry.slice(firstNew, next), leaving: byTime.slice(from, to) })
    from = to
  }
  return found
}

/**
 * How many are at risk just before each of `times`, for the row of numbers under a curve:
 * under observation already, and neither reached nor lost before.
 */
export function numbersAtRisk(subjects: readonly Followed[], times: readonly number[]): number[] {
  const watched = subjects.filter(isWatched)
  return times.map((time) => watched.filter((s) => s.time >= time && isInSight(s, time)).length)
}

/** Whether the subject was under observation at any age at all. */
function isWatched(subject: Followed): boolean {
  const { time, entry } = subject
  if (!(time >= 0 && time < Infinity)) throw new RangeError(`A time of 0 or more is needed, got ${time}`)
  if (Number.isNaN(entry)) throw new RangeError('An entry must be a number')
  return isInSight(subject, time)
}

function isInSight({ entry = 0 }: Followed, time: number): boolean {
  return entry <= 0 || entry < time
}
