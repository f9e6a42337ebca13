import type { BusyRule, BusySettings, RushHours } from '#contract/busy'
import { dayNames, hourWords } from '../../editors/condition-builder/sentence'
import { texts } from '../../locales'

/** The one sentence of the page. */
export function findingOf({ rules, rushHours }: BusySettings): string {
  const { findings } = texts().busy
  if (rules.length && rushHours.length) return findings.both(rules.length)
  if (rules.length) return findings.rules(rules.length)
  return rushHours.length ? findings.rush : findings.none
}

export const rushWords = ({ hours: [from, to], days }: RushHours) =>
  `${hourWords(from)}–${hourWords(to)}${days ? `, ${dayNames(days)}` : ''}`

/** What keeps each rule from being saved, by its place in the list; the rush hours stand after the rules. */
export function wrongOf({ rules, rushHours }: BusySettings): Array<string | undefined> {
  const { wrong } = texts().busy
  const names = rules.map(({ name }) => name.trim())
  const wrongRule = (rule: BusyRule, i: number) => {
    if (!names[i]) return wrong.name
    if (names.indexOf(names[i]) !== i) return wrong.nameTaken
    if (rule.while === 'element' && !(rule.target.label.trim() && rule.target.selector?.trim()))
      return rule.target.fingerprint ? undefined : wrong.element
    if (rule.while === 'events' && !rule.from) return wrong.from
    if (rule.while === 'events' && rule.until.some((event) => !event)) return wrong.until
  }
  return [
    ...rules.map(wrongRule),
    ...rushHours.map(({ hours: [from, to] }) => (from === to ? wrong.hours : undefined)),
  ]
}

/** The rush of one weekday as pieces of its 24 hours; one past midnight is two pieces of each of its days. */
export function piecesOf(rushHours: readonly RushHours[], day: number): Array<[from: number, to: number]> {
  return rushHours
    .filter(({ days }) => !days || days.includes(day))
    .flatMap(
      ({ hours: [from, to] }): Array<[number, number]> =>
        from < to
          ? [[from, to]]
          : [
              [0, to],
              [from, 24],
            ],
    )
    .filter(([from, to]) => from < to)
    .sort(([a], [b]) => a - b)
}
