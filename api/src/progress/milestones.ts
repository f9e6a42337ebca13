import { and, eq, sql } from 'drizzle-orm'
import type { MilestoneInput, Need } from '#contract/milestone'
import { matches } from '#contract/resolve'
import type { Db } from '../db/database'
import { marks } from '../db/from-json'
import type { EventRow } from '../events/row'
import { inDependencyOrder, reachedAt } from './milestone-rules'

/** Whose milestone it is: the shop's, or of a person who has none. */
export interface Owner {
  account: string
  user: string
}

export const ownerOf = ({ account, user }: Owner): Owner => ({ account, user: account ? '' : user })

/**
 * Brings milestones up to date after new events, from the stored events alone: late, repeated and out-of-order ones
 * lead to the same state. Answers with the owners for whom one was newly reached. The caller holds their lock.
 */
export async function reachMilestones(
  tx: Db,
  environment: string,
  milestones: MilestoneInput[],
  fresh: EventRow[],
  now: number,
): Promise<Owner[]> {
  const needed = new Set(milestones.flatMap(({ needs }) => needs.map(({ event }) => event)))
  const relevant = fresh.filter(({ name, user, account }) => needed.has(name) && (user || account))
  if (!relevant.length) return []

  const owners = new Map<string, { owner: Owner; firstAt: Map<string, number> }>()
  for (const row of relevant) {
    const owner = ownerOf(row)
    const key = JSON.stringify(owner)
    const entry = owners.get(key) ?? { owner, firstAt: new Map() }
    owners.set(key, entry)
    entry.firstAt.set(row.name, Math.min(entry.firstAt.get(row.name) ?? Infinity, row.at))
  }
  const state = await reachedBy(
    tx,
    environment,
    [...owners.values()].map(({ owner }) => owner),
  )

  const ordered = inDependencyOrder(milestones)
  const changes: Change[] = []
  const happy: Owner[] = []
  for (const [key, { owner, firstAt }] of owners) {
    const before = state.get(key) ?? {}
    const after = { ...before }
    for (const milestone of ordered) {
      const known = after[milestone.key]
      const since = Math.min(...milestone.needs.map(({ event }) => firstAt.get(event) ?? Infinity))
      const raceMoved = milestone.within && after[milestone.within.of] !== before[milestone.within.of]
      // Nothing that happened later can make it earlier.
      if (!raceMoved && since >= (known ?? Infinity)) continue
      const met = []
      for (const need of milestone.needs) met.push(await metAt(tx, environment, owner, need))
      set(after, milestone.key, reachedAt(milestone, met, after))
    }
    for (const { key } of milestones)
      if (after[key] !== before[key]) changes.push({ owner, milestone: key, at: after[key] })
    if (milestones.some(({ key }) => before[key] === undefined && after[key] !== undefined)) happy.push(owner)
  }
  await record(tx, environment, changes, now)
  return happy
}

/**
 * The same for everything stored, after a definition was made, changed or removed. Reads each needed event of the
 * environment once.
 */
export async function recomputeMilestones(
  tx: Db,
  environment: string,
  milestones: MilestoneInput[],
  now: number,
) {
  const { milestonesReached } = tx.tables
  const met = new Map<Need, Map<string, number>>()
  for (const { needs } of milestones)
    for (const need of needs) met.set(need, await metByOwner(tx, environment, need))
  const owners = new Set([...met.values()].flatMap((times) => [...times.keys()]))
  const known = await tx
    .select()
    .from(milestonesReached)
    .where(eq(milestonesReached.environment, environment))
  const before = byOwner(known)
  const changes: Change[] = []
  for (const key of new Set([...owners, ...before.keys()])) {
    const owner: Owner = JSON.parse(key)
    const was = before.get(key) ?? {}
    const after: Record<string, number> = {}
    for (const milestone of inDependencyOrder(milestones))
      set(
        after,
        milestone.key,
        reachedAt(
          milestone,
          milestone.needs.map((need) => met.get(need)!.get(key)),
          after,
        ),
      )
    for (const milestone of new Set([...Object.keys(was), ...Object.keys(after)]))
      if (was[milestone] !== after[milestone]) changes.push({ owner, milestone, at: after[milestone] })
  }
  await record(tx, environment, changes, now)
}

/** When each milestone was reached, by owner key. */
async function reachedBy(tx: Db, environment: string, owners: Owner[]) {
  const keys = owners.map(({ account, user }) => [account, user])
  const rows = await tx.ask<Owner & { milestone: string; at: number }>(
    `select account, "user", milestone, at from milestones_reached
      where environment = ? and (account, "user") in (values ${marks(keys)})`,
    [environment, ...keys.flat()],
  )
  return byOwner(rows)
}

const byOwner = (rows: Array<Owner & { milestone: string; at: number }>) => {
  const owners = new Map<string, Record<string, number>>()
  for (const { account, user, milestone, at } of rows) {
    const key = JSON.stringify({ account, user } satisfies Owner)
    owners.set(key, { ...owners.get(key), [milestone]: at })
  }
  return owners
}

const PAGE = 500
const nth = (mine: string) =>
  `select at from events where environment = ? and account = ? and name = ? ${mine} order by at limit 1 offset ?`
const NTH_OF_SHOP = nth('')
const NTH_OF_PERSON = nth('and "user" = ?')

/** When the need was met: at its n-th event that fits. Undefined: not yet. */
async function metAt(tx: Db, environment: string, owner: Owner, { event, where, atLeast = 1 }: Need) {
  if (!where) {
    const [nth] = await tx.ask<{ at: number }>(owner.account ? NTH_OF_SHOP : NTH_OF_PERSON, [
      environment,
      owner.account,
      event,
      ...(owner.account ? [] : [owner.user]),
      atLeast - 1,
    ])
    return nth?.at
  }
  const { events } = tx.tables
  const mine = and(
    eq(events.environment, environment),
    eq(events.account, owner.account),
    eq(events.name, event),
    owner.account ? undefined : eq(events.user, owner.user),
  )
  let left = atLeast
  for (let offset = 0; ; offset += PAGE) {
    const page = await tx
      .select({ at: events.at, properties: events.properties })
      .from(events)
      .where(mine)
      .orderBy(events.at, events.day, events.id)
      .limit(PAGE)
      .offset(offset)
    for (const { at, properties } of page) if (matches(properties, where) && --left === 0) return at
    if (page.length < PAGE) return undefined
  }
}

async function metByOwner(tx: Db, environment: string, { event, where, atLeast = 1 }: Need) {
  const { events } = tx.tables
  const times = new Map<string, number>()
  if (!where) {
    const rows = await tx.rows<{ account: string; owner_user: string; at: number }>(sql`
      select account, owner_user, at from (
        select account, owner_user, at, row_number() over (partition by account, owner_user order by at) as nth from (
          select account, case when account = '' then "user" else '' end as owner_user, at from ${events}
          where environment = ${environment} and name = ${event}
        ) as mine
      ) as ranked where nth = ${atLeast}`)
    for (const { account, owner_user: user, at } of rows)
      times.set(JSON.stringify({ account, user } satisfies Owner), at)
    return times
  }
  const rows = await tx
    .select({ account: events.account, user: events.user, at: events.at, properties: events.properties })
    .from(events)
    .where(and(eq(events.environment, environment), eq(events.name, event)))
    .orderBy(events.at)
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (!matches(row.properties, where)) continue
    const key = JSON.stringify(ownerOf(row))
    const n = (counts.get(key) ?? 0) + 1
    counts.set(key, n)
    if (n === atLeast) times.set(key, row.at)
  }
  return times
}

interface Change {
  owner: Owner
  milestone: string
  /** Undefined: it turned out not to be reached, e.g. a race whose start moved. */
  at: number | undefined
}

async function record(tx: Db, environment: string, changes: Change[], now: number) {
  const { milestonesReached: reached } = tx.tables
  const rows = changes.flatMap(({ owner, milestone, at }) =>
    at === undefined ? [] : [[environment, owner.account, owner.user, milestone, at, now]],
  )
  if (rows.length)
    await tx.insertRows(
      'insert into milestones_reached (environment, account, "user", milestone, at, recorded_at)',
      ['text', 'text', 'text', 'text', 'int', 'int'],
      rows,
      'on conflict (environment, account, "user", milestone) do update set at = excluded.at',
    )
  for (const { owner, milestone, at } of changes)
    if (at === undefined)
      await tx
        .delete(reached)
        .where(
          and(
            eq(reached.environment, environment),
            eq(reached.account, owner.account),
            eq(reached.user, owner.user),
            eq(reached.milestone, milestone),
          ),
        )
}

function set(state: Record<string, number>, key: string, at: number | undefined) {
  if (at === undefined) delete state[key]
  else state[key] = at
}
