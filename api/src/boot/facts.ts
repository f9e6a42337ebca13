import { and, eq, gte, or } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { Facts } from '#contract/facts'
import type { Past } from '#contract/progress'
import { leaves, matches, resolve } from '#contract/resolve'
import type { Library } from '../content/library'
import type { Db } from '../db/database'
import { fromJson } from '../db/from-json'
import { milestonesOf, ownerOf } from '../progress/milestones'
import type { EventRule, Questions } from './questions'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Person {
  environment: string
  user: string
  account: string
}

/** All that the server knows of a person and her shop, as far as the published audiences ask, still as it is stored. */
export interface Stored {
  /** In the order of the questions. */
  counts: number[]
  milestones: Record<string, number>
  history: Array<{ experience: string; past: string }>
}

export async function gather(db: Db, person: Person, questions: Questions, now: number): Promise<Stored> {
  return {
    counts: questions.counts.length ? await countEvents(db, person, questions, now) : [],
    milestones: questions.milestones ? await milestonesOf(db, person.environment, ownerOf(person)) : {},
    history: await historyOf(db, person),
  }
}

/** The same as `resolve` wants it. */
export function factsOf(
  { counts, milestones, history }: Stored,
  traits: Required<Pick<Facts, 'user' | 'account'>>,
  library: Library,
  questions: Questions,
  now: number,
) {
  const facts = {
    now,
    ...traits,
    counts: Object.fromEntries(questions.counts.map(({ key }, i) => [key, counts[i]!])),
    milestones,
    history: Object.fromEntries(history.map(({ experience, past }) => [experience, fromJson<Past>(past)])),
  } satisfies Facts
  return { ...facts, segments: segmentsOf(library, facts) }
}

/** The person's own passages, and the shop's shared ones. */
const historyOf = (db: Db, { environment, user, account }: Person) =>
  db.ask<Stored['history'][number]>(HISTORY, [environment, account, user, account ? '' : user])

const HISTORY = `select experience, cast(past as text) as past from progress
  where environment = ? and account = ? and "user" in (?, ?) order by experience`

/** Of each rule's event, the last of its steps that the count has reached; 0 before the first. */
async function countEvents(db: Db, person: Person, questions: Questions, now: number): Promise<number[]> {
  const since = ({ withinDays }: EventRule) => (withinDays === undefined ? 0 : now - withinDays * DAY_MS)
  const looking = questions.counts.flatMap(({ rule }) => (rule.where ? [rule] : []))
  const plain = await countPlain(db, person, questions, since)
  const rows = looking.length ? await propertiesOf(db, person, looking, since) : []
  return questions.counts.map(({ rule, steps }, i) => {
    const from = since(rule)
    const count = rule.where
      ? rows.filter(
          ({ name, at, user, properties }) =>
            name === rule.event &&
            at >= from &&
            (!isHers(rule, person.account) || user === person.user) &&
            matches(properties, rule.where!),
        ).length
      : plain[`n${i}`]!
    return steps.findLast((step) => count >= step) ?? 0
  })
}

/** Those that look at no properties: all in one query, each no further than its last step. */
async function countPlain(
  db: Db,
  { environment, account, user }: Person,
  questions: Questions,
  since: (rule: EventRule) => number,
): Promise<Record<string, number>> {
  const { text, rules } = (account ? inShop : alone)(questions, db.engine)
  if (!rules.length) return {}
  const params = rules.flatMap((rule) =>
    isHers(rule, account)
      ? [environment, account, user, rule.event, since(rule)]
      : [environment, account, rule.event, since(rule)],
  )
  const [counts] = await db.ask<Record<string, number>>(text, params)
  return counts!
}

/** A person without a shop has only her own events. */
const isHers = ({ by }: EventRule, account: string) => by === 'user' || account === ''

interface Plain {
  text: string
  rules: EventRule[]
}

const inShop = once((questions, engine) => plainOf(questions, engine, 'a shop'))
const alone = once((questions, engine) => plainOf(questions, engine, ''))

function plainOf({ counts }: Questions, engine: Db['engine'], account: string): Plain {
  // Left to itself SQLite takes the index by name, which covers the question but walks everybody's events.
  const events =
    engine === 'sqlite' ? `events indexed by ${account ? 'events_account' : 'events_user'}` : 'events'
  const columns: string[] = []
  const rules: EventRule[] = []
  for (const [i, { rule, steps }] of counts.entries()) {
    if (rule.where) continue
    rules.push(rule)
    // A limit written out: given as a parameter, SQLite would fill a table with what it limits.
    columns.push(`(select count(*) from (select 1 from ${events} where environment = ? and account = ?
      ${isHers(rule, account) ? 'and "user" = ?' : ''} and name = ? and at >= ?
      limit ${Math.trunc(steps.at(-1) ?? 0)}) found) as n${i}`)
  }
  return { text: `select ${columns.join(', ')}`, rules }
}

/** The text is made once for the questions of a library. */
function once(make: (questions: Questions, engine: Db['engine']) => Plain) {
  const known = new WeakMap<Questions, Plain>()
  return (questions: Questions, engine: Db['engine']): Plain => {
    const plain = known.get(questions) ?? make(questions, engine)
    known.set(questions, plain)
    return plain
  }
}

function propertiesOf(db: Db, person: Person, rules: EventRule[], since: (rule: EventRule) => number) {
  const { events } = db.tables
  return db
    .select({ name: events.name, at: events.at, user: events.user, properties: events.properties })
    .from(events)
    .where(
      and(
        eq(events.environment, person.environment),
        eq(events.account, person.account),
        person.account ? undefined : eq(events.user, person.user),
        or(...rules.map((rule) => and(eq(events.name, rule.event), gte(events.at, since(rule))))),
      ),
    )
}

/** Which of the segments that the audiences mention hold this person; one inside another first, a circle is false. */
function segmentsOf({ published, segments }: Library, facts: Facts): Record<string, boolean> {
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
  for (const { audience } of published) look(audience)
  return known
}
