import { foldProgress, type Past } from '#contract/progress'
import type { Db } from '../db/database'
import { fromJson, marks } from '../db/from-json'
import { aboutOf } from '../events/about'
import type { EventRow } from '../events/row'
import { foldPassage, type Passage } from './passage'

/**
 * Folds newly stored events into what became of each experience: for the person in her shop, or for the shop where
 * `perAccount` holds the checklist. The caller holds the lock of the shops.
 */
export async function foldEvents(
  tx: Db,
  environment: string,
  perAccount: ReadonlySet<string>,
  fresh: EventRow[],
) {
  const pasts = new Map<
    string,
    { owner: [account: string, user: string, experience: string]; events: EventRow[] }
  >()
  const runs = new Map<
    string,
    { key: [experience: string, run: string, user: string, account: string]; events: EventRow[] }
  >()
  for (const row of fresh) {
    const about = aboutOf(row)
    if (!about || !row.user) continue
    const { experience, run } = about
    const shared = perAccount.has(experience) && row.account !== ''
    const owner: [string, string, string] = [row.account, shared ? '' : row.user, experience]
    push(pasts, JSON.stringify(owner), { owner }, row)
    if (run) {
      const key: [string, string, string, string] = [experience, run, row.user, row.account]
      push(runs, JSON.stringify(key), { key }, row)
    }
  }
  if (pasts.size) await foldPasts(tx, environment, pasts)
  if (runs.size) await foldRuns(tx, environment, runs)
}

async function foldPasts(
  tx: Db,
  environment: string,
  pasts: Map<string, { owner: [string, string, string]; events: EventRow[] }>,
) {
  const owners = [...pasts.values()].map(({ owner }) => owner)
  const known = await tx.ask<{ account: string; user: string; experience: string; past: Past | string }>(
    `select account, "user", experience, past from progress
      where environment = ? and (account, "user", experience) in (values ${marks(owners)})`,
    [environment, ...owners.flat()],
  )
  const pastOf = new Map(
    known.map((row) => [JSON.stringify([row.account, row.user, row.experience]), fromJson(row.past)]),
  )
  const rows = [...pasts].map(([name, { owner, events }]) => [
    environment,
    ...owner,
    JSON.stringify(events.reduce<Past>(foldProgress, pastOf.get(name) ?? {})),
    Math.max(...events.map(({ receivedAt }) => receivedAt)),
  ])
  await tx.insertRows(
    'insert into progress (environment, account, "user", experience, past, updated_at)',
    ['text', 'text', 'text', 'text', 'json', 'int'],
    rows,
    `on conflict (environment, account, "user", experience) do update set
      past = excluded.past, updated_at = excluded.updated_at`,
  )
}

async function foldRuns(
  tx: Db,
  environment: string,
  runs: Map<string, { key: [string, string, string, string]; events: EventRow[] }>,
) {
  const keys = [...runs.values()].map(({ key }) => key)
  const known = await tx.ask<{
    experience: string
    run: string
    user: string
    account: string
    passage: Passage | string
  }>(
    `select experience, run, "user", account, passage from passages
      where environment = ? and (experience, run, "user", account) in (values ${marks(keys)})`,
    [environment, ...keys.flat()],
  )
  const knownBy = new Map(
    known.map((row) => [
      JSON.stringify([row.experience, row.run, row.user, row.account]),
      fromJson(row.passage),
    ]),
  )
  const rows = [...runs].map(([name, { key, events }]) => {
    const passage = events.reduce<Passage | undefined>(foldPassage, knownBy.get(name))!
    const { version = 0, firstAt, completedAt = null, dismissed, snoozed } = passage
    const moments = [firstAt, completedAt, dismissed?.at ?? null, snoozed?.at ?? null]
    return [environment, ...key, version, ...moments, JSON.stringify(passage)]
  })
  await tx.insertRows(
    `insert into passages (environment, experience, run, "user", account, version,
      started_at, completed_at, dismissed_at, snoozed_at, passage)`,
    ['text', 'text', 'text', 'text', 'text', 'int', 'int', 'int', 'int', 'int', 'json'],
    rows,
    `on conflict (environment, experience, run, "user", account) do update set
      started_at = excluded.started_at, completed_at = excluded.completed_at,
      version = excluded.version,
      dismissed_at = excluded.dismissed_at, snoozed_at = excluded.snoozed_at, passage = excluded.passage`,
  )
}

function push<T extends object>(
  groups: Map<string, T & { events: EventRow[] }>,
  name: string,
  group: T,
  row: EventRow,
) {
  const known = groups.get(name)
  if (known) known.events.push(row)
  else groups.set(name, { ...group, events: [row] })
}
