import { eq } from 'drizzle-orm'
import type { Me } from '#contract/workspace'
import type { Me as Asking } from '../auth/guard'
import type { Db } from '../db/database'
import { environmentsOf, environmentView } from '../environments/store'

/** GET /api/me: who she is, and where she may go. */
export async function describeMe(db: Db, { workspace: id, ...user }: Asking): Promise<Me> {
  const { workspaces } = db.tables
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, id))
  const environments = (await environmentsOf(db, id)).map(environmentView)
  return { user, workspace: { name: workspace?.name ?? '' }, environments }
}
