import { and, eq } from 'drizzle-orm'
import type { Candidate } from '#contract/bundle'
import type { Condition } from '#contract/condition'
import type { Content } from '#contract/experience'
import type { MilestoneInput } from '#contract/milestone'
import type { Db } from '../db/database'
import type { EnvironmentRow } from '../environments/store'
import { Kept } from '../kept'
import { mentionsOf } from './mentions'

/** What an environment gives its tills, until its `rev` rises. */
export interface Library {
  published: Published[]
  /** Once published, now not: tills may still hold it. */
  off: string[]
  /** Checklists whose progress is the shop's. */
  perAccount: ReadonlySet<string>
  segments: Readonly<Record<string, Condition>>
  milestones: MilestoneInput[]
}

/** Needs a till only for whom `audience` may hold; the rest of it is the candidate as sent. */
export interface Published {
  candidate: Omit<Candidate, 'audience'>
  audience: Condition
  /** What the content asks about: the boot answer must tell it. */
  milestones: string[]
  histories: string[]
}

export type LibraryOf = (environment: EnvironmentRow) => Promise<Library>

const KEPT_MAX = 200

/** Reads the library of an environment, once per revision. */
export function libraryCache(db: Db): LibraryOf {
  const kept = new Kept<{ rev: number; library: Promise<Library> }>(KEPT_MAX)
  return (environment) => {
    const known = kept.get(environment.id)
    if (known?.rev === environment.rev) return known.library
    const library = readLibrary(db, environment)
    kept.set(environment.id, { rev: environment.rev, library })
    // A failure is not worth keeping.
    library.catch(() => kept.delete(environment.id))
    return library
  }
}

async function readLibrary(db: Db, { id, workspace }: EnvironmentRow): Promise<Library> {
  const { publications, versions, segments, milestones } = db.tables
  const [rows, segmentRows, milestoneRows] = await Promise.all([
    db
      .select({ version: versions, unpublishedAt: publications.unpublishedAt })
      .from(publications)
      .innerJoin(
        versions,
        and(
          eq(versions.workspace, workspace),
          eq(versions.experience, publications.experience),
          eq(versions.number, publications.version),
        ),
      )
      .where(eq(publications.environment, id))
      .orderBy(publications.experience),
    db.select().from(segments).where(eq(segments.workspace, workspace)),
    db.select().from(milestones).where(eq(milestones.workspace, workspace)).orderBy(milestones.position),
  ])
  return {
    published: rows
      .filter(({ unpublishedAt }) => unpublishedAt === null)
      .map(({ version }) => publish(version)),
    off: rows.filter(({ unpublishedAt }) => unpublishedAt !== null).map(({ version }) => version.experience),
    perAccount: new Set(
      rows.filter(({ version }) => isPerAccount(version.content)).map(({ version }) => version.experience),
    ),
    segments: Object.fromEntries(segmentRows.map(({ id, condition }) => [id, condition])),
    milestones: milestoneRows.map(({ key, definition }) => ({ ...definition, key })),
  }
}

const isPerAccount = (content: Content) => content.kind === 'checklist' && content.per === 'account'

function publish({
  experience,
  number,
  hash,
  content,
  draft,
}: Db['tables']['versions']['$inferSelect']): Published {
  return {
    candidate: {
      id: experience,
      kind: content.kind,
      version: number,
      hash,
      priority: draft.priority,
      trigger: draft.trigger,
      frequency: draft.frequency,
      ...(draft.expiresAt !== undefined && { expiresAt: draft.expiresAt }),
      ...(draft.kind === 'tour' && draft.duringSale && { duringSale: true }),
    },
    audience: draft.audience,
    ...mentionsOf(content),
  }
}
