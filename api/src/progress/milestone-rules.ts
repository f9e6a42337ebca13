import type { MilestoneInput } from '#contract/milestone'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/**
 * When a milestone was reached, given when each of its needs was met and when the milestones before it were.
 * Undefined: not yet, or a race that was lost.
 */
export function reachedAt(
  { within }: MilestoneInput,
  met: Array<number | undefined>,
  reached: Readonly<Record<string, number>>,
): number | undefined {
  let at = -Infinity
  for (const moment of met) {
    if (moment === undefined) return undefined
    at = Math.max(at, moment)
  }
  if (!within) return at
  const start = reached[within.of]
  return start !== undefined && at <= start + within.hours * HOUR_MS ? at : undefined
}

/** The last moment at which it still counts: the end of its race or its deadline, whichever is first. */
export function dueAt(
  { within, deadlineDays }: MilestoneInput,
  reached: Readonly<Record<string, number>>,
  signedInAt: number | null | undefined,
): number | undefined {
  const start = within && reached[within.of]
  const ends = [
    start === undefined ? undefined : start + within!.hours * HOUR_MS,
    deadlineDays === undefined || signedInAt == null ? undefined : signedInAt + deadlineDays * DAY_MS,
  ].filter((end) => end !== undefined)
  return ends.length ? Math.min(...ends) : undefined
}

/** A race comes after the milestone it starts from. Those in a circle are left out: they are never reached. */
export function inDependencyOrder(milestones: MilestoneInput[]): MilestoneInput[] {
  const keys = new Set(milestones.map(({ key }) => key))
  const placed = new Set<string>()
  const ordered: MilestoneInput[] = []
  let left = milestones
  while (left.length) {
    const ready = left.filter(({ within }) => !within || placed.has(within.of) || !keys.has(within.of))
    if (!ready.length) return ordered
    for (const milestone of ready) {
      placed.add(milestone.key)
      ordered.push(milestone)
    }
    left = left.filter(({ key }) => !placed.has(key))
  }
  return ordered
}
