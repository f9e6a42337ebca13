import { z } from 'zod'
import { Condition } from './condition'

/** A named audience. Its condition may hold server-side rules only: no path, element, device or clock. */
export const SegmentInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  condition: Condition,
})
export type SegmentInput = z.infer<typeof SegmentInput>

/** PUT /api/segments/:id: over the revision that its author had before her. */
export const SegmentSave = SegmentInput.extend({ revision: z.number().int().min(0) })
export type SegmentSave = z.infer<typeof SegmentSave>

export interface Segment extends SegmentInput {
  id: string
  /** Rises by one per save; a save names the one it is based on, or answers `conflict`. */
  revision: number
  updatedAt: number
  updatedBy: string
  /** Experiences and segments that use it. */
  usedBy: Array<{ id: string; name: string }>
}

/** POST /api/:env/segments/preview: how many people and shops a condition holds, and whom. */
export interface SegmentPreview {
  /** Only so many people could be judged in the time that a preview has, drawn blindly: the counts are for all of them. */
  estimatedFrom?: number
  users: { matched: number; total: number }
  accounts: { matched: number; total: number }
  /** People left after each rule of a top-level `all`, in its order; empty for other shapes. */
  after: number[]
  /** Matched shops by their trait `uf`, largest first; the rest together under `''`. */
  places?: Array<{ value: string; accounts: number }>
  /** Some people on each side, with the rules (index into the top-level `all`) that keep them out. */
  sample: Array<{
    user: string
    name: string
    account?: string
    accountName?: string
    matched: boolean
    failed: number[]
  }>
}
