import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Draft } from '#contract/experience'
import { DraftSave, PublishRequest } from '#contract/library'
import { environmentOf } from '../auth/environment'
import { type Manage, may } from '../auth/guard'
import { read } from '../body'
import { problem } from '../problem'
import { publish, unpublish } from '../publish/publish'
import { findVersion, listVersions } from '../publish/store'
import type { Services } from '../services'
import { createExperience } from './create'
import { freshDraft } from './draft'
import { calmed, refuseInterrupting } from './interrupt'
import { openExperience } from './open'
import { toRow } from './rules'
import { saveDraft } from './save'
import { findExperience, listExperiences, publicationsOf, setDeletedAt } from './store'

const Fresh = z.strictObject({
  kind: z.enum(Draft.options.map(({ shape }) => shape.kind.value)),
  name: z.string().trim().min(1).max(120),
})
const Sent = z.record(z.string(), z.unknown())
const Unpublish = PublishRequest.pick({ environment: true })
const Revert = z.strictObject({ version: z.number().int().positive(), revision: z.number().int().min(0) })

/** Everything about /api/experiences: the library, its drafts, and what of it stands published where. */
export function experiences(services: Services) {
  const { db, now } = services

  const answer = async (c: Context<Manage>, id: string, status: 200 | 201 = 200) =>
    c.json(await openExperience(db, c.var.me.workspace, id), status)

  return new Hono<Manage>()
    .get('/', may('read'), async (c) => {
      const { workspace } = c.var.me
      const records = await listExperiences(db, workspace)
      const publications = await publicationsOf(db, workspace)
      return c.json(
        records.map((record) =>
          toRow(
            record,
            publications.filter((p) => p.experience === record.id),
          ),
        ),
      )
    })

    .post('/', may('write'), async (c) => {
      const sent = await read(c, Sent)
      const fresh = Fresh.safeParse(sent)
      const draft = fresh.success
        ? freshDraft(fresh.data.kind, fresh.data.name)
        : 'draft' in sent
          ? sent.draft
          : sent
      const { workspace, role, name: by } = c.var.me
      refuseInterrupting(role, draft)
      const id = await createExperience(services, draft as Record<string, unknown>, { workspace, by })
      return answer(c, id, 201)
    })

    .get('/:id', may('read'), (c) => answer(c, c.req.param('id')))

    .put('/:id/draft', may('write'), async (c) => {
      const { revision, draft } = await read(c, DraftSave)
      return c.json(await saveDraft(services, c.var.me, c.req.param('id'), revision, draft))
    })

    .post('/:id/revert', may('write'), async (c) => {
      const { version, revision } = await read(c, Revert)
      const id = c.req.param('id')
      const found = await findVersion(db, c.var.me.workspace, id, version)
      if (!found) throw problem('not_found')
      return c.json(await saveDraft(services, c.var.me, id, revision, found.draft))
    })

    .post('/:id/publish', may('publish'), async (c) => {
      const { environment, revision } = await read(c, PublishRequest)
      const { workspace, role, name: by } = c.var.me
      const id = c.req.param('id')
      await environmentOf(db, workspace, environment)
      await publish(services, { workspace, environment, experience: id, revision, by, role })
      return answer(c, id)
    })

    .post('/:id/unpublish', may('publish'), async (c) => {
      const { environment } = await read(c, Unpublish)
      const { workspace, name: by } = c.var.me
      await environmentOf(db, workspace, environment)
      await unpublish(services, { environment, experience: c.req.param('id'), by })
      return answer(c, c.req.param('id'))
    })

    .get('/:id/versions', may('read'), async (c) => {
      const { workspace } = c.var.me
      if (!(await findExperience(db, workspace, c.req.param('id')))) throw problem('not_found')
      return c.json(await listVersions(db, workspace, c.req.param('id')))
    })

    .post('/:id/duplicate', may('write'), async (c) => {
      const { workspace, role, name: by } = c.var.me
      const original = await findExperience(db, workspace, c.req.param('id'))
      if (!original) throw problem('not_found')
      const draft = calmed(role, { ...original.draft, name: `${original.name.slice(0, 116)} (2)` })
      return answer(c, await createExperience(services, draft, { workspace, by }), 201)
    })

    .delete('/:id', may('write'), async (c) => {
      const { workspace } = c.var.me
      const id = c.req.param('id')
      await db.withTx(async (tx) => {
        // No publication may slip in between looking and removing.
        await tx.lock([`publish:${workspace}`])
        if (!(await findExperience(tx, workspace, id))) throw problem('not_found')
        if ((await publicationsOf(tx, workspace, id)).length)
          throw problem('in_use', { detail: 'It is published. Take it back from every environment first.' })
        await setDeletedAt(tx, workspace, id, now())
      })
      return c.body(null, 204)
    })

    .post('/:id/restore', may('write'), async (c) => {
      const { workspace } = c.var.me
      const isBack = await db.withTx((tx) => setDeletedAt(tx, workspace, c.req.param('id'), null))
      if (!isBack) throw problem('not_found')
      return answer(c, c.req.param('id'))
    })
}
