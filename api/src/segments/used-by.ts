import { and, eq, isNull } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { Segment } from '#contract/segment'
import type { Db } from '../db/database'
import { readDraft } from '../experiences/draft'
import { conditionsOf } from '../publish/references'
import { names } from './rules'
import { listSegments } from './store'

/** Something that has conditions: an experience (its draft and what stands published of it) or a segment. */
interface User {
  id: string
  name: string
  conditions: Condition[]
}

/** All that may name a segment in a workspace. */
export async function segmentUsers(db: Db, workspace: string): Promise<User[]> {
  const { experiences, publications, versions } = db.tables
  const drafts = await db
    .select({ id: experiences.id, name: experiences.name, draft: experiences.draft })
    .from(experiences)
    .where(and(eq(experiences.workspace, workspace), isNull(experiences.deletedAt)))
  const published = await db
    .select({ id: versions.experience, draft: versions.draft })
    .from(publications)
    .innerJoin(
      versions,
      and(eq(versions.experience, publications.experience), eq(versions.number, publications.version)),
    )
    .where(and(eq(versions.workspace, workspace), isNull(publications.unpublishedAt)))
  const inDraft = (draft: unknown) => {
    const reading = readDraft(draft)
    if (reading.state === 'finished') return conditionsOf(reading.draft).map(({ condition }) => condition)
    return []
  }
  const segments = await listSegments(db, workspace)
  return [
    ...drafts.map(({ id, name, draft }) => ({
      id,
      name,
      conditions: [draft, ...published.filter((p) => p.id === id).map((p) => p.draft)].flatMap(inDraft),
    })),
    ...segments.map(({ id, name, condition }) => ({ id, name, conditions: [condition] })),
  ]
}

export const usedBy = (users: User[], segment: string): Segment['usedBy'] =>
  users
    .filter(({ conditions }) => conditions.some((condition) => names(condition, segment)))
    .map(({ id, name }) => ({ id, name }))
