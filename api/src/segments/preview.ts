import { type SQL, sql } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { SegmentPreview } from '#contract/segment'
import type { Db } from '../db/database'
import { type Compiling, compile } from './compile'
import { and, not } from './sql'

const SAMPLE = 4

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

/** How many people and shops a condition holds, what each of its lines leaves, and some people on either side. */
export async function preview(
  db: Db,
  condition: Condition,
  context: Omit<Compiling, 'engine'>,
): Promise<SegmentPreview> {
  const lines = 'all' in condition ? condition.all : [condition]
  const tests = lines.map((line) => compile(line, { ...context, engine: db.engine }))
  const counted = await countByDepth(db, context.environment, tests)
  const total = counted.reduce((sum, { n }) => sum + n, 0)
  const after = lines.map((_, line) =>
    counted.reduce((sum, { depth, n }) => (depth > line ? sum + n : sum), 0),
  )
  const met = counted.find(({ depth }) => depth === lines.length)
  return {
    users: { matched: met?.n ?? 0, total },
    accounts: { matched: met?.shops ?? 0, total: await countShops(db, context.environment) },
    after: 'all' in condition ? after : [],
    sample: [
      ...(await sample(db, context.environment, tests, and(tests))),
      ...(await sample(db, context.environment, tests, not(and(tests)))),
    ],
  }
}

/** How many lines in a row each person passes: one walk over everybody, and no line asked after a failed one. */
function countByDepth(db: Db, environment: string, tests: SQL[]) {
  const cases = tests.map((test, line) => sql`when ${not(test)} then ${sql.raw(String(line))}`)
  const passed = sql.raw(String(tests.length))
  const depth = cases.length ? sql`case ${sql.join(cases, sql` `)} else ${passed} end` : sql`0`
  return db.rows<{ depth: number; n: number; shops: number }>(sql`
    select depth, count(*) as n, count(distinct case when account <> '' then account end) as shops
    from (select p.account, ${depth} as depth from (${people(environment)}) p) judged
    group by depth`)
}

async function countShops(db: Db, environment: string): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    sql`select count(distinct account) as n from users where environment = ${environment} and account <> ''`,
  )
  return row!.n
}

/** The last seen of those whom `side` holds, with the lines that keep each out. */
async function sample(
  db: Db,
  environment: string,
  tests: SQL[],
  side: SQL,
): Promise<SegmentPreview['sample']> {
  const columns = tests.map((test, line) => sql`, case when ${test} then 0 else 1 end as ${failed(line)}`)
  const rows = await db.rows<Record<string, unknown>>(sql`
    select p.user_id, p.name, p.account, p.account_name${sql.join(columns, sql``)}
    from (${people(environment)}) p where ${side} order by p.last_seen_at desc limit ${SAMPLE}`)
  return rows.map((row) => {
    const lines = tests.flatMap((_, line) => (row[`failed_${line}`] ? [line] : []))
    return {
      user: String(row.user_id),
      name: String(row.name),
      ...(row.account !== '' && { account: String(row.account), accountName: String(row.account_name) }),
      matched: lines.length === 0,
      failed: lines,
    }
  })
}

const failed = (line: number) => sql.raw(`failed_${line}`)
