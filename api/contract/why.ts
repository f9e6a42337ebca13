import { z } from 'zod'
import type { Condition } from './condition'
import type { Decision } from './decide'
import type { Kind } from './experience'
import type { Past } from './progress'
import type { Traits } from './traits'

const Id = z.string().min(1).max(120)

/**
 * POST /api/:env/why: would it be shown, and why not? Asked of one content as it is being edited, or of all that
 * stand published when none is named; for one person, the people of a shop or those of a segment.
 */
export const WhyRequest = z.strictObject({
  experience: Id.optional(),
  who: z.union([
    z.strictObject({ user: Id }),
    z.strictObject({ account: Id }),
    z.strictObject({ segment: Id }),
  ]),
})
export type WhyRequest = z.infer<typeof WhyRequest>

/** The answer for one content and one person, in the words of `decide`. */
export interface Verdict {
  experience: { id: string; name: string; kind: Kind }
  person: {
    id: string
    name: string
    traits: Traits
    account: { id: string; name: string; traits: Traits } | null
  }
  /** As on a visit that begins now, at a quiet till. */
  decision: Decision
  /** Each line of the audience. `null`: only the page can tell, so it decides at the till. */
  rules: Array<{ rule: Condition; holds: boolean | null }>
  /** Which steps of the draft she would meet, and in which words; absent where they are not asked for. */
  steps?: StepVerdict[]
  /** What became of it for her so far. */
  past?: Past
}

/** `null`: only the page can tell. */
export interface StepVerdict {
  id: string
  shows: boolean | null
  /** The conditions of its other words, in their order: the first that holds gives them. */
  variants: Array<boolean | null>
}
