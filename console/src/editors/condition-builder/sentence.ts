import type { Condition } from '#contract/condition'
import { number } from '../../format'
import { texts } from '../../locales'
import type { IconName } from '../../ui/icon'
import type { Known, Named } from './known'
import { readMatch, type Test, type Value } from './match'
import { spoken } from './spoken'
import { isGroup, joinOf, partsOf, unwrap } from './tree'

/** A piece of a rule's sentence: what is spoken of, the words between, what it is compared with. */
export interface Word {
  as: 'subject' | 'plain' | 'value'
  text: string
  icon?: IconName
}

type Rule<K extends string> = Extract<Condition, Record<K, unknown>>

const subject = (text: string, icon?: IconName): Word => ({ as: 'subject', text, icon })
const plain = (text: string): Word => ({ as: 'plain', text })
const value = (text: string, icon?: IconName): Word => ({ as: 'value', text, icon })

/** A whole condition in one line, for lists: "certificado pronto é não e está em Novas". */
export function sentence(condition: Condition, known: Known): string {
  const { negated, inner } = unwrap(condition)
  if (isGroup(inner)) {
    const words = groupSentence(inner, known)
    return negated ? texts().condition.not(words) : words
  }
  if (!negated) return line(inner, known)
  const contrary = contraryOf(inner)
  return contrary ? line(contrary, known) : texts().condition.not(line(inner, known))
}

/** What says the opposite of a rule in words of its own, if it has such words. */
function contraryOf(rule: Condition): Condition | undefined {
  if ('milestone' in rule && !rule.withinDays) return { ...rule, reached: !rule.reached }
  if ('element' in rule) return { ...rule, present: !rule.present }
  if ('online' in rule) return { ...rule, online: !rule.online }
}

function groupSentence(inner: Parameters<typeof partsOf>[0], known: Known): string {
  const { condition } = texts()
  const parts = partsOf(inner)
  if (!parts.length) return condition.everyone
  const between = joinOf(inner) === 'all' ? condition.and : condition.or
  return parts
    .map((part) => {
      const words = sentence(part, known)
      return isGroup(part) && partsOf(part).length > 1 && parts.length > 1 ? `(${words})` : words
    })
    .join(` ${between} `)
}

const line = (rule: Condition, known: Known) => phrase(rule, known).map(inLine).join(' ')

/** Without its picture the subject says what it is. */
function inLine({ icon, text }: Word): string {
  const { condition } = texts()
  if (icon === 'flag') return condition.theMilestone(text)
  if (icon === 'tour') return condition.theContent(text)
  return text
}

/** A single rule as words; groups and `not` are lines of their own. A rule from the future is named as such. */
export function phrase(rule: Condition, known: Known): Word[] {
  const { condition: words } = texts()
  if ('user' in rule) return matchWords(rule.user, 'user')
  if ('account' in rule) return matchWords(rule.account, 'account')
  if ('event' in rule) return eventWords(rule)
  if ('segment' in rule) return [plain(words.inSegment), value(nameOf(known.segments, rule.segment), 'users')]
  if ('milestone' in rule)
    return [
      subject(nameOf(known.milestones, rule.milestone), 'flag'),
      plain(rule.reached ? words.reached.yes : words.reached.no),
      ...(rule.withinDays
        ? [plain(words.inLast(rule.withinDays === 1)), value(lastDays(rule.withinDays))]
        : []),
    ]
  if ('history' in rule)
    return [subject(nameOf(known.experiences, rule.history), 'tour'), plain(words.history[rule.is])]
  if ('path' in rule) return [subject(words.path), plain(words.pathIs), value(rule.path)]
  if ('element' in rule)
    return [
      subject(rule.element.label || words.element, 'target'),
      plain(rule.present ? words.onScreen.yes : words.onScreen.no),
    ]
  if ('happened' in rule)
    return [subject(spoken(rule.happened), 'event'), plain(words.inVisit), ...whereWords(rule.where)]
  if ('device' in rule) return [subject(words.device), plain(words.deviceIs), value(deviceWords(rule.device))]
  if ('online' in rule)
    return [subject(words.online), plain(rule.online ? words.isOnline.yes : words.isOnline.no)]
  if ('hours' in rule) return hoursWords(rule)
  return [subject(words.unknown), plain(JSON.stringify(rule))]
}

function matchWords(match: Rule<'user'>['user'], of: 'user' | 'account'): Word[] {
  const { condition } = texts()
  const tests = readMatch(match)
  const icon = of === 'user' ? 'user' : 'shop'
  if (!tests?.length) return [subject(condition.unknown, icon), plain(JSON.stringify(match))]
  return tests.flatMap((test, i) => [
    ...(i ? [plain(condition.and)] : []),
    subject(of === 'user' ? condition.ofUser(spoken(test.name)) : spoken(test.name), icon),
    ...testWords(test),
  ])
}

/** What follows the name of a trait or property. */
export function testWords(test: Test): Word[] {
  const { condition } = texts()
  const verb = plain(condition.operators[test.operator])
  if (test.operator === 'exists' || test.operator === 'missing') return [verb]
  return [verb, value(valueWords(test.value))]
}

export function valueWords(given: Value | Value[]): string {
  const { condition, common } = texts()
  if (Array.isArray(given))
    return given.length ? orList(given.map((one) => valueWords(one))) : condition.choose
  if (typeof given === 'boolean') return given ? common.yes : common.no
  if (typeof given === 'number') return number(given, Number.isInteger(given) ? 0 : 2)
  return given || condition.choose
}

const orList = (words: string[]) => {
  const last = words.at(-1)!
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${texts().condition.or} ${last}` : last
}

function eventWords(rule: Rule<'event'>): Word[] {
  const { condition } = texts()
  return [
    subject(spoken(rule.event), 'event'),
    plain(rule.by === 'user' ? condition.happened.user : condition.happenedShort),
    value(timesWords(rule)),
    ...(rule.withinDays === undefined
      ? [plain(condition.since), value(condition.always)]
      : [plain(condition.within), value(dayCount(rule.withinDays))]),
    ...whereWords(rule.where),
  ]
}

function whereWords(where: Rule<'event'>['where']): Word[] {
  const { condition } = texts()
  if (!where) return []
  const tests = readMatch(where)
  if (!tests) return [plain(condition.with), plain(JSON.stringify(where))]
  return tests.flatMap((test, i) => [
    plain(i ? condition.and : condition.with),
    subject(spoken(test.name)),
    ...testWords(test),
  ])
}

/** "1 vez ou mais", "0 vezes", "de 2 a 5 vezes". */
export function timesWords({ atLeast, atMost }: { atLeast?: number; atMost?: number }): string {
  const { times } = texts().condition
  const least = atLeast ?? (atMost === undefined ? 1 : 0)
  if (atMost === undefined) return times.atLeast(number(least), least === 1)
  if (least === atMost) return times.exactly(number(least), least === 1)
  if (least === 0) return times.atMost(number(atMost), atMost === 1)
  return times.between(number(least), number(atMost))
}

export const dayCount = (days: number) =>
  texts().condition.dayCount(number(days, Number.isInteger(days) ? 0 : 1), days === 1)

/** After "in the last": a single day needs no number. */
export const lastDays = (days: number) => (days === 1 ? texts().condition.lastDay : dayCount(days))

export const deviceWords = (devices: Rule<'device'>['device']) =>
  orList(devices.map((device) => texts().condition.devices[device]))

export const hourWords = (hour: number) => {
  const minutes = Math.round((hour % 1) * 60)
  return `${Math.floor(hour)}h${minutes ? String(minutes).padStart(2, '0') : ''}`
}

function hoursWords({ hours, days }: Rule<'hours'>): Word[] {
  const { condition } = texts()
  return [
    subject(condition.clock, 'clock'),
    plain(condition.clockIs),
    value(condition.hours(hourWords(hours[0]), hourWords(hours[1]))),
    ...(days?.length ? [plain(condition.onDays), value(dayNames(days))] : []),
  ]
}

export const dayNames = (days: number[]) => orList(days.map((day) => texts().condition.weekdays[day] ?? '?'))

export const nameOf = (named: Named[], id: string) =>
  named.find((one) => one.id === id)?.name ?? texts().condition.gone(id)
