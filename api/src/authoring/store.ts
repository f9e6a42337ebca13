import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db, Tx } from '../db/database'
import type { Schema } from '../db/schema'

export type CodeRow = Schema['authoringCodes']['$inferSelect']
export type TokenRow = Schema['authoringTokens']['$inferSelect']

/** Keeps a code, and drops what has expired in its environment. */
export async function addCode(tx: Tx, row: CodeRow, now: number) {
  const { authoringCodes: codes, authoringTokens: tokens } = tx.tables
  const { environment } = row
  await tx
    .delete(codes)
    .where(and(eq(codes.environment, environment), lt(codes.expiresAt, now - CODE_KEPT_MS)))
  await tx.delete(tokens).where(and(eq(tokens.environment, environment), lt(tokens.expiresAt, now)))
  await tx.insert(codes).values(row)
}

/** A used code is remembered as long as its token could live, so that a second use is noticed. */
const CODE_KEPT_MS = 24 * 60 * 60_000

/** Uses a code up and answers it; undefined when it is unknown, expired or was used before. */
export async function takeCode(tx: Tx, hash: string, now: number): Promise<CodeRow | undefined> {
  const { authoringCodes: codes, authoringTokens: tokens } = tx.tables
  const [taken] = await tx
    .update(codes)
    .set({ usedAt: now })
    .where(and(eq(codes.hash, hash), isNull(codes.usedAt), gt(codes.expiresAt, now)))
    .returning()
  // Two who know one code: nobody can tell which of them is the author.
  if (!taken) await tx.delete(tokens).where(eq(tokens.code, hash))
  return taken
}

export async function addToken(tx: Tx, row: TokenRow) {
  await tx.insert(tx.tables.authoringTokens).values(row)
}

/** A token that is still good, and its author's name. */
export async function findToken(db: Db, hash: string, now: number) {
  const { authoringTokens: tokens, authUsers } = db.tables
  const [found] = await db
    .select({ token: tokens, name: authUsers.name })
    .from(tokens)
    .innerJoin(authUsers, eq(authUsers.id, tokens.author))
    .where(and(eq(tokens.hash, hash), gt(tokens.expiresAt, now)))
  return found
}

export async function prolongToken(tx: Tx, hash: string, expiresAt: number) {
  const { authoringTokens: tokens } = tx.tables
  await tx.update(tokens).set({ expiresAt }).where(eq(tokens.hash, hash))
}
