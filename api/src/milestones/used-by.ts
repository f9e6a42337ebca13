import { and, eq, isNull } from 'drizzle-orm'
import type { Milestone } from '#contract/milestone'
import type { Db } from '../db/database'
import { readDraft } from '../experiences/draft'
import { mentions, type Reference, referencesOf } from '../publish/references'
import { listSegments } from '../segments/store'

/** Names of what speaks of a milestone: drafts, published versions, segments, and races that start from it. */
export async function milestoneUsers(
  db: Db,
  workspace: string,
  key: string,
  ladder: Milestone[],
): Promise<string[]> {
  const { experiences, publications, versions } = db.tables
  const speaksOfIt = ({ to, id }: Reference) => to === 'milestone' && id === key
  const inDraft = (draft: unknown) => {
    const reading = readDraft(draft)
    return reading.state === 'finished' && referencesOf(reading.draft).some(speaksOfIt)
  }
  const drafts = await db
    .select({ name: experiences.name, draft: experiences.draft })
    .from(experiences)
    .where(and(eq(experiences.workspace, workspace), isNull(experiences.deletedAt)))
  const published = await db
    .select({ draft: versions.draft })
    .from(publications)
    .innerJoin(
      versions,
      and(eq(versions.experience, publications.experience), eq(versions.number, publications.version)),
    )
    .where(and(eq(versions.workspace, workspace), isNull(publications.unpublishedAt)))
  const users = [
    ...drafts.filter(({ draft }) => inDraft(draft)).map(({ name }) => name),
    ...published.filter(({ draft }) => inDraft(draft)).map(({ draft }) => draft.name),
    ...(await listSegments(db, workspace))
      .filter(({ condition }) => mentions(condition, '').some(speaksOfIt))
      .map(({ name }) => name),
    ...ladder.filter(({ within }) => within?.of === key).map(({ name }) => name['pt-BR']),
  ]
  return [...new Set(users)]
}
