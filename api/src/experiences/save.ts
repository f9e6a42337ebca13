import type { Experience } from '#contract/library'
import type { Role } from '#contract/workspace'
import { problem } from '../problem'
import type { Services } from '../services'
import { nameOf } from './create'
import { readDraft } from './draft'
import { refuseInterrupting } from './interrupt'
import { openExperience } from './open'
import { draftHashOf } from './rules'
import { findExperience, updateDraft } from './store'

/**
 * Writes a draft over the revision it is based on, finished or not. Throws `invalid` when it is no draft at all,
 * `forbidden` when her role may not let it stand in the way of a sale, and `conflict` with the current state when
 * somebody else saved first.
 */
export async function saveDraft(
  { db, now }: Pick<Services, 'db' | 'now'>,
  author: { workspace: string; name: string; role: Role },
  id: string,
  revision: number,
  draft: Record<string, unknown>,
): Promise<Experience> {
  const reading = readDraft(draft)
  if (reading.state === 'wrong') throw problem('invalid', { issues: reading.issues })
  const { workspace, role, name: updatedBy } = author
  const before = await findExperience(db, workspace, id)
  if (!before) throw problem('not_found')
  if (before.kind !== draft.kind)
    throw problem('invalid', {
      issues: [{ path: 'kind', code: 'fixed', message: 'The kind cannot change.' }],
    })
  refuseInterrupting(role, draft, before.draft)
  const changed = { draft, draftHash: draftHashOf(draft), name: nameOf(draft), updatedAt: now(), updatedBy }
  const isSaved = await db.withTx((tx) => updateDraft(tx, { workspace, id, revision }, changed))
  const current = await openExperience(db, workspace, id)
  if (!isSaved) throw problem('conflict', { current })
  return current
}
