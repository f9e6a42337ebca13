import { and, count, desc, eq, inArray } from 'drizzle-orm'
import type { Milestone } from '#contract/milestone'
import type { AccountRow } from '#contract/people'
import type { Db } from '../db/database'
import type { PageQuery } from '../page'
import { after, found } from '../users/store'

type Account = Awaited<ReturnType<typeof accountsOf>>[number]

const accountsOf = (db: Db) => db.select().from(db.tables.accounts)

/** Shops, last seen first; one row more than asked for, and how many there are in all. */
export async function listAccounts(
  db: Db,
  environment: string,
  ladder: Milestone[],
  { search, cursor, limit }: PageQuery,
) {
  const { accounts } = db.tables
  const wanted = and(eq(accounts.environment, environment), found(accounts.search, search))
  const rows = await db
    .select()
    .from(accounts)
    .where(and(wanted, after(accounts.lastSeenAt, accounts.id, cursor)))
    .orderBy(desc(accounts.lastSeenAt), desc(accounts.id))
    .limit(limit + 1)
  const [all] = await db.select({ n: count() }).from(accounts).where(wanted)
  return { rows: await describeRows(db, environment, ladder, rows), total: all!.n }
}

export async function findAccount(db: Db, environment: string, ladder: Milestone[], id: string) {
  const { accounts } = db.tables
  const [row] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.environment, environment), eq(accounts.id, id)))
  if (!row) return undefined
  const [described] = await describeRows(db, environment, ladder, [row])
  return { row: described!, signedInAt: row.signedInAt }
}

/** When a shop reached each milestone of the ladder, by key. */
export async function reachedBy(
  db: Db,
  environment: string,
  account: string,
): Promise<Record<string, number>> {
  const rows = await reached(db, environment, [account])
  return Object.fromEntries(rows.map(({ milestone, at }) => [milestone, at]))
}

function reached(db: Db, environment: string, ids: string[]) {
  const { milestonesReached: reached } = db.tables
  return db
    .select({ account: reached.account, milestone: reached.milestone, at: reached.at })
    .from(reached)
    .where(and(eq(reached.environment, environment), inArray(reached.account, ids), eq(reached.user, '')))
}

async function describeRows(
  db: Db,
  environment: string,
  ladder: Milestone[],
  rows: Account[],
): Promise<AccountRow[]> {
  if (!rows.length) return []
  const { memberships } = db.tables
  const ids = rows.map(({ id }) => id)
  const moments = await reached(db, environment, ids)
  const people = await db
    .select({ account: memberships.account, n: count() })
    .from(memberships)
    .where(and(eq(memberships.environment, environment), inArray(memberships.account, ids)))
    .groupBy(memberships.account)
  const firstValue = ladder.find(({ flag }) => flag === 'firstValue')?.key
  return rows.map(({ id, name, traits, firstSeenAt, lastSeenAt }) => {
    const mine = moments.filter(({ account }) => account === id)
    return {
      id,
      name,
      traits,
      users: people.find(({ account }) => account === id)?.n ?? 0,
      firstSeenAt,
      lastSeenAt,
      milestones: {
        reached: ladder.filter(({ key }) => mine.some(({ milestone }) => milestone === key)).length,
        total: ladder.length,
      },
      firstValueAt: mine.find(({ milestone }) => milestone === firstValue)?.at ?? null,
    }
  })
}
