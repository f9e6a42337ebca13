import type { Desk } from '#contract/authoring'
import type { Api } from '../api'
import type { Refusal } from '../draft/autosave'
import { readAddress } from './address'
import { type Closed, nextLeg } from './enter'
import { challengeOf, makeSecret } from './pkce'
import { readTab, type Tab, writeTab } from './tab'

export type Arrival =
  | { is: 'open'; desk: Desk; step?: string; test?: true }
  | { is: 'closed'; because: Closed; experience?: string }
  /** The page is being left, or nobody came to write. */
  | { is: 'away' }

/**
 * Brings an author in: the address loses its mark at once, a code is exchanged, and who has none goes to the console
 * and comes back with one. The API's address is the host's own word, never the URL's.
 */
export async function arrive(api: Api, key: string): Promise<Arrival> {
  const { mark, rest } = readAddress(location.hash)
  const tab = readTab()
  if (mark) putAddress('code' in mark ? (tab?.trip?.hash ?? rest) : rest)
  const leg = nextLeg(mark, tab, Date.now())
  switch (leg.go) {
    case 'nowhere':
      return { is: 'away' }
    case 'stop':
      return { is: 'closed', because: leg.because, experience: leg.experience }
    case 'console':
      return leave(api, key, leg)
    case 'exchange': {
      const { experience, step, test, sentAt } = leg.tab
      writeTab({ experience, step, sentAt })
      try {
        const { desk } = await api.exchange(leg.code, leg.verifier)
        return { is: 'open', desk, step, test }
      } catch (error) {
        const because = (error as Refusal).code === 'offline' ? 'offline' : 'expired'
        return { is: 'closed', because, experience }
      }
    }
  }
}

/** Goes to the console for a code. Answers only when that is not possible. */
export async function leave(
  api: Api,
  key: string,
  { experience, step, test, sentAt }: Tab,
): Promise<Arrival> {
  const closed = (because: Closed): Arrival => ({ is: 'closed', because, experience })
  let url: URL
  try {
    url = new URL((await api.door(key)).url)
  } catch (error) {
    return closed((error as Refusal).code === 'unknown_key' ? 'unknown key' : 'offline')
  }
  const [verifier, state] = [makeSecret(), makeSecret()]
  if (!writeTab({ experience, step, test, sentAt, trip: { verifier, state, hash: location.hash } }))
    return closed('no storage')
  const { origin, pathname, search } = location
  const asks = { experience, key, origin, path: pathname + search, challenge: challengeOf(verifier), state }
  for (const [name, value] of Object.entries(asks)) url.searchParams.set(name, value)
  location.replace(url)
  return { is: 'away' }
}

/** The address without the mark, which must not be copied, reloaded or sent along. */
function putAddress(hash: string) {
  const { pathname, search } = location
  try {
    history.replaceState(history.state, '', pathname + search + hash)
  } catch {
    // A host that guards its history keeps at least no code in it.
    location.hash = hash
  }
}
