import type { Bundle } from '#contract/bundle'
import { mergePast } from '#contract/merge-past'
import type { Past } from '#contract/progress'
import type { Traits } from '#contract/traits'
import type { Store, Tx } from './store'

/** Who signed in, as the host said it. */
export interface Identity {
  user: string
  account?: string
  token?: string
  traits?: Traits
  accountTraits?: Traits
}

/** One passage through one experience; the same across reloads. */
export interface Run {
  id: string
  at: number
}

/** What this device keeps of a person between visits. Traits are not among it: the host brings them each time. */
export interface Kept {
  user: string
  account?: string
  token?: string
  bundle?: Bundle
  history: Record<string, Past>
  /** Runs that were on the screen when the page went away. */
  open: Record<string, Run>
  usedAt: number
}

/** Separate progress per user and account: a person who works in two shops starts anew in each. */
export const whoOf = ({ user, account }: Identity) => JSON.stringify(account ? [user, account] : [user])

export const keyOf = (who: string) => `p:${who}`

export interface People {
  load(identity: Identity): Promise<Kept>
  /** Changes what is kept, together with what another tab may have learnt meanwhile. */
  change(identity: Identity, edit: (kept: Kept) => Kept): Promise<Kept>
}

export function openPeople(store: Store): People {
  const read = async (tx: Tx, identity: Identity): Promise<Kept> => {
    const { user, account, token } = identity
    const kept = await tx.get<Kept>(keyOf(whoOf(identity)))
    return { history: {}, open: {}, ...kept, user, account, token: token || kept?.token, usedAt: Date.now() }
  }
  const change: People['change'] = (identity, edit) =>
    store.run(async (tx) => {
      const next = edit(await read(tx, identity))
      await tx.put(keyOf(whoOf(identity)), next)
      return next
    })
  return {
    change,
    load: (identity) => change(identity, (kept) => kept),
  }
}

/** The server's state and the till's become one: what either knows is known. */
export function withBundle(kept: Kept, bundle: Bundle): Kept {
  return { ...kept, bundle, history: merged(kept.history, bundle.history) }
}

export function merged(a: Kept['history'], b: Kept['history']): Kept['history'] {
  const history = { ...a }
  for (const id of Object.keys(b)) history[id] = mergePast(history[id] || {}, b[id]!)
  return history
}
