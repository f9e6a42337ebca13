import type { Role } from '#contract/workspace'
import { isAble } from '../members/capabilities'
import { problem } from '../problem'

const staysOpen = (draft: unknown) => Boolean((draft as { duringSale?: unknown } | undefined)?.duringSale)

/**
 * Throws `forbidden` where a role decides that a content may stand in the way of a sale and has no say in that.
 * What somebody else has decided already (`before`) may be worked on and published by every author.
 */
export function refuseInterrupting(role: Role, after: unknown, before?: unknown): void {
  if (!staysOpen(after) || staysOpen(before) || isAble(role, 'interrupt')) return
  throw problem('forbidden', {
    detail: 'Only an owner may let a content open or stay during a sale.',
    issues: [
      {
        path: 'duringSale',
        code: 'owners_only',
        message: 'Only an owner may let a content open or stay during a sale.',
      },
    ],
  })
}

/** A copy that its maker may keep: it stays open during a sale only if that is hers to decide. */
export const calmed = (role: Role, draft: Record<string, unknown>) =>
  staysOpen(draft) && !isAble(role, 'interrupt') ? { ...draft, duringSale: false } : draft
