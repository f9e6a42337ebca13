import { sql } from 'drizzle-orm'
import type { Vocabulary } from '#contract/report'
import type { Traits } from '#contract/traits'
import type { Db } from '../db/database'

/** Enough to meet every property and common value, few enough to read at each opening of a builder. */
const RECENT = { events: 20, people: 1000 }
const MAX = { events: 200, traits: 100, values: 20 }

/** The hosts' own events, the commonest first, with the properties that lately came with them. */
export async function eventWords(db: Db, environment: string): Promise<Vocabulary['events']> {
  const names = await db.rows<{ name: string; n: number; last_at: number }>(sql`
    select name, sum(n) as n, max(last_at) as last_at from counts
    where environment = ${environment} and experience = ''
    group by name order by 2 desc, name limit ${MAX.events}`)
  const words: Vocabulary['events'] = []
  for (const { name, n, last_at } of names)
    words.push({ name, n: Number(n), lastAt: last_at, properties: await propertiesOf(db, environment, name) })
  return words
}

async function propertiesOf(db: Db, environment: string, name: string): Promise<string[]> {
  const rows = await db.rows<{ properties: unknown }>(sql`
    select properties from events where environment = ${environment} and name = ${name}
    order by at desc limit ${RECENT.events}`)
  return [...new Set(rows.flatMap(({ properties }) => Object.keys(asObject(properties))))].sort()
}

/** Traits of those seen last, with their commonest values; a trait with a value each (a name, a number) has few. */
export async function traitWords(
  db: Db,
  environment: string,
  of: 'users' | 'accounts',
): Promise<Vocabulary['userTraits']> {
  const rows = await db.rows<{ traits: unknown }>(sql`
    select traits from ${sql.raw(of)} where environment = ${environment}
    order by last_seen_at desc limit ${RECENT.people}`)
  return commonValues(rows.map(({ traits }) => asObject(traits) as Traits))
}

/** Names by how many have them, each with its commonest values. Pure. */
export function commonValues(all: Traits[]): Vocabulary['userTraits'] {
  const names = new Map<string, Map<string | number | boolean, number>>()
  for (const traits of all)
    for (const [name, value] of Object.entries(traits)) {
      const counts = names.get(name) ?? new Map()
      names.set(name, counts)
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1)
    }
  const total = (counts: Map<unknown, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0)
  return [...names]
    .sort(([a, x], [b, y]) => total(y) - total(x) || a.localeCompare(b))
    .slice(0, MAX.traits)
    .map(([name, counts]) => ({ name, values: commonest(counts) }))
}

const commonest = (counts: Map<string | number | boolean, number>) =>
  [...counts]
    .sort(([a, n], [b, m]) => m - n || String(a).localeCompare(String(b)))
    .slice(0, MAX.values)
    .map(([value]) => value)

/** SQLite gives JSON as text. */
const asObject = (json: unknown): Record<string, unknown> =>
  (typeof json === 'string' ? JSON.parse(json) : json) as Record<string, unknown>
