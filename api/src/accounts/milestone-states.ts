import type { Milestone } from '#contract/milestone'
import type { MilestoneState } from '#contract/people'
import { dueAt } from '../progress/milestone-rules'

const HOUR_MS = 60 * 60 * 1000

/** Where a shop stands on each rung. `reached` holds the moments by key, `signedInAt` is where deadlines count from. */
export function milestoneStates(
  ladder: Milestone[],
  reached: Readonly<Record<string, number>>,
  signedInAt: number | null,
  now: number,
): MilestoneState[] {
  return ladder.map((rung) => {
    const reachedAt = reached[rung.key] ?? null
    const due = dueAt(rung, reached, signedInAt)
    const state = stateOf(rung, reachedAt, due, reached, now)
    return { key: rung.key, reachedAt, ...(due !== undefined && { dueAt: due }), state }
  })
}

function stateOf(
  { within }: Milestone,
  reachedAt: number | null,
  due: number | undefined,
  reached: Readonly<Record<string, number>>,
  now: number,
): MilestoneState['state'] {
  if (reachedAt !== null) return due !== undefined && reachedAt > due ? 'late' : 'reached'
  const start = within && reached[within.of]
  if (start !== undefined && now > start + within!.hours * HOUR_MS) return 'lost'
  return due !== undefined && now > due ? 'overdue' : 'open'
}
