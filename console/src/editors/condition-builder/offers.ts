import type { Condition } from '#contract/condition'
import { number } from '../../format'
import { texts } from '../../locales'
import type { IconName } from '../../ui/icon'
import { type Known, traitValues } from './known'
import type { Choice } from './picker'
import { spoken } from './spoken'

/**
 * Which rules may be authored. A segment holds what the server knows; a rule inside a step holds what the till
 * knows; an audience both.
 */
export type Mode = 'segment' | 'audience' | 'page'

type Kind = 'account' | 'user' | 'event' | 'milestone' | 'segment' | 'history'
const kinds: Record<Mode, Kind[]> = {
  segment: ['account', 'user', 'event', 'milestone', 'segment', 'history'],
  audience: ['segment', 'account', 'user', 'event', 'milestone', 'history'],
  page: ['account', 'user', 'milestone', 'history'],
}
const icons: Record<Kind, IconName> = {
  account: 'shop',
  user: 'user',
  event: 'event',
  milestone: 'flag',
  segment: 'users',
  history: 'tour',
}

/** Everything a new rule can be about, grouped; `value` is `kind:name`, read back by `freshRule`. */
export function offers(mode: Mode, known: Known): Choice[] {
  return [...kinds[mode].flatMap((kind) => of(kind, known)), ...(mode === 'segment' ? [] : ofPage(known))]
}

/** What a rule of this kind can be about instead. */
export function of(kind: Kind, known: Known): Choice[] {
  const { condition } = texts()
  const choice = (id: string, label: string, detail?: string): Choice => ({
    value: `${kind}:${id}`,
    label,
    detail,
    icon: icons[kind],
    group: condition.kinds[kind],
  })
  if (kind === 'event')
    return known.vocabulary.events.map(({ name, n }) => choice(name, spoken(name), condition.seen(number(n))))
  if (kind === 'account') return known.vocabulary.accountTraits.map(({ name }) => choice(name, spoken(name)))
  if (kind === 'user') return known.vocabulary.userTraits.map(({ name }) => choice(name, spoken(name)))
  const named = { milestone: known.milestones, segment: known.segments, history: known.experiences }[kind]
  return named.map(({ id, name }) => choice(id, name))
}

function ofPage(known: Known): Choice[] {
  const { condition } = texts()
  const group = condition.kinds.page
  const fixed: Array<[string, string, IconName]> = [
    ['path', condition.path, 'monitor'],
    ['device', condition.device, 'tablet'],
    ['online', condition.online, 'globe'],
    ['hours', condition.clock, 'clock'],
    ['element', condition.element, 'target'],
  ]
  return [
    ...fixed.map(([value, label, icon]) => ({ value: `${value}:`, label, icon, group })),
    ...known.vocabulary.events.map(({ name }) => ({
      value: `happened:${name}`,
      label: `${spoken(name)} ${condition.inVisit}`,
      icon: 'event' as const,
      group,
    })),
  ]
}

/** Choices for a name that no till has sent yet. */
export function typedOffers(mode: Mode, name: string): Choice[] {
  const { use } = texts().condition
  const key = name.trim()
  if (!/^[a-zA-Z_][\w.]{0,63}$/.test(key)) return []
  const all: Choice[] = [
    { value: `account:${key}`, label: use.account(key), icon: 'shop' },
    { value: `user:${key}`, label: use.user(key), icon: 'user' },
  ]
  const event: Choice = {
    value: `${mode === 'page' ? 'happened' : 'event'}:${key}`,
    label: use.event(key),
    icon: 'event',
  }
  return [...all, event]
}

/** A whole rule from a choice: it means something at once, and every part can be changed in its line. */
export function freshRule(choice: string, known: Known): Condition {
  const kind = choice.slice(0, choice.indexOf(':'))
  const id = choice.slice(choice.indexOf(':') + 1)
  if (kind === 'account' || kind === 'user') {
    const first = traitValues(known, kind, id)[0] ?? ''
    return kind === 'user' ? { user: { [id]: first } } : { account: { [id]: first } }
  }
  if (kind === 'event') return { event: id, atLeast: 1 }
  if (kind === 'milestone') return { milestone: id, reached: true }
  if (kind === 'segment') return { segment: id }
  if (kind === 'history') return { history: id, is: 'completed' }
  if (kind === 'happened') return { happened: id }
  if (kind === 'device') return { device: ['tablet'] }
  if (kind === 'online') return { online: true }
  if (kind === 'hours') return { hours: [8, 18] }
  if (kind === 'element') return { element: { label: '', selector: '' }, present: true }
  return { path: '/' }
}
