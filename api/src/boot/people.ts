import { and, type Column, eq, sql } from 'drizzle-orm'
import type { Traits } from '#contract/traits'
import type { Db, Tx } from '../db/database'
import { prepared } from '../db/prepared'
import { nameOf, searchable, seePeople } from '../identify/people'

/** Being seen again within this time is not worth a write. */
const SEEN_EVERY_MS = 10 * 60_000

export interface Visitor {
  user: string
  account: string
  device: string
  userTraits: Traits
  accountTraits: Traits
  signed: boolean
  sdk: string
  release: string | null
  now: number
}

export interface Known {
  userTraits: Traits
  accountTraits: Traits
  signedInAt: number | null
  /** Something about this visit is not stored yet. */
  isNews: boolean
}

const isOne = (table: { environment: Column; id: Column }) =>
  and(eq(table.environment, sql.placeholder('environment')), eq(table.id, sql.placeholder('id')))

const userById = prepared((db) => db.select().from(db.tables.users).where(isOne(db.tables.users)))
const accountById = prepared((db) => db.select().from(db.tables.accounts).where(isOne(db.tables.accounts)))
const deviceById = prepared((db) => db.select().from(db.tables.devices).where(isOne(db.tables.devices)))

/** What is stored of the visitor, with what this visit tells on top. */
export async function recall(db: Db, environment: string, visitor: Visitor): Promise<Known> {
  const [[user], [account], [device]] = await Promise.all([
    userById(db, { environment, id: visitor.user }),
    visitor.account ? accountById(db, { environment, id: visitor.account }) : [],
    deviceById(db, { environment, id: visitor.device }),
  ])
  const userTraits = { ...user?.traits, ...visitor.userTraits }
  const accountTraits = { ...account?.traits, ...visitor.accountTraits }
  const isRecent = (row: { lastSeenAt: number } | undefined) =>
    row !== undefined && visitor.now - row.lastSeenAt < SEEN_EVERY_MS
  const isNews =
    !isRecent(user) ||
    !isRecent(device) ||
    user!.account !== visitor.account ||
    user!.verified !== visitor.signed ||
    device!.user !== visitor.user ||
    device!.account !== visitor.account ||
    device!.sdk !== visitor.sdk ||
    device!.release !== visitor.release ||
    !same(userTraits, user!.traits) ||
    (visitor.account !== '' &&
      (!isRecent(account) || account!.signedInAt === null || !same(accountTraits, account!.traits)))
  return {
    userTraits,
    accountTraits,
    signedInAt: account?.signedInAt ?? (visitor.account ? visitor.now : null),
    isNews,
  }
}

/** Stores the visit. Traits are merged again inside: another till of the shop may have been faster. */
export async function remember(tx: Tx, environment: string, visitor: Visitor) {
  const { user, account, now } = visitor
  const { users, accounts, devices } = tx.tables
  await tx.lock([`${environment} ${account || user}`, `${environment} person ${user}`])
  await seePeople(tx, environment, [{ user, account, at: now }])

  const isUser = and(eq(users.environment, environment), eq(users.id, user))
  const [stored] = await tx.select({ traits: users.traits }).from(users).where(isUser)
  const traits = { ...stored?.traits, ...visitor.userTraits }
  const name = nameOf(user, traits)
  await tx
    .update(users)
    .set({ traits, name, search: searchable(name, user), verified: visitor.signed, account })
    .where(isUser)

  if (account && Object.keys(visitor.accountTraits).length) {
    const isAccount = and(eq(accounts.environment, environment), eq(accounts.id, account))
    const [stored] = await tx.select({ traits: accounts.traits }).from(accounts).where(isAccount)
    const traits = { ...stored?.traits, ...visitor.accountTraits }
    const name = nameOf(account, traits)
    await tx
      .update(accounts)
      .set({ traits, name, search: searchable(name, account) })
      .where(isAccount)
  }

  const seen = { sdk: visitor.sdk, release: visitor.release, user, account, lastSeenAt: now }
  await tx
    .insert(devices)
    .values({ environment, id: visitor.device, firstSeenAt: now, ...seen })
    .onConflictDoUpdate({ target: [devices.environment, devices.id], set: seen })
}

const same = (a: Traits, b: Traits) => {
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  )
}
