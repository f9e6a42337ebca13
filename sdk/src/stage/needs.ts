import { toJson } from '../core/json'
import { canMatch, provide } from '../core/matches'
import { fetchSearch } from './late-search'

/** Rules about a person's or shop's traits, or about an event's details. */
const ASKS_TRAITS = /"(where|user|account)":/
/** An element without a selector is only found by its fingerprint. */
const ASKS_SEARCH = /"fingerprint":/

/**
 * Fetches what these rules or this content cannot do without. Rejects when that is not to be had now: offline
 * and never fetched.
 */
export async function fetchNeeds(what: unknown, onlyUnmarked = false): Promise<void> {
  const text = toJson(what)
  const traits =
    ASKS_TRAITS.test(text) &&
    !canMatch() &&
    import('#contract/matches').then(({ matches }) => provide(matches))
  const search = ASKS_SEARCH.test(onlyUnmarked ? withoutMarked(what) : text) && fetchSearch()
  await Promise.all([traits, search])
}

/** A step's element is looked for by its selector first; a rule about an element must not be told "absent" in haste. */
const withoutMarked = (content: unknown) =>
  JSON.stringify(content, (_, value) => (value?.selector && value.fingerprint ? undefined : value)) ?? ''
