import { and, eq } from 'drizzle-orm'
import type { BusySave, SavedBusySettings } from '#contract/busy'
import type { Database } from '../db/database'
import { type EnvironmentRow, touchEnvironment } from '../environments/store'

export const savedBusy = (environment: EnvironmentRow): SavedBusySettings => ({
  ...(environment.busy ?? { rules: [], rushHours: [] }),
  revision: environment.busyRevision,
  updatedAt: environment.busyUpdatedAt ?? environment.createdAt,
  updatedBy: environment.busyUpdatedBy ?? '',
})

/**
 * Writes over the revision that the author had before her. False when it is no longer the current one.
 * Without any rule nothing is kept, so that boot answers stay as small as they were.
 */
export function saveBusy(
  db: Database,
  environment: string,
  { revision, rules, rushHours }: BusySave,
  by: { at: number; name: string },
): Promise<boolean> {
  return db.withTx(async (tx) => {
    const { environments } = tx.tables
    const rows = await tx
      .update(environments)
      .set({
        busy: rules.length || rushHours.length ? { rules, rushHours } : null,
        busyRevision: revision + 1,
        busyUpdatedAt: by.at,
        busyUpdatedBy: by.name,
      })
      .where(and(eq(environments.id, environment), eq(environments.busyRevision, revision)))
      .returning({ id: environments.id })
    if (rows.length) await touchEnvironment(tx, environment)
    return rows.length > 0
  })
}
