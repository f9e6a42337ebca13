import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { localise } from '#contract/localise'
import type { Milestone } from '#contract/milestone'
import type { Page, TimelineItem } from '#contract/people'
import { SOURCE_LOCALE } from '#contract/text'
import type { Db } from '../db/database'
import { aboutOf } from '../events/about'
import { type Cursor, type PageQuery, toPage } from '../page'
import { after } from '../users/store'

/** Whose events: everybody's in a shop, or one person's wherever she was. */
export type Of = { account: string } | { user: string }

interface Place {
  environment: string
  workspace: string
}

/**
 * What happened, newest first. Milestones that a shop reached stand among its events as `milestone.reached`, with
 * the milestone's key in their properties.
 */
export async function timeline(
  db: Db,
  place: Place,
  of: Of,
  ladder: Milestone[],
  { cursor, limit }: PageQuery,
): Promise<Page<TimelineItem>> {
  const { events } = db.tables
  const mine = and(
    eq(events.environment, place.environment),
    'account' in of ? eq(events.account, of.account) : eq(events.user, of.user),
  )
  // Sorting keys alone stays inside the index; the rows are fetched for this page only.
  const keys = await db
    .select({ day: events.day, id: events.id, at: events.at })
    .from(events)
    .where(and(mine, after(events.at, events.id, cursor)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(limit + 1)
  const happened = keys.length ? await itemsOf(db, place, keys) : []
  const milestones = 'account' in of ? await milestonesOf(db, place.environment, of.account, ladder) : []
  const merged = [...happened, ...milestones.filter((item) => isAfter(item, cursor))].sort(newestFirst)
  const [all] = await db.select({ n: count() }).from(events).where(mine)
  return toPage(merged, limit, all!.n + milestones.length, ({ at, id }) => [at, id])
}

const newestFirst = (a: TimelineItem, b: TimelineItem) => b.at - a.at || (a.id < b.id ? 1 : -1)
const isAfter = ({ at, id }: TimelineItem, cursor: Cursor | undefined) =>
  !cursor || at < cursor[0] || (at === cursor[0] && id < cursor[1])

async function itemsOf(
  db: Db,
  { environment, workspace }: Place,
  keys: Array<{ day: number; id: string }>,
): Promise<TimelineItem[]> {
  const { events, users, experiences } = db.tables
  const rows = await db
    .select({ event: events, userName: users.name })
    .from(events)
    .leftJoin(users, and(eq(users.environment, events.environment), eq(users.id, events.user)))
    .where(
      and(
        eq(events.environment, environment),
        inArray(
          events.day,
          keys.map(({ day }) => day),
        ),
        inArray(
          events.id,
          keys.map(({ id }) => id),
        ),
      ),
    )
  const spokenOf = rows.flatMap(({ event }) => aboutOf(event)?.experience ?? [])
  const named = spokenOf.length
    ? await db
        .select({ id: experiences.id, name: experiences.name })
        .from(experiences)
        .where(and(eq(experiences.workspace, workspace), inArray(experiences.id, [...new Set(spokenOf)])))
    : []
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return rows.map(({ event, userName }) => {
    const about = names.get(aboutOf(event)?.experience ?? '')
    return {
      id: event.id,
      at: event.at,
      receivedAt: event.receivedAt,
      name: event.name,
      user: event.user ? { id: event.user, name: userName ?? event.user } : null,
      properties: event.properties,
      ...(about !== undefined && { about }),
    }
  })
}

async function milestonesOf(
  db: Db,
  environment: string,
  account: string,
  ladder: Milestone[],
): Promise<TimelineItem[]> {
  const { milestonesReached: reached } = db.tables
  const rows = await db
    .select()
    .from(reached)
    .where(and(eq(reached.environment, environment), eq(reached.account, account), eq(reached.user, '')))
  return rows.flatMap(({ milestone, at, recordedAt }) => {
    const rung = ladder.find(({ key }) => key === milestone)
    if (!rung) return []
    return {
      // After the event that reached it, which has the same moment: "z" comes after every event's id.
      id: `z:${milestone}`,
      at,
      receivedAt: recordedAt,
      name: 'milestone.reached',
      user: null,
      properties: { milestone },
      about: localise(rung.name, SOURCE_LOCALE),
    }
  })
}
