import { and, eq, gte, or } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { Facts } from '#contract/facts'
import type { Past } from '#contract/progress'
import { countKey, leaves, matches, resolve } from '#contract/resolve'
import type { Traits } from '#contract/traits'
import type { Library } from '../content/library'
import type { Db } from '../db/database'
import { fromJson } from '../db/from-json'
import { milestonesOf, ownerOf } from '../progress/milestones'

const DAY_MS = 24 * 60 * 60 * 1000

type EventRule = Extract<Condition, { event: string }>

export interface Person {
  environment: string
  user: string
  account: string
}

/** All that the server knows of a person and her shop, as far as the published audiences ask. */
export async function gatherFacts(
  db: Db,
  person: Person,
  traits: { user: Traits; account: Traits },
  library: Library,
  now: number,
) {
  const audiences = library.published.map(({ audience }) => audience)
  const [counts, milestones, history] = await Promise.all([
    countEvents(db, person, eventRules(library, audiences), now),
    milestonesOf(db, person.environment, ownerOf(person)),
    historyOf(db, person),
  ])
  const facts = { now, ...traits, counts, milestones, history } satisfies Facts
  return { ...facts, segments: segmentsOf(audiences, library.segments, facts) }
}

/** The person's own passages, and the shop's shared ones. */
async function historyOf(db: Db, { environment, user, account }: Person): Promise<Record<string, Past>> {
  const rows = await db.ask<{ experience: string; past: Past | string }>(
    `select experience, past from progress
      where environment = ? and account = ? and "user" in (?, ?) order by experience`,
    [environment, account, user, account ? '' : user],
  )
  return Object.fromEntries(rows.map(({ experience, past }) => [experience, fromJson(past)]))
}

const rulesOf = new WeakMap<Library, EventRule[]>()

/** Every event rule that the audiences ask about, also by way of segments. Found once per library. */
function eventRules(library: Library, audiences: Condition[]): EventRule[] {
  const known = rulesOf.get(library)
  if (known) return known
  const { segments } = library
  const seen = new Set<string>()
  const rules = new Map<string, EventRule>()
  const look = (condition: Condition) => {
    for (const rule of leaves(condition)) {
      if ('event' in rule) rules.set(countKey(rule), rule)
      if ('segment' in rule && !seen.has(rule.segment)) {
        seen.add(rule.segment)
        const inner = segments[rule.segment]
        if (inner) look(inner)
      }
    }
  }
  audiences.forEach(look)
  const found = [...rules.values()]
  rulesOf.set(library, found)
  return found
}

/** How often each rule's event happened: plain rules in one query, those that look at properties by reading these. */
async function countEvents(db: Db, person: Person, rules: EventRule[], now: number) {
  const counts: Record<string, number> = {}
  const { events } = db.tables
  // A person without a shop has only her own events.
  const by = (rule: EventRule) => (rule.by === 'user' || !person.account ? 'user' : 'account')
  const since = ({ withinDays }: EventRule) => (withinDays === undefined ? 0 : now - withinDays * DAY_MS)
  const plain = rules.filter(({ where }) => !where)
  if (plain.length) {
    const mine = (rule: EventRule) => by(rule) === 'user'
    const text = plain.map(
      (rule, i) => `select ${i} as rule, count(*) as n from events
        where environment = ? and account = ? ${mine(rule) ? 'and "user" = ?' : ''} and name = ? and at >= ?`,
    )
    const params = plain.flatMap((rule) => [
      person.environment,
      person.account,
      ...(mine(rule) ? [person.user] : []),
      rule.event,
      since(rule),
    ])
    for (const { rule, n } of await db.ask<{ rule: number; n: number }>(text.join(' union all '), params))
      counts[countKey(plain[rule]!)] = n
  }
  const looking = rules.filter(({ where }) => where)
  if (looking.length) {
    const rows = await db
      .select({ name: events.name, at: events.at, user: events.user, properties: events.properties })
      .from(events)
      .where(
        and(
          eq(events.environment, person.environment),
          eq(events.account, person.account),
          person.account ? undefined : eq(events.user, person.user),
          or(...looking.map((rule) => and(eq(events.name, rule.event), gte(events.at, since(rule))))),
        ),
      )
    for (const rule of looking)
      counts[countKey(rule)] = rows.filter(
        ({ name, at, user, properties }) =>
          name === rule.event &&
          at >= since(rule) &&
          (by(rule) === 'account' || user === person.user) &&
          matches(properties, rule.where!),
      ).length
  }
  return counts
}

/** Which of the segments that the audiences mention hold this person; one inside another first, a circle is false. */
function segmentsOf(
  audiences: Condition[],
  segments: Library['segments'],
  facts: Facts,
): Record<string, boolean> {
  const known: Record<string, boolean> = {}
  const open = new Set<string>()
  const look = (condition: Condition) => {
    for (const rule of leaves(condition)) if ('segment' in rule) ask(rule.segment)
  }
  const ask = (id: string) => {
    const condition = segments[id]
    if (id in known || open.has(id) || !condition) return
    open.add(id)
    look(condition)
    open.delete(id)
    // What only a page knows has no place in a segment; where it stands nevertheless, it does not hold.
    known[id] = resolve(condition, { ...facts, segments: known }) === true
  }
  audiences.forEach(look)
  return known
}
