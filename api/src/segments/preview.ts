import { type SQL, sql } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { SegmentPreview } from '#contract/segment'
import type { Db } from '../db/database'
import { type Compiling, compile } from './compile'
import { not } from './sql'

const SAMPLE = 6
const PLACES = 5

/**
 * Everybody, where they were last: the rows that a compiled condition is a test of. A shop that only servers have
 * spoken of has nobody in it and is not counted.
 */
const people = (environment: string) => sql`
  select u.id as user_id, u.name, u.account, u.traits as user_traits, u.last_seen_at,
    a.name as account_name, coalesce(a.traits, '{}') as account_traits
  from users u
  left join accounts a on a.environment = u.environment and a.id = u.account and u.account <> ''
  where u.environment = ${environment}`

/** Ids of the people a condition holds. */
export async function peopleIn(db: Db, condition: Condition, context: Compiling): Promise<string[]> {
  const rows = await db.rows<{ user_id: string }>(
    sql`select p.user_id from (${people(context.environment)}) p where ${compile(condition, context)}`,
  )
  return rows.map(({ user_id }) => user_id)
}

/**
 * How many people and shops a condition holds, what each of its lines leaves, where those shops are, and some people
 * on either side. Everybody is judged once: a line that must read events is what a preview costs.
 */
export async function preview(
  db: Db,
  condition: Condition,
  context: Omit<Compiling, 'engine'>,
): Promise<SegmentPreview> {
  const lines = 'all' in condition ? condition.all : [condition]
  const tests = lines.map((line) => compile(line, { ...context, engine: db.engine }))
  const judged = await judge(db, context.environment, tests)
  const matched = judged.filter(({ depth }) => depth === lines.length)
  const missed = judged.filter(({ depth }) => depth < lines.length)
  return {
    users: { matched: matched.length, total: judged.length },
    accounts: { matched: shopsOf(matched).size, total: shopsOf(judged).size },
    after:
      'all' in condition ? lines.map((_, line) => judged.filter(({ depth }) => depth > line).length) : [],
    places: placesOf(matched),
    sample: await sampleOf(db, context.environment, tests, [
      ...matched.slice(0, SAMPLE),
      ...missed.slice(0, SAMPLE),
    ]),
  }
}

interface Judged {
  id: string
  account: string
  /** How many lines in a row she passes; all of them: the condition holds her. */
  depth: number
  uf: string | null
}

/** Everybody, the last seen first. No line is asked after a failed one. */
function judge(db: Db, environment: string, tests: SQL[]) {
  const cases = tests.map((test, line) => sql`when ${not(test)} then ${sql.raw(String(line))}`)
  const depth = cases.length
    ? sql`case ${sql.join(cases, sql` `)} else ${sql.raw(String(tests.length))} end`
    : sql`0`
  return db.rows<Judged>(sql`
    select p.user_id as id, p.account, ${depth} as depth, cast(p.account_traits ->> 'uf' as text) as uf
    from (${people(environment)}) p order by p.last_seen_at desc, p.user_id`)
}

const shopsOf = (people: Judged[]) =>
  new Map(people.flatMap(({ account, uf }) => (account ? [[account, uf ?? '']] : [])))

/** The largest states by name, the other shops together. */
function placesOf(matched: Judged[]): Array<{ value: string; accounts: number }> {
  const counts = new Map<string, number>()
  for (const uf of shopsOf(matched).values()) counts.set(uf, (counts.get(uf) ?? 0) + 1)
  const named = [...counts]
    .filter(([value]) => value !== '')
    .map(([value, accounts]) => ({ value, accounts }))
    .sort((a, b) => b.accounts - a.accounts || (a.value < b.value ? -1 : 1))
  const rest = [...named.slice(PLACES), { value: '', accounts: counts.get('') ?? 0 }]
  const accounts = rest.reduce((sum, place) => sum + place.accounts, 0)
  return [...named.slice(0, PLACES), ...(accounts ? [{ value: '', accounts }] : [])]
}

/** Names, and every line that keeps each of them out. */
async function sampleOf(
  db: Db,
  environment: string,
  tests: SQL[],
  chosen: Judged[],
): Promise<SegmentPreview['sample']> {
  if (!chosen.length) return []
  const ids = sql.join(
    chosen.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  const columns = tests.map((test, line) => sql`, case when ${test} then 0 else 1 end as ${failed(line)}`)
  const rows = await db.rows<Record<string, unknown>>(sql`
    select p.user_id, p.name, p.account, p.account_name${sql.join(columns, sql``)}
    from (${people(environment)} and u.id in (${ids})) p`)
  const byId = new Map(rows.map((row) => [row.user_id, row]))
  return chosen.flatMap(({ id }) => {
    const row = byId.get(id)
    // Erased since she was judged.
    if (!row) return []
    const lines = tests.flatMap((_, line) => (row[`failed_${line}`] ? [line] : []))
    return {
      user: id,
      name: String(row.name),
      ...(row.account !== '' && { account: String(row.account), accountName: String(row.account_name) }),
      matched: lines.length === 0,
      failed: lines,
    }
  })
}

const failed = (line: number) => sql.raw(`failed_${line}`)
