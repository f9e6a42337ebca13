import { eq } from 'drizzle-orm'
import type { BusySettings } from '#contract/busy'
import type { Database } from '../db/database'
import { touchEnvironment } from '../environments/store'

/** Without any rule nothing is kept, so that boot answers stay as small as they were. */
export function saveBusy(db: Database, environment: string, settings: BusySettings): Promise<void> {
  const { rules, rushHours } = settings
  return db.withTx(async (tx) => {
    const { environments } = tx.tables
    await tx
      .update(environments)
      .set({ busy: rules.length || rushHours.length ? settings : null })
      .where(eq(environments.id, environment))
    await touchEnvironment(tx, environment)
  })
}
