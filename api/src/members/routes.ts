import { Hono } from 'hono'
import { z } from 'zod'
import { InvitationInput, type Member, Role } from '#contract/workspace'
import { type Manage, may } from '../auth/guard'
import { read } from '../body'
import { problem } from '../problem'
import type { Services } from '../services'
import { invite, revokeInvitation } from './invitations'
import { leavesNoOwner } from './rules'
import { changeRole, isMemberEmail, listMembers, removeMember } from './store'

const RoleChange = z.strictObject({ role: Role })

/** GET /api/members · POST /api/invitations · PATCH and DELETE /api/members/:id (an invitation's id revokes it). */
export function members({ db, now, settings }: Services) {
  return new Hono<Manage>()
    .get('/members', may('read'), async (c) => c.json(await listMembers(db, c.var.me.workspace, now())))

    .post('/invitations', may('invite'), async (c) => {
      const input = await read(c, InvitationInput)
      const { id: by, workspace } = c.var.me
      const { id, token } = await db.withTx(async (tx) => {
        if (await isMemberEmail(tx, input.email))
          throw problem('conflict', { detail: 'Somebody with this e-mail is a member already.' })
        return invite(tx, { workspace, by, now: now() }, input)
      })
      const inviteUrl = `${settings.publicUrl}/invitation/${token}`
      const member: Member = { id, name: input.name, email: input.email, role: input.role, state: 'invited' }
      return c.json({ ...member, inviteUrl }, 201)
    })

    .patch('/members/:id', may('invite'), async (c) => {
      const { role } = await read(c, RoleChange)
      const { workspace } = c.var.me
      const id = c.req.param('id')
      const changed = await db.withTx(async (tx) => {
        await tx.lock([`members:${workspace}`])
        const all = await listMembers(tx, workspace, now())
        const member = all.find((candidate) => candidate.id === id && candidate.state === 'active')
        if (!member) throw problem('not_found')
        if (leavesNoOwner(all, id, role)) throw problem('conflict', { detail: LAST_OWNER })
        await changeRole(tx, workspace, id, role)
        return { ...member, role }
      })
      return c.json(changed)
    })

    .delete('/members/:id', may('invite'), async (c) => {
      const { workspace } = c.var.me
      const id = c.req.param('id')
      await db.withTx(async (tx) => {
        await tx.lock([`members:${workspace}`])
        if (await revokeInvitation(tx, workspace, id)) return
        const all = await listMembers(tx, workspace, now())
        if (!all.some((member) => member.id === id)) throw problem('not_found')
        if (leavesNoOwner(all, id, null)) throw problem('conflict', { detail: LAST_OWNER })
        await removeMember(tx, workspace, id)
      })
      return c.body(null, 204)
    })
}

const LAST_OWNER = 'A workspace keeps at least one owner. Make somebody else an owner first.'
