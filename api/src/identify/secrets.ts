import type { Db } from '../db/database'

/** The one or two secrets that sign identity tokens now, newest first. */
export async function identitySecrets(db: Db, environment: string): Promise<string[]> {
  const rows = await db.ask<{ secret: string }>(
    `select secret from identity_secrets where environment = ? and retired_at is null
      order by created_at desc limit 2`,
    [environment],
  )
  return rows.map(({ secret }) => secret)
}
