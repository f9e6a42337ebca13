// Runs in tills: no schema library here.
import type { Candidate } from './bundle'
import type { Facts } from './facts'
import { resolve } from './resolve'

const DAY_MS = 24 * 60 * 60 * 1000

/** Why an experience is not shown; the debug log and the console show that same word. */
export type Because =
  | 'expired'
  | 'audience'
  | 'completed'
  | 'dismissed'
  | 'snoozed'
  | 'too soon'
  | 'busy'
  | 'rush hours'

export type Decision = { show: true } | { show: false; because: Because }

const no = (because: Because): Decision => ({ show: false, because })

/**
 * Decides whether an experience may appear by itself now, and if not, why not. Pure: no DOM, no clock.
 * A rule that the facts leave open counts as not met: silence is safer than a wrong card.
 */
export function decide(candidate: Candidate, facts: Facts): Decision {
  const { id, frequency, audience, expiresAt, duringSale } = candidate
  if (expiresAt !== undefined && facts.now >= expiresAt) return no('expired')
  if (audience !== undefined && resolve(audience, facts) !== true) return no('audience')

  const past = facts.history?.[id]
  if (past?.completedAt && frequency.everyDays === undefined) return no('completed')
  if (past?.snooze && facts.now < past.snooze.until) return no('snoozed')
  // A "remind me" outlives an earlier "not now": she asked for it.
  const wanted = past?.snooze && past.snooze.at >= (past.lastSeenAt || 0)
  if (past?.lastSeenAt !== undefined && !wanted) {
    if (frequency.everyDays !== undefined) {
      if (facts.now - past.lastSeenAt < frequency.everyDays * DAY_MS) return no('too soon')
    } else {
      // Interrupted by a reload is not finished: only her own "not now" ends a showing, for good or for this visit.
      const { dismissedAt } = past
      const thisVisit = dismissedAt! >= (facts.page?.visitStartedAt || 0)
      if (dismissedAt !== undefined && (!frequency.untilCompleted || thisVisit)) return no('dismissed')
    }
  }
  // A tour about the sale may go on during one; by itself nothing begins there, least of all at the next person's sign-in.
  if (facts.page?.busy) return no('busy')
  if (!duringSale && facts.rushHours?.some((rush) => resolve(rush, facts) === true)) return no('rush hours')
  return { show: true }
}

/** Candidates in the order in which they may take the screen: priority first, then the older id. */
export const inOrder = (candidates: readonly Candidate[]) =>
  [...candidates].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
