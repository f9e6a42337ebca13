import { hashPassword } from 'better-auth/crypto'
import { addMember, type NewMember } from '../members/store'
import type { Services } from '../services'

/** Makes a member without an invitation: the first owner, and those of the demo. Answers her id. */
export async function createMember(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { password, ...member }: Omit<NewMember, 'passwordHash'> & { password: string },
): Promise<string> {
  const passwordHash = await hashPassword(password)
  return db.withTx((tx) => addMember(tx, { ...member, passwordHash }, now()))
}
