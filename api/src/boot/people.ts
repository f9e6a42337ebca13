import { and, eq } from 'drizzle-orm'
import type { Traits } from '#contract/traits'
import type { Tx } from '../db/database'
import { fromJson } from '../db/from-json'
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

/** A row of `COLUMNS`. */
export interface Row {
  user: string | null
  user_account: string
  user_traits: Traits | string
  /** 0 and 1 on SQLite. */
  user_verified: boolean | number
  user_seen_at: number
  account: string | null
  account_traits: Traits | string
  account_seen_at: number
  signed_in_at: number | null
  device: string | null
  device_user: string
  device_account: string
  device_sdk: string
  device_release: string | null
  device_seen_at: number
}

/** What is stored of the visitor, with what this visit tells on top. */
export function recall(row: Row, visitor: Visitor): Known {
  const { user, account, device, ...stored } = row
  const knownTraits = user === null ? {} : fromJson(stored.user_traits)
  const knownAccountTraits = account === null ? {} : fromJson(stored.account_traits)
  const userTraits = { ...knownTraits, ...visitor.userTraits }
  const accountTraits = { ...knownAccountTraits, ...visitor.accountTraits }
  const isRecent = (seenAt: number) => visitor.now - seenAt < SEEN_EVERY_MS
  const isKnownUser =
    user !== null &&
    isRecent(stored.user_seen_at) &&
    stored.user_account === visitor.account &&
    Boolean(stored.user_verified) === visitor.signed &&
    same(userTraits, knownTraits)
  const isKnownDevice =
    device !== null &&
    isRecent(stored.device_seen_at) &&
    stored.device_user === visitor.user &&
    stored.device_account === visitor.account &&
    stored.device_sdk === visitor.sdk &&
    stored.device_release === visitor.release
  const isKnownAccount =
    visitor.account === '' ||
    (account !== null &&
      isRecent(stored.account_seen_at) &&
      stored.signed_in_at !== null &&
      same(accountTraits, knownAccountTraits))
  return {
    userTraits,
    accountTraits,
    signedInAt: stored.signed_in_at ?? (visitor.account ? visitor.now : null),
    isNews: !(isKnownUser && isKnownDevice && isKnownAccount),
  }
}

export const COLUMNS = `
    users.id as "user", users.account as user_account, users.traits as user_traits,
    users.verified as user_verified, users.last_seen_at as user_seen_at,
    accounts.id as account, accounts.traits as account_traits, accounts.last_seen_at as account_seen_at,
    accounts.signed_in_at, devices.id as device, devices."user" as device_user,
    devices.account as device_account, devices.sdk as device_sdk, devices.release as device_release,
    devices.last_seen_at as device_seen_at`

/** One row, also of somebody who was never here. Its parameters: environment and id of each of the three. */
export const FROM = `
  from (select 1 as one) as visit
  left join users on users.environment = ? and users.id = ?
  left join accounts on accounts.environment = ? and accounts.id = ?
  left join devices on devices.environment = ? and devices.id = ?`

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

/** Traits come back from a database in the order in which they went in, or in its own. */
const same = (a: Traits, b: Traits) => {
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  )
}
