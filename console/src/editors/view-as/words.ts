import type { Verdict } from '#contract/why'
import { moment } from '../../format'
import { texts } from '../../locales'

/** The verdict in a few words: "apareceria", or the till's own reason with its date. */
export function shortVerdict(verdict: Verdict): string {
  const { why } = texts()
  const { decision, rules } = verdict
  if (decision.show) return rules.some(({ holds }) => holds === null) ? why.short.page : why.short.shown
  const when = whenOf(verdict)
  return [why.because[decision.because], when].filter(Boolean).join(' ')
}

/** The moment that a reason speaks of, where it speaks of one. */
function whenOf({ decision, past }: Verdict): string | undefined {
  const { why } = texts()
  if (decision.show) return undefined
  if (decision.because === 'snoozed' && past?.snooze) return why.until(moment(past.snooze.until))
  const at = {
    completed: past?.completedAt,
    dismissed: past?.dismissedAt,
    'too soon': past?.lastSeenAt,
  }[decision.because as string]
  return at === undefined ? undefined : `(${moment(at)})`
}

/** "Maria · Mercearia Dona Lurdes" */
export const nameOf = ({ name, account }: Verdict['person']) =>
  [name, account?.name].filter(Boolean).join(' · ')

/** One sentence about all that were asked for. `of`: the shop or segment they are of; absent for one person. */
export function findingOf(verdicts: Verdict[], of: string | undefined): string {
  const { why } = texts()
  const [first] = verdicts
  if (!first) return why.nobody(of ?? '')
  if (of !== undefined && verdicts.length > 1)
    return why.some(
      String(verdicts.filter(({ decision }) => decision.show).length),
      String(verdicts.length),
      of,
    )
  const { decision, person, rules } = first
  if (!decision.show) return why.wouldNot(person.name, shortVerdict(first))
  return (rules.some(({ holds }) => holds === null) ? why.wouldLater : why.would)(person.name)
}

/** What a text may say of this person and her shop: `pessoa.nome`, `loja.uf`. */
export function lookupOf({ name, traits, account }: Verdict['person']) {
  const known: Record<string, unknown> = {
    'pessoa.nome': name,
    ...(account && { 'loja.nome': account.name }),
    ...prefixed('pessoa', traits),
    ...prefixed('loja', account?.traits ?? {}),
  }
  return (word: string): string | undefined => {
    const value = known[word]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
}

const prefixed = (stem: string, traits: object) =>
  Object.fromEntries(Object.entries(traits).map(([key, value]) => [`${stem}.${key}`, value]))
