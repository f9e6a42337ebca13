import { isBlocking } from '#contract/advice'
import type { Role } from '#contract/workspace'
import { touchEnvironment } from '../environments/store'
import { readDraft } from '../experiences/draft'
import { refuseInterrupting } from '../experiences/interrupt'
import { draftHashOf } from '../experiences/rules'
import { findExperience } from '../experiences/store'
import { problem } from '../problem'
import type { Services } from '../services'
import { freeze } from './freeze'
import { publishIssues } from './rules'
import { endPublication, insertVersion, knownIn, latestVersion, setPublication } from './store'

export interface PublishOrder {
  workspace: string
  environment: string
  experience: string
  /** The draft the author saw; absent: whatever it is now. */
  revision?: number
  by: string
  /** Whose decision it is; absent: the system's own. */
  role?: Role
}

/**
 * Freezes the draft as a version (an unchanged draft is no new one) and lets the environment's tills have it,
 * all in one transaction. Throws `not_found`, `conflict` when the draft has moved on, `not_publishable` with issues.
 */
export function publish({ db, now }: Pick<Services, 'db' | 'now'>, order: PublishOrder): Promise<number> {
  const { workspace, environment, experience, revision, by, role = 'owner' } = order
  return db.withTx(async (tx) => {
    await tx.lock([`publish:${workspace}`])
    const record = await findExperience(tx, workspace, experience)
    if (!record) throw problem('not_found')
    if (revision !== undefined && record.revision !== revision) throw problem('conflict')

    const reading = readDraft(record.draft)
    if (reading.state !== 'finished') throw problem('not_publishable', { issues: reading.issues })
    const issues = publishIssues(reading.draft, await knownIn(tx, workspace))
    if (issues.some(isBlocking)) throw problem('not_publishable', { issues: issues.filter(isBlocking) })

    const at = now()
    const draftHash = draftHashOf(record.draft)
    const latest = await latestVersion(tx, workspace, experience)
    refuseInterrupting(role, reading.draft, latest?.draft)
    const isNew = latest?.draftHash !== draftHash
    const number = isNew ? (latest?.number ?? 0) + 1 : latest.number
    if (isNew) {
      const frozen = freeze(reading.draft, experience, number)
      const { draft } = reading
      await insertVersion(tx, {
        ...frozen,
        workspace,
        experience,
        number,
        draft,
        draftHash,
        createdAt: at,
        createdBy: by,
      })
    }
    const publication = { environment, experience, version: number, publishedAt: at, publishedBy: by }
    if (await setPublication(tx, publication)) await touchEnvironment(tx, environment)
    return number
  })
}

/** Takes an experience back from the environment's tills. Nothing happens when it was not there. */
export function unpublish(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { environment, experience, by }: Pick<PublishOrder, 'environment' | 'experience' | 'by'>,
): Promise<void> {
  return db.withTx(async (tx) => {
    if (await endPublication(tx, { environment, experience }, by, now()))
      await touchEnvironment(tx, environment)
  })
}
