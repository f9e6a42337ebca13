// Types only: runs in tills.
import type { RushHours } from './busy'
import type { Past } from './progress'
import type { Target } from './target'
import type { Traits } from './traits'

/**
 * What is known when a condition is asked. A part that is missing is *unknown*, not false:
 * `resolve` leaves rules about it standing. Moments are epoch milliseconds.
 */
export interface Facts {
  now: number
  user?: Traits
  account?: Traits
  /** How often each event rule's event happened, by `countKey` of the rule. */
  counts?: Record<string, number>
  segments?: Record<string, boolean>
  /** When each milestone was reached. Known as a whole: a key that is missing was not reached. */
  milestones?: Record<string, number>
  /** What became of each experience for this person, by experience id. Known as a whole. */
  history?: Record<string, Past>
  page?: Page
  /** When the shop is at its busiest; absent: never. */
  rushHours?: readonly RushHours[]
}

export interface Page {
  path: string
  visitStartedAt: number
  online: boolean
  device: 'phone' | 'tablet' | 'desktop'
  /** Minutes to add to UTC for the shop's wall clock. */
  utcOffsetMinutes: number
  /** A sale or another thing that must not be disturbed is going on. */
  busy: boolean
  /** Events heard in this visit, oldest first. */
  happened: ReadonlyArray<{ name: string; properties: Record<string, unknown>; at: number }>
  /** Whether an element is on the screen now. */
  has(target: Target): boolean
}
