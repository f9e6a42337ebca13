import type { Verdict } from '#contract/why'
import * as said from '../../../../sdk/src/editor/view/why'
import { moment } from '../../format'
import { texts } from '../../locales'

export { nameOf } from '../../../../sdk/src/editor/view/why'

const saying = (): said.Saying => ({ why: texts().why, moment: (at) => moment(at) })

export const shortVerdict = (verdict: Verdict) => said.shortVerdict(verdict, saying())

export const findingOf = (verdicts: Verdict[], of: string | undefined) =>
  said.findingOf(verdicts, of, saying())

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
