import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Member, Role } from '#contract/workspace'
import type { Db, Tx } from '../db/database'

/** Sign-in names differ in nothing but letters' case. */
export const sameEmail = (email: string) => email.trim().toLowerCase()

export interface NewMember {
  workspace: string
  email: string
  name: string
  role: Role
  /** Made by `hashPassword`, before the transaction: it takes a tenth of a second. */
  passwordHash: string
}

/** Writes a person with a password, and her role. The shape of the first two rows is the auth library's. */
export async function addMember(tx: Tx, member: NewMember, now: number): Promise<string> {
  const { authUsers, authAccounts, members } = tx.tables
  const id = uuidv7()
  const at = new Date(now)
  await tx.insert(authUsers).values({
    id,
    name: member.name,
    email: sameEmail(member.email),
    // The link reached her.
    emailVerified: true,
    createdAt: at,
    updatedAt: at,
  })
  await tx.insert(authAccounts).values({
    id: uuidv7(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: member.passwordHash,
    createdAt: at,
    updatedAt: at,
  })
  await tx
    .insert(members)
    .values({ workspace: member.workspace, user: id, role: member.role, createdAt: now })
  return id
}

/** Members by name, then the invitations nobody has answered yet. */
export async function listMembers(db: Db, workspace: string, now: number): Promise<Member[]> {
  const { authUsers, members } = db.tables
  const active = await db
    .select({ id: authUsers.id, name: authUsers.name, email: authUsers.email, role: members.role })
    .from(members)
    .innerJoin(authUsers, eq(authUsers.id, members.user))
    .where(eq(members.workspace, workspace))
    .orderBy(asc(authUsers.name))
  const invited = await openInvitations(db, workspace, now)
  return [
    ...active.map((member) => ({ ...member, state: 'active' as const })),
    ...invited.map(({ id, name, email, role }) => ({ id, name, email, role, state: 'invited' as const })),
  ]
}

function openInvitations(db: Db, workspace: string, now: number) {
  const { invitations } = db.tables
  return db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.workspace, workspace),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(asc(invitations.name))
}

/** Where somebody works and as what; undefined when she is no member (any more). */
export async function memberOf(db: Db, user: string) {
  const { members } = db.tables
  const { role, workspace } = members
  const [member] = await db.select({ role, workspace }).from(members).where(eq(members.user, user)).limit(1)
  return member
}

export async function isMemberEmail(db: Db, email: string) {
  const { authUsers } = db.tables
  const found = await db
    .select()
    .from(authUsers)
    .where(eq(authUsers.email, sameEmail(email)))
    .limit(1)
  return found.length > 0
}

export async function changeRole(tx: Tx, workspace: string, user: string, role: Role) {
  const { members } = tx.tables
  await tx
    .update(members)
    .set({ role })
    .where(and(eq(members.workspace, workspace), eq(members.user, user)))
}

/** Removes a person with her sessions: what she has open stops with the next click. */
export async function removeMember(tx: Tx, workspace: string, user: string) {
  const { members, authUsers, authAccounts, authSessions } = tx.tables
  await tx.delete(members).where(and(eq(members.workspace, workspace), eq(members.user, user)))
  await tx.delete(authSessions).where(eq(authSessions.userId, user))
  const [elsewhere] = await tx.select().from(members).where(eq(members.user, user)).limit(1)
  if (elsewhere) return
  await tx.delete(authAccounts).where(eq(authAccounts.userId, user))
  await tx.delete(authUsers).where(eq(authUsers.id, user))
}
