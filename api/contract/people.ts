import type { Past } from './progress'
import type { Traits } from './traits'

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  items: T[]
  next?: string
  total: number
}

/** A row of GET /api/:env/accounts?search=&cursor=&limit= */
export interface AccountRow {
  id: string
  name: string
  traits: Traits
  users: number
  firstSeenAt: number
  lastSeenAt: number
  milestones: { reached: number; total: number }
  firstValueAt: number | null
}

export interface MilestoneState {
  key: string
  reachedAt: number | null
  /** Epoch milliseconds; absent when it has no deadline or the account has not signed in. */
  dueAt?: number
  /** On time, late, still open, past its deadline, or lost for good (a race that cannot be won any more). */
  state: 'reached' | 'late' | 'open' | 'overdue' | 'lost'
}

/** GET /api/:env/accounts/:id */
export interface AccountDetail extends AccountRow {
  people: UserRow[]
  milestoneStates: MilestoneState[]
  experiences: PastRow[]
}

/** A row of GET /api/:env/users?search=&cursor=&limit= */
export interface UserRow {
  id: string
  name: string
  traits: Traits
  account: { id: string; name: string } | null
  firstSeenAt: number
  lastSeenAt: number
  /** The last boot carried a valid token. */
  verified: boolean
}

/** GET /api/:env/users/:id */
export interface UserDetail extends UserRow {
  experiences: PastRow[]
}

/** What a person (or a shop, for shared checklists) went through. */
export interface PastRow {
  experience: string
  name: string
  kind: string
  past: Past
}

/** GET /api/:env/accounts/:id/timeline and /users/:id/timeline, newest first. */
export interface TimelineItem {
  id: string
  /** When it happened, by the corrected clock. */
  at: number
  receivedAt: number
  name: string
  user: { id: string; name: string } | null
  properties: Record<string, unknown>
  /** Name of the experience or milestone an own event speaks of. */
  about?: string
}
