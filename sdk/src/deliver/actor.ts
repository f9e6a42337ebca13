import type { Actor } from '#contract/event'
import { type Kept, keyOf } from '../core/people'
import type { Tx } from '../core/store'

/** Who an event's `who` is, with the newest proof: what was captured offline is proven by the grant that came afterwards. */
export async function actorOf(tx: Tx, who: string): Promise<Actor> {
  const [user, account] = JSON.parse(who) as [string, string?]
  const kept = await tx.get<Kept>(keyOf(who))
  const grant = kept?.bundle?.grant
  return { user, account, grant, token: grant ? undefined : kept?.token }
}
