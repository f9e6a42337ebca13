import type { Traits } from '#contract/traits'
import type { Db } from '../db/database'
import type { EnvironmentRow } from '../environments/store'
import { type Bearer, readGrant } from './grant'
import { identitySecrets } from './secrets'
import { type Identity, isFresh, readToken } from './token'

/** What a till sent to prove who is there, as far as it is worth something. */
export interface Proof {
  token?: Identity
  /** A grant that rests on a token. */
  signedGrant: boolean
  /** Something was sent, good or not. */
  given: boolean
}

export type Verdict =
  | { ok: true; signed: boolean; traits?: Traits }
  | { ok: false; because: 'identity_required' | 'identity_invalid' }

/** Reads a token and a grant; each counts only if it speaks of this very person, shop and device. */
export async function readProof(
  db: Db,
  { id, grantSecret }: EnvironmentRow,
  { user, account, device }: Omit<Bearer, 'environment'>,
  { token, grant }: { token?: string; grant?: string },
  now: number,
): Promise<Proof> {
  const told = token ? await readToken(await identitySecrets(db, id), token) : undefined
  const fits = told?.user === user && (told.account === undefined || told.account === account)
  const held = grant
    ? readGrant(grantSecret, { environment: id, user, account, device }, grant, now)
    : undefined
  return {
    token: fits ? told : undefined,
    signedGrant: held?.signed ?? false,
    given: Boolean(token || grant),
  }
}

/**
 * Whether a person is who the page says. A token counts for what happened while it was valid; a grant proves later
 * what a token proved before. Where identity is open everyone is accepted, and `signed` tells who could prove it.
 */
export function judge(
  { identity }: EnvironmentRow,
  { token, signedGrant, given }: Proof,
  at: number,
): Verdict {
  if (token && isFresh(token, at)) return { ok: true, signed: true, traits: token.traits }
  if (signedGrant) return { ok: true, signed: true }
  if (identity === 'open') return { ok: true, signed: false }
  return { ok: false, because: given ? 'identity_invalid' : 'identity_required' }
}
