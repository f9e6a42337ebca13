import { Hono } from 'hono'
import { z } from 'zod'
import { Condition } from '#contract/condition'
import { type Segment, SegmentInput, SegmentSave } from '#contract/segment'
import type { InEnvironment } from '../auth/environment'
import { type Manage, may } from '../auth/guard'
import { read } from '../body'
import type { Db, Tx } from '../db/database'
import { touchWorkspace } from '../environments/store'
import { idFor } from '../experiences/draft'
import { problem } from '../problem'
import { knownIn } from '../publish/store'
import type { Services } from '../services'
import { questionIssues, segmentIssues } from './rules'
import {
  deleteSegment,
  insertSegment,
  listSegments,
  type SegmentRecord,
  segmentConditions,
  segmentIds,
  updateSegment,
} from './store'
import { segmentUsers, usedBy } from './used-by'

/** /api/segments: named audiences. A change reaches tills with their next boot. */
export function segments({ db, now }: Services) {
  const one = async (workspace: string, id: string): Promise<Segment> => {
    const found = (await described(db, workspace)).find((segment) => segment.id === id)
    if (!found) throw problem('not_found')
    return found
  }

  return new Hono<Manage>()
    .get('/', may('read'), async (c) => c.json(await described(db, c.var.me.workspace)))

    .get('/:id', may('read'), async (c) => c.json(await one(c.var.me.workspace, c.req.param('id'))))

    .post('/', may('write'), async (c) => {
      const { name, condition } = await read(c, SegmentInput)
      const { workspace, name: updatedBy } = c.var.me
      const id = await db.withTx(async (tx) => {
        await tx.lock([`segments:${workspace}`])
        const id = idFor(name, await segmentIds(tx, workspace))
        await refuseUnfit(tx, workspace, id, condition)
        const at = now()
        await insertSegment(tx, { workspace, id, name, condition, createdAt: at, updatedAt: at, updatedBy })
        return id
      })
      return c.json(await one(workspace, id), 201)
    })

    .put('/:id', may('write'), async (c) => {
      const { name, condition, revision } = await read(c, SegmentSave)
      const { workspace, name: updatedBy } = c.var.me
      const id = c.req.param('id')
      const isSaved = await db.withTx(async (tx) => {
        // One at a time, or two changes could close a circle together.
        await tx.lock([`segments:${workspace}`])
        await refuseUnfit(tx, workspace, id, condition)
        const isSaved = await updateSegment(tx, {
          workspace,
          id,
          revision,
          name,
          condition,
          updatedAt: now(),
          updatedBy,
        })
        if (isSaved) await touchWorkspace(tx, workspace)
        return isSaved
      })
      const current = await one(workspace, id)
      if (!isSaved) throw problem('conflict', { current })
      return c.json(current)
    })

    .delete('/:id', may('write'), async (c) => {
      const { workspace } = c.var.me
      const id = c.req.param('id')
      await db.withTx(async (tx) => {
        await tx.lock([`segments:${workspace}`])
        const users = usedBy(await segmentUsers(tx, workspace), id)
        if (users.length)
          throw problem('in_use', { detail: `Used by ${users.map(({ name }) => `"${name}"`).join(', ')}.` })
        if (!(await segmentIds(tx, workspace)).has(id)) throw problem('not_found')
        await deleteSegment(tx, workspace, id)
      })
      return c.body(null, 204)
    })
}

async function described(db: Db, workspace: string): Promise<Segment[]> {
  const users = await segmentUsers(db, workspace)
  return (await listSegments(db, workspace)).map(
    ({ workspace: _, createdAt: __, ...segment }: SegmentRecord) => ({
      ...segment,
      usedBy: usedBy(users, segment.id),
    }),
  )
}

async function refuseUnfit(tx: Tx, workspace: string, id: string, condition: Condition) {
  const others = await segmentConditions(tx, workspace)
  const issues = segmentIssues(id, condition, others, await knownIn(tx, workspace))
  if (issues.length) throw problem('invalid', { issues })
}

const Question = z.strictObject({ condition: Condition })

/** POST /api/:env/segments/preview: asks without saving, so every role may. Rules about the page count as met. */
export function segmentPreview({ db, aside, now }: Services) {
  return new Hono<InEnvironment>().post('/', may('read'), async (c) => {
    const { condition } = await read(c, Question)
    const issues = questionIssues(condition)
    if (issues.length) throw problem('invalid', { issues })
    const { id: environment, workspace } = c.var.environment
    const segments = await segmentConditions(db, workspace)
    return c.json(await aside.ask('segmentPreview', { condition, environment, now: now(), segments }))
  })
}
