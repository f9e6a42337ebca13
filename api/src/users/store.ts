import { and, count, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PastRow, UserRow } from '#contract/people'
import type { Db } from '../db/database'
import { searchable } from '../identify/people'
import type { Cursor, PageQuery } from '../page'

/** Rows after the cursor, in lists that show the latest first. */
export const after = (at: SQL.Aliased | Column, id: SQL.Aliased | Column, cursor: Cursor | undefined) =>
  cursor && or(lt(at, cursor[0]), and(eq(at, cursor[0]), lt(id, cursor[1])))

type Column = Parameters<typeof lt>[0] & object

/** Rows whose name or id has these words in it; capitals and accents make no difference. */
export function found(column: Column, search: string | undefined): SQL | undefined {
  const words = searchable(search ?? '', '').trim()
  // `!` stands before what LIKE would take for a wildcard.
  return words ? sql`${column} like ${`%${words.replace(/[!%_]/g, '!$&')}%`} escape '!'` : undefined
}

/** People, last seen first; one row more than asked for, and how many there are in all. */
export async function listUsers(db: Db, environment: string, { search, cursor, limit }: PageQuery) {
  const { users } = db.tables
  const wanted = and(eq(users.environment, environment), found(users.search, search))
  const rows = await selectUsers(db)
    .where(and(wanted, after(users.lastSeenAt, users.id, cursor)))
    .orderBy(desc(users.lastSeenAt), desc(users.id))
    .limit(limit + 1)
  const [all] = await db.select({ n: count() }).from(users).where(wanted)
  return { rows: rows.map(toUserRow), total: all!.n }
}

export async function findUser(db: Db, environment: string, id: string): Promise<UserRow | undefined> {
  const { users } = db.tables
  const [row] = await selectUsers(db).where(and(eq(users.environment, environment), eq(users.id, id)))
  return row && toUserRow(row)
}

/** The people who have been in a shop, last seen first. */
export async function usersOf(db: Db, environment: string, account: string): Promise<UserRow[]> {
  const { users, memberships } = db.tables
  const members = db
    .select({ user: memberships.user })
    .from(memberships)
    .where(and(eq(memberships.environment, environment), eq(memberships.account, account)))
  const rows = await selectUsers(db)
    .where(and(eq(users.environment, environment), inArray(users.id, members)))
    .orderBy(desc(users.lastSeenAt), desc(users.id))
    .limit(PEOPLE_MAX)
  return rows.map(toUserRow)
}

/** A shop has a handful; a test account shared by a whole company has not. */
const PEOPLE_MAX = 200

function selectUsers(db: Db) {
  const { users, accounts } = db.tables
  return db
    .select({ user: users, accountName: accounts.name })
    .from(users)
    .leftJoin(accounts, and(eq(accounts.environment, users.environment), eq(accounts.id, users.account)))
}

type Selected = Awaited<ReturnType<typeof selectUsers>>[number]

const toUserRow = ({ user, accountName }: Selected): UserRow => ({
  id: user.id,
  name: user.name,
  traits: user.traits,
  account: user.account ? { id: user.account, name: accountName ?? user.account } : null,
  firstSeenAt: user.firstSeenAt,
  lastSeenAt: user.lastSeenAt,
  verified: user.verified,
})

/** What somebody went through, last first: a person in all her shops, or with `user` `''` the shop itself. */
export async function pastsOf(
  db: Db,
  { environment, workspace }: { environment: string; workspace: string },
  of: { account: string; user: '' } | { user: string },
): Promise<PastRow[]> {
  const { progress, experiences } = db.tables
  const rows = await db
    .select({
      experience: progress.experience,
      name: experiences.name,
      kind: experiences.kind,
      past: progress.past,
    })
    .from(progress)
    .innerJoin(
      experiences,
      and(eq(experiences.workspace, workspace), eq(experiences.id, progress.experience)),
    )
    .where(
      and(
        eq(progress.environment, environment),
        eq(progress.user, of.user),
        'account' in of ? eq(progress.account, of.account) : undefined,
      ),
    )
    .orderBy(desc(progress.updatedAt), progress.experience)
  return rows
}
