import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { ContentReport } from '#contract/report'
import type { MissingReason } from '#contract/sight'
import type { Traits } from '#contract/traits'
import type { Db } from '../db/database'
import { fromJson } from '../db/from-json'
import { listOf } from '../db/list-of'
import type { Passage } from '../progress/passage'
import type { Walk } from './content'

/** How many people each experience was shown to since, and how many of them finished it. */
export async function reachOf(db: Db, environment: string, since: number) {
  const rows = await db.rows<{ experience: string; reach: number; completed: number }>(sql`
    select experience, count(*) as reach, sum(completed) as completed from (
      select experience, "user", max(case when completed_at is null then 0 else 1 end) as completed
      from passages where environment = ${environment} and started_at >= ${since}
      group by experience, "user"
    ) as people
    group by experience order by reach desc, experience`)
  return rows.map(({ experience, reach, completed }) => ({
    experience,
    reach: Number(reach),
    completed: Number(completed),
  }))
}

/** Everybody's passages that began in the time. Tens of thousands in a large report: read without a builder's care. */
export async function walksOf(
  db: Db,
  environment: string,
  experience: string,
  { from, to, version }: { from: number; to: number; version?: number },
): Promise<Walk[]> {
  const ofVersion = version === undefined ? '' : 'and version = ?'
  const rows = await db.ask<{ user: string; started_at: number; version: number; passage: Passage | string }>(
    `select "user", started_at, version, passage from passages
      where environment = ? and experience = ? and started_at >= ? and started_at <= ? ${ofVersion}`,
    [environment, experience, from, to, ...(version === undefined ? [] : [version])],
  )
  return rows.map(({ user, started_at, version, passage }) => ({
    user,
    startedAt: started_at,
    version,
    passage: fromJson(passage),
  }))
}

/** Where elements were not found, the latest first. */
export async function missingOf(
  db: Db,
  environment: string,
  experience: string,
  { sinceDay, version }: { sinceDay: number; version?: number },
): Promise<ContentReport['missing']> {
  const ofVersion: SQL = version === undefined ? sql`` : sql`and version = ${version}`
  const rows = await db.rows<{
    step: string
    path: string
    release: string
    because: string
    n: number
    last_at: number
  }>(sql`
    select step, path, release, because, sum(n) as n, max(last_at) as last_at from target_sights
    where environment = ${environment} and experience = ${experience} and day >= ${sinceDay} ${ofVersion}
      and because <> ''
    group by step, path, release, because order by 6 desc, step limit 100`)
  return rows.map(({ step, path, release, because, n, last_at }) => ({
    step,
    path: path || null,
    release: release || null,
    because: because as MissingReason,
    n: Number(n),
    lastAt: Number(last_at),
  }))
}

/** The versions that people have met, newest first. */
export async function versionsMet(db: Db, environment: string, experience: string): Promise<number[]> {
  const { passages } = db.tables
  const rows = await db
    .selectDistinct({ version: passages.version })
    .from(passages)
    .where(and(eq(passages.environment, environment), eq(passages.experience, experience)))
    .orderBy(desc(passages.version))
  return rows.map(({ version }) => version)
}

/** The traits of people with those of their shops, which win where both have a name. */
export async function traitsOf(db: Db, environment: string, ids: string[]): Promise<Map<string, Traits>> {
  const rows = await db.rows<{
    id: string
    account: string
    traits: Traits | string
    of_shop: Traits | string | null
  }>(sql`
    select u.id, u.account, u.traits, a.traits as of_shop from users u
      left join accounts a on a.environment = u.environment and a.id = u.account
      where u.environment = ${environment} and u.id in (${listOf(db, ids)})`)
  // Several work in one shop.
  const shops = new Map<string, Traits>()
  return new Map(
    rows.map(({ id, account, traits, of_shop }) => {
      let ofShop = shops.get(account)
      if (!ofShop) {
        ofShop = of_shop === null ? {} : fromJson(of_shop)
        shops.set(account, ofShop)
      }
      return [id, { ...fromJson(traits), ...ofShop }]
    }),
  )
}
