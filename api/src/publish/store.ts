import { and, desc, eq, inArray, isNull, max } from 'drizzle-orm'
import type { Content, Draft } from '#contract/experience'
import type { Version } from '#contract/library'
import type { Db, Tx } from '../db/database'
import type { freeze } from './freeze'
import type { Known } from './rules'

/** All that a draft may speak of. */
export async function knownIn(db: Db, workspace: string): Promise<Known> {
  const { segments, milestones, experiences } = db.tables
  const segment = await db.select({ id: segments.id }).from(segments).where(eq(segments.workspace, workspace))
  const milestone = await db
    .select({ id: milestones.key })
    .from(milestones)
    .where(eq(milestones.workspace, workspace))
  const experience = await db
    .select({ id: experiences.id })
    .from(experiences)
    .where(and(eq(experiences.workspace, workspace), isNull(experiences.deletedAt)))
  const ids = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id))
  return { segment: ids(segment), milestone: ids(milestone), experience: ids(experience) }
}

export async function latestVersion(db: Db, workspace: string, experience: string) {
  const { versions } = db.tables
  const [latest] = await db
    .select({ number: versions.number, draftHash: versions.draftHash, draft: versions.draft })
    .from(versions)
    .where(and(eq(versions.workspace, workspace), eq(versions.experience, experience)))
    .orderBy(desc(versions.number))
    .limit(1)
  return latest
}

export async function findVersion(db: Db, workspace: string, experience: string, number: number) {
  const { versions } = db.tables
  const [found] = await db
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.workspace, workspace),
        eq(versions.experience, experience),
        eq(versions.number, number),
      ),
    )
  return found
}

/** The newest content of each experience, by experience id. */
export async function latestContents(db: Db, workspace: string): Promise<Map<string, Content>> {
  const { versions } = db.tables
  const newest = db
    .select({ experience: versions.experience, number: max(versions.number).as('newest_number') })
    .from(versions)
    .where(eq(versions.workspace, workspace))
    .groupBy(versions.experience)
    .as('newest')
  const rows = await db
    .select({ experience: versions.experience, content: versions.content })
    .from(versions)
    .innerJoin(newest, and(eq(newest.experience, versions.experience), eq(newest.number, versions.number)))
    .where(eq(versions.workspace, workspace))
  return new Map(rows.map(({ experience, content }) => [experience, content]))
}

export interface NewVersion extends ReturnType<typeof freeze> {
  workspace: string
  experience: string
  number: number
  draft: Draft
  draftHash: string
  createdAt: number
  createdBy: string
}

export async function insertVersion(tx: Tx, version: NewVersion) {
  await tx.insert(tx.tables.versions).values(version)
}

export interface NewPublication {
  environment: string
  experience: string
  version: number
  publishedAt: number
  publishedBy: string
}

/** False when that very version stood published there already: nothing changed for any till. */
export async function setPublication(tx: Tx, publication: NewPublication): Promise<boolean> {
  const { publications } = tx.tables
  const { environment, experience, version, publishedAt, publishedBy } = publication
  const [current] = await tx
    .select()
    .from(publications)
    .where(and(eq(publications.environment, environment), eq(publications.experience, experience)))
  if (current?.version === version && current.unpublishedAt === null) return false
  const standing = { version, publishedAt, publishedBy, unpublishedAt: null, unpublishedBy: null }
  await tx
    .insert(publications)
    .values({ environment, experience, ...standing })
    .onConflictDoUpdate({ target: [publications.environment, publications.experience], set: standing })
  return true
}

/** False when it was not published there. */
export async function endPublication(
  tx: Tx,
  { environment, experience }: { environment: string; experience: string },
  unpublishedBy: string,
  unpublishedAt: number,
): Promise<boolean> {
  const { publications } = tx.tables
  const ended = await tx
    .update(publications)
    .set({ unpublishedAt, unpublishedBy })
    .where(
      and(
        eq(publications.environment, environment),
        eq(publications.experience, experience),
        isNull(publications.unpublishedAt),
      ),
    )
    .returning({ experience: publications.experience })
  return ended.length > 0
}

/** Newest first, with the environments where each stands now. */
export async function listVersions(db: Db, workspace: string, experience: string): Promise<Version[]> {
  const { versions, publications, environments } = db.tables
  const rows = await db
    .select({
      version: versions.number,
      hash: versions.hash,
      createdAt: versions.createdAt,
      createdBy: versions.createdBy,
    })
    .from(versions)
    .where(and(eq(versions.workspace, workspace), eq(versions.experience, experience)))
    .orderBy(desc(versions.number))
  const mine = db
    .select({ id: environments.id })
    .from(environments)
    .where(eq(environments.workspace, workspace))
  const standing = await db
    .select({ environment: publications.environment, version: publications.version })
    .from(publications)
    .where(
      and(
        eq(publications.experience, experience),
        isNull(publications.unpublishedAt),
        inArray(publications.environment, mine),
      ),
    )
  return rows.map((row) => ({
    ...row,
    environments: standing.filter(({ version }) => version === row.version).map((s) => s.environment),
  }))
}
