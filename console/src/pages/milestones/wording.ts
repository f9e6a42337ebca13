import { localise } from '#contract/localise'
import type { Milestone, MilestoneInput, Need } from '#contract/milestone'
import { readMatch } from '../../editors/condition-builder/match'
import { timesWords, valueWords } from '../../editors/condition-builder/sentence'
import { spoken } from '../../editors/condition-builder/spoken'
import { list, number } from '../../format'
import { locale, texts } from '../../locales'

export const nameOf = (milestone: Pick<Milestone, 'name'>) => localise(milestone.name, locale.value)

/** "NFC-e autorizada 1 vez ou mais (forma é pix)". */
export function needWords({ event, atLeast, where }: Need): string {
  const times = (atLeast ?? 1) > 1 ? ` ${timesWords({ atLeast })}` : ''
  const tests = readMatch(where ?? {})
  const { operators } = texts().condition
  const details = (tests ?? []).map(
    ({ name, operator, value }) =>
      `${spoken(name)} ${operators[operator]}${operator === 'exists' || operator === 'missing' ? '' : ` ${valueWords(value)}`}`,
  )
  if (!tests) details.push(JSON.stringify(where))
  return `${spoken(event)}${times}${details.length ? ` (${list(details)})` : ''}`
}

/** What must happen, and by when: the whole rule of a milestone in a line. */
export function ruleWords(milestone: MilestoneInput, ladder: Milestone[]): string {
  const { milestones: t } = texts()
  const needs = list(milestone.needs.map(needWords))
  if (!milestone.within) return needs
  const { hours, of } = milestone.within
  const other = ladder.find(({ key }) => key === of)
  return `${needs}, ${t.race(number(hours), other ? nameOf(other) : of)}`
}

/** A key as the contract wants it, from a name: "1ª venda com NFC-e" → `venda_com_nfc_e`. */
export const keyFrom = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\d[ªº]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .replace(/_+$/, '')
    .slice(0, 60)

export const isKey = (key: string) => /^[a-z][a-z0-9_]{0,59}$/.test(key)
