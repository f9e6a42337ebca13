import { and, eq, gt, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { InvitationInput } from '#contract/workspace'
import type { Db, Tx } from '../db/database'
import { sameEmail } from './store'
import { newToken, tokenHash } from './token'

export const INVITATION_MS = 7 * 24 * 60 * 60 * 1000

/** Writes an invitation in place of an earlier one to the same address. Answers the token, this once. */
export async function invite(
  tx: Tx,
  { workspace, by, now }: { workspace: string; by: string; now: number },
  { email, name, role }: InvitationInput,
): Promise<{ id: string; token: string }> {
  const { invitations } = tx.tables
  const token = newToken()
  const id = uuidv7()
  await tx
    .delete(invitations)
    .where(and(eq(invitations.workspace, workspace), eq(invitations.email, sameEmail(email))))
  await tx.insert(invitations).values({
    workspace,
    id,
    email: sameEmail(email),
    name,
    role,
    tokenHash: tokenHash(token),
    createdAt: now,
    createdBy: by,
    expiresAt: now + INVITATION_MS,
  })
  return { id, token }
}

/** The invitation behind a link, while it is good: not used and not expired. */
export async function findInvitation(db: Db, token: string, now: number) {
  const { invitations, workspaces } = db.tables
  const { email, name, role, workspace } = invitations
  const [found] = await db
    .select({ email, name, role, workspace, workspaceName: workspaces.name })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, workspace))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash(token)),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    )
  return found
}

/** Uses the invitation up. False when somebody was faster. */
export async function useInvitation(tx: Tx, token: string, now: number): Promise<boolean> {
  const { invitations } = tx.tables
  const used = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.tokenHash, tokenHash(token)), isNull(invitations.acceptedAt)))
    .returning()
  return used.length > 0
}

/** Takes an invitation back. False when there is none. */
export async function revokeInvitation(tx: Tx, workspace: string, id: string): Promise<boolean> {
  const { invitations } = tx.tables
  const gone = await tx
    .delete(invitations)
    .where(and(eq(invitations.workspace, workspace), eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning()
  return gone.length > 0
}
