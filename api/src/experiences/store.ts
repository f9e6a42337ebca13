import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../db/database'

export type ExperienceRecord = Awaited<ReturnType<typeof findExperience>> & object
export type PublicationRecord = Awaited<ReturnType<typeof publicationsOf>>[number]

/** The experience, unless it was removed. */
export async function findExperience(db: Db, workspace: string, id: string) {
  const { experiences } = db.tables
  const [found] = await db
    .select()
    .from(experiences)
    .where(and(eq(experiences.workspace, workspace), eq(experiences.id, id), isNull(experiences.deletedAt)))
  return found
}

/** Last changed first. */
export function listExperiences(db: Db, workspace: string) {
  const { experiences } = db.tables
  return db
    .select()
    .from(experiences)
    .where(and(eq(experiences.workspace, workspace), isNull(experiences.deletedAt)))
    .orderBy(desc(experiences.updatedAt), asc(experiences.id))
}

/** Every id ever used, removed ones too: a till may still hold progress under them. */
export async function takenIds(db: Db, workspace: string): Promise<Set<string>> {
  const { experiences } = db.tables
  const rows = await db
    .select({ id: experiences.id })
    .from(experiences)
    .where(eq(experiences.workspace, workspace))
  return new Set(rows.map(({ id }) => id))
}

export async function insertExperience(tx: Tx, row: ExperienceRecord) {
  await tx.insert(tx.tables.experiences).values(row)
}

/** Writes over the revision that the author had before her. False when it is no longer the current one. */
export async function updateDraft(
  tx: Tx,
  { workspace, id, revision }: Pick<ExperienceRecord, 'workspace' | 'id' | 'revision'>,
  changed: Pick<ExperienceRecord, 'draft' | 'draftHash' | 'name' | 'updatedAt' | 'updatedBy'>,
): Promise<boolean> {
  const { experiences } = tx.tables
  const rows = await tx
    .update(experiences)
    .set({ ...changed, revision: revision + 1 })
    .where(
      and(
        eq(experiences.workspace, workspace),
        eq(experiences.id, id),
        eq(experiences.revision, revision),
        isNull(experiences.deletedAt),
      ),
    )
    .returning({ id: experiences.id })
  return rows.length > 0
}

/** Removes an experience (a moment) or brings it back (null). False when there is none. */
export async function setDeletedAt(tx: Tx, workspace: string, id: string, deletedAt: number | null) {
  const { experiences } = tx.tables
  const rows = await tx
    .update(experiences)
    .set({ deletedAt })
    .where(and(eq(experiences.workspace, workspace), eq(experiences.id, id)))
    .returning({ id: experiences.id })
  return rows.length > 0
}

/** What stands published now, of one experience or of all, with the hash of the draft it was frozen from. */
export function publicationsOf(db: Db, workspace: string, experience?: string) {
  const { publications, environments, versions } = db.tables
  return db
    .select({
      experience: publications.experience,
      environment: publications.environment,
      version: publications.version,
      publishedAt: publications.publishedAt,
      publishedBy: publications.publishedBy,
      draftHash: versions.draftHash,
    })
    .from(publications)
    .innerJoin(environments, eq(environments.id, publications.environment))
    .innerJoin(
      versions,
      and(
        eq(versions.workspace, environments.workspace),
        eq(versions.experience, publications.experience),
        eq(versions.number, publications.version),
      ),
    )
    .where(
      and(
        eq(environments.workspace, workspace),
        isNull(publications.unpublishedAt),
        experience === undefined ? undefined : eq(publications.experience, experience),
      ),
    )
    .orderBy(asc(environments.kind), asc(publications.environment))
}
