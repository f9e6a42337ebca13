import { and, asc, eq } from 'drizzle-orm'
import type { Milestone } from '#contract/milestone'
import type { Db, Tx } from '../db/database'

export type MilestoneRecord = Awaited<ReturnType<typeof milestoneRecords>>[number]

function milestoneRecords(db: Db, workspace: string) {
  const { milestones } = db.tables
  return db
    .select()
    .from(milestones)
    .where(eq(milestones.workspace, workspace))
    .orderBy(asc(milestones.position), asc(milestones.id))
}

/** The ladder from the first rung up. */
export async function listMilestones(db: Db, workspace: string): Promise<Milestone[]> {
  const rows = await milestoneRecords(db, workspace)
  return rows.map(({ id, definition, position, revision, updatedAt, updatedBy }) => ({
    id,
    ...definition,
    position,
    revision,
    updatedAt,
    updatedBy,
  }))
}

export async function insertMilestone(tx: Tx, row: Omit<MilestoneRecord, 'revision'>) {
  await tx.insert(tx.tables.milestones).values(row)
}

export async function updateMilestone(
  tx: Tx,
  { workspace, id, ...changed }: Partial<MilestoneRecord> & Pick<MilestoneRecord, 'workspace' | 'id'>,
) {
  const { milestones } = tx.tables
  await tx
    .update(milestones)
    .set(changed)
    .where(and(eq(milestones.workspace, workspace), eq(milestones.id, id)))
}

export async function deleteMilestone(tx: Tx, workspace: string, id: string) {
  const { milestones } = tx.tables
  await tx.delete(milestones).where(and(eq(milestones.workspace, workspace), eq(milestones.id, id)))
}
