import { z } from 'zod'
import { MILESTONE_LIMITS } from './limits'
import { ShortText } from './text'
import { Match } from './traits'

/** What experiences and conditions call a milestone by. */
export const MilestoneKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'use small letters, digits and underscores')

/** One thing that must have happened: the event, `atLeast` times (once unless told). */
export const Need = z.strictObject({
  event: z.string().min(1).max(80),
  where: Match.optional(),
  atLeast: z.number().int().positive().max(10_000).optional(),
})
export type Need = z.infer<typeof Need>

/**
 * A proven success. Reached at the moment the last of its needs was first met, whatever the order in which the
 * events arrived. `within` makes it a race: reached only if that many hours after another milestone at most.
 */
export const MilestoneInput = z.strictObject({
  key: MilestoneKey,
  name: ShortText,
  /** `firstValue` is the one that time to value is measured to; at most one per workspace. */
  flag: z.enum(['none', 'firstValue', 'aha', 'wow']).default('none'),
  needs: z.array(Need).min(1).max(5),
  within: z
    .strictObject({
      hours: z.number().positive().max(MILESTONE_LIMITS.hours),
      of: z.string().max(60),
    })
    .optional(),
  /** Days from the account's first sign-in. */
  deadlineDays: z.number().int().positive().max(MILESTONE_LIMITS.deadlineDays).optional(),
  weight: z.number().positive().max(MILESTONE_LIMITS.weight).default(1),
})
export type MilestoneInput = z.infer<typeof MilestoneInput>

/** PUT /api/milestones/:id: over the revision that its author had before her. */
export const MilestoneSave = MilestoneInput.extend({ revision: z.number().int().min(0) })
export type MilestoneSave = z.infer<typeof MilestoneSave>

export interface Milestone extends MilestoneInput {
  id: string
  /** Rung on the ladder, from 0. */
  position: number
  /** Rises by one per save; a save names the one it is based on, or answers `conflict`. Its rung is no part of it. */
  revision: number
  updatedAt: number
  updatedBy: string
}
