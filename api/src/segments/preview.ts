import { type SQL, sql } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { SegmentPreview } from '#contract/segment'
import type { Db } from '../db/database'
import { listOf } from '../db/list-of'
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

/** Nobody waits longer while she writes a rule. What was judged by then stands for the rest. */
const BUDGET_MS = 500
/** For as long a slice keeps the database from others, on SQLite all of them. */
const SLICE_MS = 40
const [SLICE_MIN, SLICE_MAX] = [64, 2048]

export type AskedPreview = Omit<Compiling, 'engine'> & { condition: Condition }

/**
 * How many people and shops a condition holds, what each of its lines leaves, where those shops are, and some people
 * on either side. Everybody is judged once, shop by shop in an order that has nothing to do with them, as far as the
 * time goes; after that the counts are estimates and say so.
 */
export async function preview(
  db: Db,
  condition: Condition,
  context: Omit<Compiling, 'engine'>,
  clockMs: () => number = () => performance.now(),
): Promise<SegmentPreview> {
  const lines = 'all' in condition ? condition.all : [condition]
  const tests = lines.map((line) => compile(line, { ...context, engine: db.engine }))
  const everybody = await peopleOf(db, context.environment)
  const judged = await judge(db, context.environment, tests, everybody, clockMs)
  const matched = judged.filter(({ depth }) => depth === lines.length)
  const missed = judged.filter(({ depth }) => depth < lines.length)
  const shops = { all: shopsOf(everybody).size, judged: shopsOf(judged).size }
  const ofUsers = (n: number) => Math.round((n * everybody.length) / (judged.length || 1))
  const ofShops = (n: number) => Math.round((n * shops.all) / (shops.judged || 1))
  return {
    ...(judged.length < everybody.length && { estimatedFrom: judged.length }),
    users: { matched: ofUsers(matched.length), total: everybody.length },
    accounts: { matched: ofShops(shopsOf(matched).size), total: shops.all },
    after:
      'all' in condition
        ? lines.map((_, line) => ofUsers(judged.filter(({ depth }) => depth > line).length))
        : [],
    places: placesOf(matched).map(({ value, accounts }) => ({ value, accounts: ofShops(accounts) })),
    sample: await sampleOf(db, context.environment, tests, [
      ...matched.sort(lastSeenFirst).slice(0, SAMPLE),
      ...missed.sort(lastSeenFirst).slice(0, SAMPLE),
    ]),
  }
}

interface Person {
  id: string
  account: string
  seenAt: number
  uf: string | null
}

interface Judged extends Person {
  /** How many lines in a row she passes; all of them: the condition holds her. */
  depth: number
}

const lastSeenFirst = (a: Person, b: Person) => b.seenAt - a.seenAt || (a.id < b.id ? -1 : 1)

/** Everybody, the people of a shop together, in an order by chance that is the same each time. */
async function peopleOf(db: Db, environment: string): Promise<Person[]> {
  const rows = await db.rows<Person & { seen_at: number }>(sql`
    select p.user_id as id, p.account, p.last_seen_at as seen_at, cast(p.account_traits ->> 'uf' as text) as uf
    from (${people(environment)}) p`)
  return rows
    .map(({ id, account, seen_at: seenAt, uf }) => ({
      person: { id, account, seenAt, uf },
      place: scattered(account || id),
    }))
    .sort((a, b) => a.place - b.place || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person)
}

/** FNV-1a, and a last stir so that neighbouring names part. */
function scattered(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Slice by slice, so that tills are served in between; no line is asked after a failed one. */
async function judge(
  db: Db,
  environment: string,
  tests: SQL[],
  everybody: Person[],
  clockMs: () => number,
): Promise<Judged[]> {
  const cases = tests.map((test, line) => sql`when ${not(test)} then ${sql.raw(String(line))}`)
  const depth = cases.length
    ? sql`case ${sql.join(cases, sql` `)} else ${sql.raw(String(tests.length))} end`
    : sql`0`
  const judged: Judged[] = []
  const started = clockMs()
  for (let size = SLICE_MIN; judged.length < everybody.length; ) {
    const from = clockMs()
    if (judged.length && from - started > BUDGET_MS) break
    const slice = everybody.slice(judged.length, judged.length + size)
    const rows = await db.rows<{ id: string; depth: number }>(sql`
      select p.user_id as id, ${depth} as depth from (${people(environment)} and u.id in (${listOf(db, idsOf(slice))})) p`)
    const depths = new Map(rows.map(({ id, depth }) => [id, depth]))
    // Erased in this moment: then nothing holds her.
    for (const person of slice) judged.push({ ...person, depth: depths.get(person.id) ?? 0 })
    const took = clockMs() - from
    if (took < SLICE_MS / 2) size = Math.min(SLICE_MAX, size * 2)
    else if (took > SLICE_MS) size = Math.max(SLICE_MIN, size / 2)
    await new Promise(setImmediate)
  }
  return judged
}

const idsOf = (people: Person[]) => people.map(({ id }) => id)

const shopsOf = (people: Person[]) =>
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
  const columns = tests.map((test, line) => sql`, case when ${test} then 0 else 1 end as ${failed(line)}`)
  const rows = await db.rows<Record<string, unknown>>(sql`
    select p.user_id, p.name, p.account, p.account_name${sql.join(columns, sql``)}
    from (${people(environment)} and u.id in (${listOf(db, idsOf(chosen))})) p`)
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
