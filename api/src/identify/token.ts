import { compactVerify } from 'jose'
import { z } from 'zod'
import { Traits } from '#contract/traits'
import { isStorable } from '../events/storable'
import { Kept } from '../kept'

/** Clocks of the host's server and ours. */
const LEEWAY_MS = 60_000

const Claims = z.object({
  sub: z.string().min(1).max(120),
  account: z.string().min(1).max(120).optional(),
  traits: Traits.optional(),
  nbf: z.number().optional(),
  exp: z.number().optional(),
})

export interface Identity {
  user: string
  account?: string
  traits?: Traits
  /** Epoch milliseconds; without bounds where the token has no `nbf` or `exp`. */
  notBefore: number
  expiresAt: number
}

/**
 * Reads an HS256 token signed with one of the secrets; undefined when it is not one of ours or not shaped as it should.
 * It may have expired: the caller asks for the moment that matters to it with `isFresh`.
 */
export async function readToken(secrets: string[], token: string): Promise<Identity | undefined> {
  for (const secret of secrets) {
    const name = `${secret} ${token}`
    const found = kept.get(name) ?? (await verify(secret, token))
    if (!found) continue
    kept.set(name, found)
    return found
  }
  return undefined
}

/** A till shows its token at each boot until it expires; verifying it takes longer than all else there. Good ones only. */
const kept = new Kept<Identity>(5000)

async function verify(secret: string, token: string): Promise<Identity | undefined> {
  try {
    const key = new TextEncoder().encode(secret)
    const { payload } = await compactVerify(token, key, { algorithms: ['HS256'] })
    return identity(new TextDecoder().decode(payload))
  } catch {
    // Another secret's, or nobody's.
    return undefined
  }
}

export const isFresh = ({ notBefore, expiresAt }: Identity, at: number) =>
  at >= notBefore - LEEWAY_MS && at <= expiresAt + LEEWAY_MS

function identity(json: string): Identity | undefined {
  const parsed = Claims.safeParse(JSON.parse(json))
  if (!parsed.success || !isStorable(JSON.stringify(parsed.data))) return undefined
  const { sub, account, traits, nbf, exp } = parsed.data
  return {
    user: sub,
    account,
    traits,
    notBefore: nbf === undefined ? -Infinity : nbf * 1000,
    expiresAt: exp === undefined ? Infinity : exp * 1000,
  }
}
