import { and, eq, gte, lte } from 'drizzle-orm'
import type { Traits } from '#contract/traits'
import type { Db } from '../db/database'

/** A shop whose clock started in the period, with all that it reached. */
export interface Started {
  account: string
  startedAt: number
  traits: Traits
  reached: Record<string, number>
}

/**
 * The shops whose clock started from `from` to `to`. The clock is a milestone, or, for a key that is none, the first
 * sign-in that we saw.
 */
export async function startedShops(
  db: Db,
  environment: string,
  { clock, isMilestone, from, to }: { clock: string; isMilestone: boolean; from: number; to: number },
): Promise<Started[]> {
  const { accounts, milestonesReached: reached } = db.tables
  const starts = isMilestone
    ? await db
        .select({ account: accounts.id, traits: accounts.traits, startedAt: reached.at })
        .from(reached)
        .innerJoin(
          accounts,
          and(eq(accounts.environment, reached.environment), eq(accounts.id, reached.account)),
        )
        .where(
          and(
            eq(reached.environment, environment),
            eq(reached.milestone, clock),
            gte(reached.at, from),
            lte(reached.at, to),
            eq(reached.user, ''),
          ),
        )
    : await db
        .select({ account: accounts.id, traits: accounts.traits, startedAt: accounts.signedInAt })
        .from(accounts)
        .where(
          and(
            eq(accounts.environment, environment),
            gte(accounts.signedInAt, from),
            lte(accounts.signedInAt, to),
          ),
        )
  const shops = new Map<string, Started>()
  for (const { account, traits, startedAt } of starts)
    if (startedAt !== null) shops.set(account, { account, startedAt, traits, reached: {} })
  for (const { account, milestone, at } of await reachedIn(db, environment, [...shops.keys()])) {
    const shop = shops.get(account)
    if (shop) shop.reached[milestone] = at
  }
  return [...shops.values()]
}

/** Few shops are asked for by name; for many the whole table is read, which is shorter than the list of names. */
const NAMED_MAX = 200

/** Tens of thousands of rows in a large report: read without a builder's care. */
async function reachedIn(db: Db, environment: string, accounts: string[]) {
  if (!accounts.length) return []
  const named = accounts.length <= NAMED_MAX
  return db.ask<{ account: string; milestone: string; at: number }>(
    `select account, milestone, at from milestones_reached
      where environment = ? and "user" = '' ${named ? `and account in (${accounts.map(() => '?').join()})` : ''}`,
    [environment, ...(named ? accounts : [])],
  )
}
