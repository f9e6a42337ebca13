import type { Traits } from '#contract/traits'
import type { Db } from '../db/database'

/** Somebody, somewhere, at some time. No user: a server spoke of the shop. */
export interface Sighting {
  user: string
  account: string
  at: number
}

/** Keeps who was seen where, first and last; they are made when unknown. The order of sightings makes no difference. */
export async function seePeople(tx: Db, environment: string, sightings: Sighting[]) {
  const accounts = new Map<string, Span>()
  const users = new Map<string, Span>()
  const memberships = new Map<string, Span>()
  for (const { user, account, at } of sightings) {
    if (account) widen(accounts, account, [account], at, user ? at : undefined)
    if (user) widen(users, user, [user, account], at)
    if (user && account) widen(memberships, JSON.stringify([account, user]), [account, user], at)
  }
  if (accounts.size)
    await tx.insertRows(
      'insert into accounts (environment, id, name, search, traits, first_seen_at, last_seen_at, signed_in_at)',
      ['text', 'text', 'text', 'text', 'json', 'int', 'int', 'int'],
      [...accounts.values()].map(({ key: [id = ''], first, last, signedIn }) => [
        environment,
        id,
        id,
        searchable(id, id),
        '{}',
        first,
        last,
        signedIn ?? null,
      ]),
      `on conflict (environment, id) do update set ${spanOf('accounts')},
        signed_in_at = case
          when accounts.signed_in_at is null or excluded.signed_in_at < accounts.signed_in_at
          then coalesce(excluded.signed_in_at, accounts.signed_in_at) else accounts.signed_in_at end`,
    )
  if (users.size)
    await tx.insertRows(
      'insert into users (environment, id, account, name, search, traits, verified, first_seen_at, last_seen_at)',
      ['text', 'text', 'text', 'text', 'text', 'json', 'bool', 'int', 'int'],
      [...users.values()].map(({ key: [id = '', account = ''], first, last }) => [
        environment,
        id,
        account,
        id,
        searchable(id, id),
        '{}',
        0,
        first,
        last,
      ]),
      `on conflict (environment, id) do update set
        account = case when excluded.last_seen_at > users.last_seen_at then excluded.account else users.account end,
        ${spanOf('users')}`,
    )
  if (memberships.size)
    await tx.insertRows(
      'insert into memberships (environment, account, "user", first_seen_at, last_seen_at)',
      ['text', 'text', 'text', 'int', 'int'],
      [...memberships.values()].map(({ key: [account = '', user = ''], first, last }) => [
        environment,
        account,
        user,
        first,
        last,
      ]),
      `on conflict (environment, account, "user") do update set ${spanOf('memberships')}`,
    )
}

/** The name people search by, without accents and in small letters, with the id beside it. */
export const searchable = (name: string, id: string) =>
  `${name} ${id}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What lists call somebody: the trait `nome` or `name`, else the id. */
export function nameOf(id: string, traits: Traits): string {
  const name = traits.nome ?? traits.name
  return typeof name === 'string' && name.trim() ? name.trim() : id
}

interface Span {
  key: string[]
  first: number
  last: number
  signedIn?: number
}

function widen(spans: Map<string, Span>, name: string, key: string[], at: number, signedIn?: number) {
  const span = spans.get(name)
  if (!span) return void spans.set(name, { key, first: at, last: at, signedIn })
  // The latest sighting says where she is now.
  if (at >= span.last) span.key = key
  span.first = Math.min(span.first, at)
  span.last = Math.max(span.last, at)
  if (signedIn !== undefined) span.signedIn = Math.min(span.signedIn ?? signedIn, signedIn)
}

const spanOf = (table: 'accounts' | 'users' | 'memberships') =>
  `
    first_seen_at = case when excluded.first_seen_at < ${table}.first_seen_at
      then excluded.first_seen_at else ${table}.first_seen_at end,
    last_seen_at = case when excluded.last_seen_at > ${table}.last_seen_at
      then excluded.last_seen_at else ${table}.last_seen_at end`
