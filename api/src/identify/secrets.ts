import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../db/database'

/** The one or two secrets that sign identity tokens now, newest first. */
export async function identitySecrets(db: Db, environment: string): Promise<string[]> {
  const { identitySecrets } = db.tables
  const rows = await db
    .select({ secret: identitySecrets.secret })
    .from(identitySecrets)
    .where(and(eq(identitySecrets.environment, environment), isNull(identitySecrets.retiredAt)))
    .orderBy(desc(identitySecrets.createdAt))
    .limit(2)
  return rows.map(({ secret }) => secret)
}
