import { type SQL, sql } from 'drizzle-orm'
import type { Condition } from '#contract/condition'
import type { Db } from '../db/database'
import { matchSql } from './match'
import { isAboutPage } from './shape'
import { and, FALSE, not, or, surely, TRUE } from './sql'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Compiling {
  engine: Db['engine']
  environment: string
  now: number
  /** Conditions of all segments, by id. One that is missing holds nobody. */
  segments: ReadonlyMap<string, Condition>
}

/**
 * The same question as `resolve`, asked of all people at once: a test over the rows of `people` (see there), true for
 * those whom the condition holds. Rules about the page count as met, for nobody here can know: so it finds those whom
 * it *could* hold.
 */
export function compile(condition: Condition, context: Compiling): SQL {
  return test(condition, context, true, [])
}

/** `wanted`: the side on which an unknown counts; it turns with every `not`. */
function test(rule: Condition, context: Compiling, wanted: boolean, inside: string[]): SQL {
  if ('all' in rule) return and(rule.all.map((part) => test(part, context, wanted, inside)))
  if ('any' in rule) return or(rule.any.map((part) => test(part, context, wanted, inside)))
  if ('not' in rule) return not(test(rule.not, context, !wanted, inside))
  if ('segment' in rule) {
    const named = context.segments.get(rule.segment)
    // A cycle cannot be saved; should one be there all the same, it holds nobody.
    if (!named || inside.includes(rule.segment)) return FALSE
    return test(named, context, wanted, [...inside, rule.segment])
  }
  if ('user' in rule) return matchSql(context.engine, sql`p.user_traits`, rule.user)
  if ('account' in rule) return matchSql(context.engine, sql`p.account_traits`, rule.account)
  if ('event' in rule) return eventTest(rule, context)
  if ('milestone' in rule) return milestoneTest(rule, context)
  if ('history' in rule) return historyTest(rule, context)
  return isAboutPage(rule) === wanted ? TRUE : FALSE
}

type Rule<K extends string> = Extract<Condition, Record<K, unknown>>

function eventTest(rule: Rule<'event'>, { engine, environment, now }: Compiling): SQL {
  const { event, by, where, withinDays, atMost } = rule
  const atLeast = rule.atLeast ?? (atMost === undefined ? 1 : 0)
  if (atLeast <= 0 && atMost === undefined) return TRUE
  const tests = [
    sql`e.environment = ${environment}`,
    sql`e.account = p.account`,
    sql`e.name = ${event}`,
    ...(withinDays === undefined ? [] : [sql`e.at >= ${Math.ceil(now - withinDays * DAY_MS)}`]),
    ...(where ? [matchSql(engine, sql`e.properties`, where)] : []),
  ]
  const hers = sql`e."user" = p.user_id`
  // Counting stops as soon as the answer is known.
  const enough = Math.max(atLeast, (atMost ?? 0) + 1)
  // Left to itself SQLite takes the index by name, which covers the question but walks everybody's events each time.
  const events = (index: string) =>
    engine === 'sqlite' ? sql.raw(`events e indexed by ${index}`) : sql`events e`
  const countOf = (index: string, all: SQL[]) =>
    sql`(select count(*) from (select 1 from ${events(index)} where ${sql.join(all, sql` and `)} limit ${enough}) c)`
  // A person without a shop has only her own events; they have no shop's index to be found by.
  const count = sql`case when p.account = '' then ${countOf('events_user', [...tests, hers])} else ${countOf('events_account', by === 'user' ? [...tests, hers] : tests)} end`
  return atMost === undefined
    ? sql`(${count} >= ${atLeast})`
    : sql`(${count} between ${atLeast} and ${atMost})`
}

function milestoneTest(
  { milestone, reached, withinDays }: Rule<'milestone'>,
  { environment, now }: Compiling,
) {
  const since = withinDays === undefined ? TRUE : sql`m.at >= ${Math.ceil(now - withinDays * DAY_MS)}`
  const found = sql`exists (select 1 from milestones_reached m where m.environment = ${environment} and m.account = p.account and m."user" = case when p.account = '' then p.user_id else '' end and m.milestone = ${milestone} and ${since})`
  return reached ? found : not(found)
}

const moments = { seen: 'startedAt', never: 'startedAt', completed: 'completedAt', dismissed: 'dismissedAt' }

function historyTest({ history, is }: Rule<'history'>, { engine, environment }: Compiling): SQL {
  const moment = moments[is]
  const value =
    engine === 'sqlite'
      ? sql`json_extract(h.past, ${`$.${moment}`})`
      : sql`(h.past ->> ${moment}::text)::bigint`
  // Her own passage, or the shop's where progress is shared.
  const found = sql`exists (select 1 from progress h where h.environment = ${environment} and h.account = p.account and h."user" in (p.user_id, '') and h.experience = ${history} and ${surely(sql`${value} <> 0`)})`
  return is === 'never' ? not(found) : found
}
