import { and, eq } from 'drizzle-orm'
import type { Content } from '#contract/experience'
import type { Db } from '../db/database'
import type { EnvironmentRow } from '../environments/store'

/** The content of a version, if its experience was ever published in this environment. */
export async function contentByHash(
  db: Db,
  environment: EnvironmentRow,
  hash: string,
): Promise<Content | undefined> {
  const { versions, publications } = db.tables
  const [row] = await db
    .select({ content: versions.content })
    .from(versions)
    .innerJoin(
      publications,
      and(eq(publications.environment, environment.id), eq(publications.experience, versions.experience)),
    )
    .where(and(eq(versions.workspace, environment.workspace), eq(versions.hash, hash)))
    .limit(1)
  return row?.content
}
