import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Traits } from '#contract/traits'
import type { Verdict } from '#contract/why'
import type { Db } from '../db/database'

/** One look is for a handful: more would be a report. */
const PEOPLE_MAX = 12

/** People with the traits that rules ask about; those seen last come first. Unknown ids are left out. */
export async function personsOf(db: Db, environment: string, ids: string[]): Promise<Verdict['person'][]> {
  if (!ids.length) return []
  const { users, accounts } = db.tables
  const rows = await db
    .select({ user: users, accountName: accounts.name, accountTraits: accounts.traits })
    .from(users)
    .leftJoin(accounts, and(eq(accounts.environment, users.environment), eq(accounts.id, users.account)))
    .where(and(eq(users.environment, environment), inArray(users.id, ids.slice(0, IDS_MAX))))
    .orderBy(desc(users.lastSeenAt), desc(users.id))
    .limit(PEOPLE_MAX)
  return rows.map(({ user: { id, name, traits, account }, accountName, accountTraits }) => ({
    id,
    name,
    traits,
    account: account
      ? { id: account, name: accountName ?? account, traits: (accountTraits ?? {}) as Traits }
      : null,
  }))
}

const IDS_MAX = 500 // a statement holds only so many names
