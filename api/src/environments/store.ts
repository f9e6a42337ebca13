import { eq, inArray, sql } from 'drizzle-orm'
import type { Environment } from '#contract/workspace'
import type { Db } from '../db/database'
import type { Schema } from '../db/schema'
import { Kept } from '../kept'

export type EnvironmentRow = Schema['environments']['$inferSelect']

export async function environmentByKey(db: Db, publicKey: string): Promise<EnvironmentRow | undefined> {
  const { environments } = db.tables
  const [row] = await db.select().from(environments).where(eq(environments.publicKey, publicKey))
  return row
}

export type EnvironmentOf = (publicKey: string) => Promise<EnvironmentRow | undefined>

const KEPT_MAX = 200

/**
 * Finds an environment by its public key. Its row is read again when `rev` has risen, so every change must raise it;
 * who is believed is looked at each time.
 */
export function environmentCache(db: Db): EnvironmentOf {
  const kept = new Kept<EnvironmentRow>(KEPT_MAX)
  return async (publicKey) => {
    const [now] = await db.ask<Pick<EnvironmentRow, 'rev' | 'identity'>>(
      'select rev, identity from environments where public_key = ?',
      [publicKey],
    )
    if (!now) return undefined
    const known = kept.get(publicKey)
    if (known?.rev === now.rev && known.identity === now.identity) return known
    const row = await environmentByKey(db, publicKey)
    if (row) kept.set(publicKey, row)
    return row
  }
}

export async function environmentById(db: Db, id: string): Promise<EnvironmentRow | undefined> {
  const { environments } = db.tables
  const [row] = await db.select().from(environments).where(eq(environments.id, id))
  return row
}

/** In the order in which they were made. */
export async function environmentsOf(db: Db, workspace: string): Promise<EnvironmentRow[]> {
  const { environments } = db.tables
  return db
    .select()
    .from(environments)
    .where(eq(environments.workspace, workspace))
    .orderBy(environments.createdAt, environments.id)
}

/** Tells tills and caches that something they are given has changed. Call it in the transaction of the change. */
export async function touchEnvironment(tx: Db, id: string) {
  const { environments } = tx.tables
  await tx
    .update(environments)
    .set({ rev: sql`${environments.rev} + 1` })
    .where(eq(environments.id, id))
}

/** The same for all environments of a workspace: segments and milestones are shared by them. */
export async function touchWorkspace(tx: Db, workspace: string) {
  const ids = (await environmentsOf(tx, workspace)).map(({ id }) => id)
  const { environments } = tx.tables
  if (ids.length)
    await tx
      .update(environments)
      .set({ rev: sql`${environments.rev} + 1` })
      .where(inArray(environments.id, ids))
}

/** No till is told: only the console and authors' codes ask for it. */
export async function saveAppUrl(tx: Db, id: string, appUrl: string | null) {
  const { environments } = tx.tables
  await tx.update(environments).set({ appUrl }).where(eq(environments.id, id))
}

/** What the console may know of it: no secret. */
export const environmentView = ({
  id,
  name,
  kind,
  publicKey,
  appUrl,
  identity,
  theme,
}: EnvironmentRow): Environment => ({
  id,
  name,
  kind,
  publicKey,
  ...(appUrl && { appUrl }),
  identity,
  ...(theme && { theme }),
})
