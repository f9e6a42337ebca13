import type * as Upkeep from '../stage/upkeep'
import { toJson } from './json'
import { canResolve, provide } from './rules'

// Parts that most page loads and most first cards do without; the words of a rule or a content tell which it needs.
const RULES = /"(audience|where|when|rushHours)":/
const ELEMENTS = /"(element|target|idleMs)":/
const FINGERPRINT = /"fingerprint":/
const FACTS = /\{\{|"image"/

/** What answers rules about elements and rest, and keeps a card right once it stands; see `fetchUpkeep`. */
export let upkeep: typeof Upkeep | undefined

/** Rejects when it is not to be had now: offline and never fetched. */
export const fetchUpkeep = async () => {
  upkeep = await import('../stage/upkeep')
  return upkeep
}

/** Whether these rules can be asked now: without the parts that answer them it would be a guess. */
export const isAnswerable = (rules: unknown) => {
  const text = toJson(rules)
  return (upkeep || !ELEMENTS.test(text)) && (canResolve() || !RULES.test(text))
}

/** Fetches what rules or a content cannot do without. Rejects like `fetchUpkeep`. */
export async function fetchParts(what: unknown): Promise<void> {
  const text = toJson(what)
  await Promise.all([
    RULES.test(text) && import('#contract/resolve').then(provide),
    (ELEMENTS.test(text) || FACTS.test(text)) &&
      fetchUpkeep().then(({ fetchSearch }) => FINGERPRINT.test(text) && fetchSearch()),
  ])
}
