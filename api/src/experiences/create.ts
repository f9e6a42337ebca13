import type { DraftInput, Kind } from '#contract/experience'
import { problem } from '../problem'
import type { Services } from '../services'
import { idFor, readDraft } from './draft'
import { draftHashOf } from './rules'
import { insertExperience, takenIds } from './store'

/**
 * Writes a new experience, finished or not, and answers its id: readable, from its name, unless one is given.
 * Throws `invalid` when what was sent is no draft at all.
 */
export function createExperience(
  { db, now }: Pick<Services, 'db' | 'now'>,
  draft: DraftInput | Record<string, unknown>,
  { workspace, by, id: wanted }: { workspace: string; by: string; id?: string },
): Promise<string> {
  const reading = readDraft(draft)
  if (reading.state === 'wrong') throw problem('invalid', { issues: reading.issues })
  const raw = draft as Record<string, unknown> & { kind: Kind }
  const name = nameOf(raw)
  const at = now()
  return db.withTx(async (tx) => {
    await tx.lock([`experiences:${workspace}`])
    const taken = await takenIds(tx, workspace)
    if (wanted !== undefined && taken.has(wanted))
      throw problem('conflict', { detail: `"${wanted}" exists.` })
    const id = wanted ?? idFor(name, taken)
    await insertExperience(tx, {
      workspace,
      id,
      kind: raw.kind,
      name,
      draft: raw,
      draftHash: draftHashOf(raw),
      revision: 0,
      createdAt: at,
      updatedAt: at,
      updatedBy: by,
      deletedAt: null,
    })
    return id
  })
}

/** What the list shows; a draft may not have come to its name yet. */
export const nameOf = (draft: Record<string, unknown>) =>
  typeof draft.name === 'string' ? draft.name.trim() : ''
