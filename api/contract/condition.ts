import { z } from 'zod'
import { Target } from './target'
import { Match } from './traits'

const Name = z.string().min(1).max(80)
const Id = z.string().min(1).max(60)

/**
 * Rules over what the server knows (traits, event history, segments, milestones) and what only the page knows
 * (path, element, what happened in this visit, device, connection, local clock). See `resolve`.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  /** Traits of the person / of the shop. */
  | { user: Match }
  | { account: Match }
  /** How often an event happened: at least once unless told. `by` whom: the shop unless told. */
  | {
      event: string
      by?: 'user' | 'account'
      where?: Match
      atLeast?: number
      atMost?: number
      withinDays?: number
    }
  | { segment: string }
  /** `withinDays`: reached no longer ago than that. */
  | { milestone: string; reached: boolean; withinDays?: number }
  /** What became of another experience for this person. */
  | { history: string; is: 'seen' | 'completed' | 'dismissed' | 'never' }
  /** Path of the page; `*` stands for one part, `**` for any rest: `/produtos/*`. */
  | { path: string }
  | { element: Target; present: boolean }
  /** Happened in this visit, in this page's own hearing. */
  | { happened: string; where?: Match }
  | { device: Array<'phone' | 'tablet' | 'desktop'> }
  | { online: boolean }
  /** Local clock: from hour (inclusive) to hour (exclusive), past midnight if from > to; days 0 = Sunday. */
  | { hours: [number, number]; days?: number[] }

const whole = z.number().int().min(0)

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).max(50) }),
    z.strictObject({ any: z.array(Condition).max(50) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ user: Match }),
    z.strictObject({ account: Match }),
    z.strictObject({
      event: Name,
      by: z.enum(['user', 'account']).optional(),
      where: Match.optional(),
      atLeast: whole.optional(),
      atMost: whole.optional(),
      withinDays: z.number().positive().max(3650).optional(),
    }),
    z.strictObject({ segment: Id }),
    z.strictObject({ milestone: Id, reached: z.boolean(), withinDays: z.number().positive().optional() }),
    z.strictObject({ history: Id, is: z.enum(['seen', 'completed', 'dismissed', 'never']) }),
    z.strictObject({ path: z.string().startsWith('/').max(300) }),
    z.strictObject({ element: Target, present: z.boolean() }),
    z.strictObject({ happened: Name, where: Match.optional() }),
    z.strictObject({ device: z.array(z.enum(['phone', 'tablet', 'desktop'])).min(1) }),
    z.strictObject({ online: z.boolean() }),
    z.strictObject({
      hours: z.tuple([z.number().min(0).max(24), z.number().min(0).max(24)]),
      days: z.array(z.number().int().min(0).max(6)).optional(),
    }),
  ]),
)

/** How deep and how large an authored condition may be; held at the routes, so evaluation is bounded. */
export const CONDITION_LIMITS = { depth: 6, leaves: 60 } as const
