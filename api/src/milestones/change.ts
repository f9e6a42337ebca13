import type { Tx } from '../db/database'
import { environmentsOf, touchWorkspace } from '../environments/store'
import { recomputeMilestones } from '../progress/milestones'
import { listMilestones } from './store'

/** After a definition came, changed or went: goes through the past again, in every environment, and tells the tills. */
export async function applyLadder(tx: Tx, workspace: string, now: number) {
  const ladder = await listMilestones(tx, workspace)
  for (const { id } of await environmentsOf(tx, workspace)) await recomputeMilestones(tx, id, ladder, now)
  await touchWorkspace(tx, workspace)
}
