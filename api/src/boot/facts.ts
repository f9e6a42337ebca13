import { and, eq, gte, or } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { Facts } from '#contract/facts'
import type { Past } from '#contract/progress'
import { leaves, matches, resolve } from '#contract/resolve'
import type { Library } from '../content/library'
import type { Db, Param } from '../db/database'
import { ownerOf } from '../progress/milestones'
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
  /** JSON: when each was reached. */
  milestones: string
  /** JSON: of each experience what is past, itself JSON. */
  history: string
}

export async function gather(db: Db, person: Person, questions: Questions, now: number): Promise<Stored> {
  const asking = askingOf(db, person, questions)
  const [answer] = await db.ask<Answer>(`select ${asking.columns}`, paramsOf(asking, person, now))
  return readAnswer(db, person, questions, now, answer!)
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
    milestones: JSON.parse(milestones) as Record<string, number>,
    history: Object.fromEntries(
      Object.entries<string>(JSON.parse(history)).map(([experience, past]): [string, Past] => [
        experience,
        JSON.parse(past),
      ]),
    ),
  } satisfies Facts
  return { ...facts, segments: segmentsOf(library, facts) }
}

/** All that can be asked at once, as columns of a select: made once for the questions of a library. */
export interface Asking {
  columns: string
  rules: EventRule[]
  milestones: boolean
}

/** A row of these columns: counts as `n0`, `n1` …, the rest as JSON text. */
export type Answer = { milestones: string | null; history: string | null } & { [count: `n${number}`]: number }

const inShop = new WeakMap<Questions, Asking>()
const alone = new WeakMap<Questions, Asking>()

export function askingOf(db: Db, { account }: Person, questions: Questions): Asking {
  const known = account ? inShop : alone
  let asking = known.get(questions)
  if (!asking) {
    asking = makeAsking(questions, db.engine, account)
    known.set(questions, asking)
  }
  return asking
}

function makeAsking({ counts, milestones }: Questions, engine: Db['engine'], account: string): Asking {
  // Left to itself SQLite takes the index by name, which covers the question but walks everybody's events.
  const events =
    engine === 'sqlite' ? `events indexed by ${account ? 'events_account' : 'events_user'}` : 'events'
  const object = engine === 'sqlite' ? 'json_group_object' : 'json_object_agg'
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
  // The person's own passages, and the shop's shared ones.
  columns.push(`(select cast(${object}(experience, cast(past as text)) as text) from progress
    where environment = ? and account = ? and "user" in (?, ?)) as history`)
  if (milestones)
    columns.push(`(select cast(${object}(milestone, at) as text) from milestones_reached
      where environment = ? and account = ? and "user" = ?) as milestones`)
  return { columns: columns.join(', '), rules, milestones }
}

/** What stands for the `?` of the columns, in their order. */
export function paramsOf({ rules, milestones }: Asking, person: Person, now: number): Param[] {
  const { environment, account, user } = person
  const params: Param[] = []
  for (const rule of rules) {
    params.push(environment, account)
    if (isHers(rule, account)) params.push(user)
    params.push(rule.event, since(rule, now))
  }
  params.push(environment, account, user, account ? '' : user)
  if (milestones) params.push(environment, account, ownerOf(person).user)
  return params
}

/** Of each rule's event, the last of its steps that the count has reached; 0 before the first. */
export async function readAnswer(
  db: Db,
  person: Person,
  questions: Questions,
  now: number,
  answer: Answer,
): Promise<Stored> {
  const looking = questions.counts.flatMap(({ rule }) => (rule.where ? [rule] : []))
  const rows = looking.length ? await propertiesOf(db, person, looking, now) : []
  const counts = questions.counts.map(({ rule, steps }, i) => {
    const from = since(rule, now)
    const count = rule.where
      ? rows.filter(
          ({ name, at, user, properties }) =>
            name === rule.event &&
            at >= from &&
            (!isHers(rule, person.account) || user === person.user) &&
            matches(properties, rule.where!),
        ).length
      : answer[`n${i}`]!
    return steps.findLast((step) => count >= step) ?? 0
  })
  return { counts, milestones: answer.milestones || '{}', history: answer.history || '{}' }
}

const since = ({ withinDays }: EventRule, now: number) =>
  withinDays === undefined ? 0 : now - withinDays * DAY_MS

/** A person without a shop has only her own events. */
const isHers = ({ by }: EventRule, account: string) => by === 'user' || account === ''

function propertiesOf(db: Db, person: Person, rules: EventRule[], now: number) {
  const { events } = db.tables
  return db
    .select({ name: events.name, at: events.at, user: events.user, properties: events.properties })
    .from(events)
    .where(
      and(
        eq(events.environment, person.environment),
        eq(events.account, person.account),
        person.account ? undefined : eq(events.user, person.user),
        or(...rules.map((rule) => and(eq(events.name, rule.event), gte(events.at, since(rule, now))))),
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
