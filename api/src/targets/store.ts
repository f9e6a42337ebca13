import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Content, TourContent } from '#contract/experience'
import type { Db } from '../db/database'
import type { EnvironmentRow } from '../environments/store'
import { canonical } from '../publish/canonical'
import { latestContents } from '../publish/store'
import type { Sight } from './health'

type Place = Pick<EnvironmentRow, 'id' | 'workspace'>

/** A tour as tills have it, with what they told of its elements. */
export interface SightedTour {
  content: TourContent
  sights: Sight[]
}

/**
 * The tours of an environment, or one of them: as published there, else their newest version, with the looks since a
 * local day. Looks under an earlier version count for a step as long as its target was the same.
 */
export async function sightedTours(
  db: Db,
  { id, workspace }: Place,
  sinceDay: number,
  experience?: string,
): Promise<Map<string, SightedTour>> {
  const newest = await latestContents(db, workspace)
  const published = await publishedContents(db, id, workspace)
  const rows = await sightsOf(db, id, sinceDay, experience)
  const current = [...newest].flatMap(([key, content]) => {
    const tour = published.get(key) ?? content
    return tour.kind === 'tour' && (!experience || key === experience) ? [[key, tour] as const] : []
  })
  const asked = new Map(current)
  const earlier = rows.filter(
    (row) => asked.has(row.experience) && row.version !== asked.get(row.experience)!.version,
  )
  const contents = await contentsOf(db, workspace, earlier)
  const isOfToday = (row: Row, tour: TourContent) =>
    row.version === tour.version || recipeOf(contents.get(keyOf(row)), row.step) === recipeOf(tour, row.step)
  return new Map(
    current.map(([key, content]) => [
      key,
      { content, sights: rows.filter((row) => row.experience === key && isOfToday(row, content)) },
    ]),
  )
}

interface Row extends Sight {
  experience: string
  version: number
}

async function sightsOf(db: Db, environment: string, sinceDay: number, experience?: string): Promise<Row[]> {
  const ofOne: SQL = experience ? sql`and experience = ${experience}` : sql``
  const rows = await db.rows<Row & { first_at: number; last_at: number }>(sql`
    select experience, version, step, release, path, because, confidence, n, first_at, last_at
    from target_sights
    where environment = ${environment} and day >= ${sinceDay} ${ofOne}`)
  return rows.map(({ first_at, last_at, ...row }) => ({
    ...row,
    firstAt: Number(first_at),
    lastAt: Number(last_at),
  }))
}

/** What stands published in an environment, by experience. */
export async function publishedContents(db: Db, environment: string, workspace: string) {
  const { publications, versions } = db.tables
  const rows = await db
    .select({ experience: versions.experience, content: versions.content })
    .from(publications)
    .innerJoin(
      versions,
      and(
        eq(versions.workspace, workspace),
        eq(versions.experience, publications.experience),
        eq(versions.number, publications.version),
      ),
    )
    .where(and(eq(publications.environment, environment), isNull(publications.unpublishedAt)))
  return new Map(rows.map(({ experience, content }) => [experience, content]))
}

type Version = Pick<Row, 'experience' | 'version'>
const keyOf = ({ experience, version }: Version) => `${experience} ${version}`

async function contentsOf(db: Db, workspace: string, wanted: Version[]): Promise<Map<string, Content>> {
  if (!wanted.length) return new Map()
  const { versions } = db.tables
  const names = [...new Set(wanted.map(({ experience }) => experience))]
  const numbers = [...new Set(wanted.map(({ version }) => version))]
  const rows = await db
    .select({ experience: versions.experience, version: versions.number, content: versions.content })
    .from(versions)
    .where(
      and(
        eq(versions.workspace, workspace),
        inArray(versions.experience, names),
        inArray(versions.number, numbers),
      ),
    )
  return new Map(rows.map((row) => [keyOf(row), row.content]))
}

/** The same text for the same recipe, whatever order a database gives its parts in, and whatever it is called. */
function recipeOf(content: Content | undefined, step: string) {
  const target = content?.kind === 'tour' && content.steps.find(({ id }) => id === step)?.target
  return target ? canonical({ ...target, label: '' }) : ''
}
