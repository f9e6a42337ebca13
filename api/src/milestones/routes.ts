import { Hono } from 'hono'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { type Milestone, MilestoneInput, MilestoneSave } from '#contract/milestone'
import { type Manage, may } from '../auth/guard'
import { read } from '../body'
import type { Tx } from '../db/database'
import { touchWorkspace } from '../environments/store'
import { problem } from '../problem'
import type { Services } from '../services'
import { applyLadder } from './change'
import { isOrderOf, meansTheSame, milestoneIssues } from './rules'
import { deleteMilestone, insertMilestone, listMilestones, updateMilestone } from './store'
import { milestoneUsers } from './used-by'

const Order = z.strictObject({ ids: z.array(z.string()).max(200) })

/** /api/milestones: the ladder. A changed definition counts for the past as well. */
export function milestones({ db, now }: Services) {
  /** One change of a ladder at a time. */
  const changing = <T>(workspace: string, fn: (tx: Tx, ladder: Milestone[]) => Promise<T>) =>
    db.withTx(async (tx) => {
      await tx.lock([`milestones:${workspace}`])
      return fn(tx, await listMilestones(tx, workspace))
    })
  const one = async (workspace: string, id: string) => find(await listMilestones(db, workspace), id)

  return new Hono<Manage>()
    .get('/', may('read'), async (c) => c.json(await listMilestones(db, c.var.me.workspace)))

    .post('/', may('write'), async (c) => {
      const definition = await read(c, MilestoneInput)
      const { workspace, name: updatedBy } = c.var.me
      const id = uuidv7()
      await changing(workspace, async (tx, ladder) => {
        refuse(definition, ladder)
        const at = now()
        const position = Math.max(-1, ...ladder.map((rung) => rung.position)) + 1
        const moments = { createdAt: at, updatedAt: at, updatedBy }
        await insertMilestone(tx, { workspace, id, key: definition.key, definition, position, ...moments })
        await applyLadder(tx, workspace, at)
      })
      return c.json(await one(workspace, id), 201)
    })

    .put('/order', may('write'), async (c) => {
      const { ids } = await read(c, Order)
      const { workspace } = c.var.me
      await changing(workspace, async (tx, ladder) => {
        if (!isOrderOf(ids, ladder))
          throw problem('conflict', { detail: 'The ladder has other rungs by now.' })
        for (const [position, id] of ids.entries()) await updateMilestone(tx, { workspace, id, position })
      })
      return c.json(await listMilestones(db, workspace))
    })

    .put('/:id', may('write'), async (c) => {
      const { revision, ...definition } = await read(c, MilestoneSave)
      const { workspace, name: updatedBy } = c.var.me
      const id = c.req.param('id')
      await changing(workspace, async (tx, ladder) => {
        const before = find(ladder, id)
        if (before.revision !== revision) throw problem('conflict', { current: before })
        const others = ladder.filter((rung) => rung.id !== id)
        refuse(definition, others)
        if (definition.key !== before.key) await refuseIfUsed(tx, workspace, before.key, others)
        const at = now()
        await updateMilestone(tx, {
          workspace,
          id,
          key: definition.key,
          definition,
          revision: revision + 1,
          updatedAt: at,
          updatedBy,
        })
        if (!meansTheSame(before, definition)) await applyLadder(tx, workspace, at)
        else await touchWorkspace(tx, workspace)
      })
      return c.json(await one(workspace, id))
    })

    .delete('/:id', may('write'), async (c) => {
      const { workspace } = c.var.me
      const id = c.req.param('id')
      await changing(workspace, async (tx, ladder) => {
        const { key } = find(ladder, id)
        await refuseIfUsed(tx, workspace, key, ladder)
        await deleteMilestone(tx, workspace, id)
        await applyLadder(tx, workspace, now())
      })
      return c.body(null, 204)
    })
}

function find(ladder: Milestone[], id: string): Milestone {
  const rung = ladder.find((candidate) => candidate.id === id)
  if (!rung) throw problem('not_found')
  return rung
}

function refuse(definition: MilestoneInput, others: Milestone[]) {
  const issues = milestoneIssues(definition, others)
  if (issues.length) throw problem('invalid', { issues })
}

async function refuseIfUsed(tx: Tx, workspace: string, key: string, ladder: Milestone[]) {
  const users = await milestoneUsers(tx, workspace, key, ladder)
  if (users.length)
    throw problem('in_use', { detail: `Used by ${users.map((name) => `"${name}"`).join(', ')}.` })
}
