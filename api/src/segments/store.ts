import { and, asc, eq } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { Db, Tx } from '../db/database'

export type SegmentRecord = Awaited<ReturnType<typeof listSegments>>[number]

/** By name. */
export function listSegments(db: Db, workspace: string) {
  const { segments } = db.tables
  return db.select().from(segments).where(eq(segments.workspace, workspace)).orderBy(asc(segments.name))
}

/** Every segment's condition under its id. */
export async function segmentConditions(db: Db, workspace: string): Promise<Map<string, Condition>> {
  const all = await listSegments(db, workspace)
  return new Map(all.map(({ id, condition }) => [id, condition]))
}

export async function segmentIds(db: Db, workspace: string): Promise<Set<string>> {
  return new Set((await listSegments(db, workspace)).map(({ id }) => id))
}

export async function insertSegment(tx: Tx, row: Omit<SegmentRecord, 'revision'>) {
  await tx.insert(tx.tables.segments).values(row)
}

/** Writes over the revision that the author had before her. False when it is no longer the current one. */
export async function updateSegment(
  tx: Tx,
  { workspace, id, revision, ...changed }: Omit<SegmentRecord, 'createdAt'>,
): Promise<boolean> {
  const { segments } = tx.tables
  const rows = await tx
    .update(segments)
    .set({ ...changed, revision: revision + 1 })
    .where(and(eq(segments.workspace, workspace), eq(segments.id, id), eq(segments.revision, revision)))
    .returning({ id: segments.id })
  return rows.length > 0
}

export async function deleteSegment(tx: Tx, workspace: string, id: string) {
  const { segments } = tx.tables
  await tx.delete(segments).where(and(eq(segments.workspace, workspace), eq(segments.id, id)))
}
