import { createHash, timingSafeEqual } from 'node:crypto'

/** From the console's redirect to the page that exchanges it. */
export const CODE_MS = 60_000
/** Without a call for this long an author starts again at the console, which takes her a blink. */
export const TOKEN_MS = 2 * 60 * 60_000
/** However busy she is: a shift. */
export const TOKEN_MOST_MS = 12 * 60 * 60_000

/** The origin of an address, or null: `null` origins (files, sandboxed frames) match nothing. */
export function originOf(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const { origin, protocol } = new URL(address)
  return /^https?:$/.test(protocol) ? origin : null
}

/** Whether an origin, as a browser writes it, is exactly where the environment's application runs. */
export const isHome = (origin: string | undefined, appUrl: string | null) =>
  origin !== undefined && origin === originOf(appUrl)

/** PKCE with S256: whether the verifier is the one whose hash came with the request for the code. */
export function proves(verifier: string, challenge: string): boolean {
  const made = createHash('sha256').update(verifier).digest()
  const asked = Buffer.from(challenge, 'base64url')
  return made.length === asked.length && timingSafeEqual(made, asked)
}

/** Until when a token is good after a call at `now`. */
export const goodUntil = (createdAt: number, now: number) =>
  Math.min(now + TOKEN_MS, createdAt + TOKEN_MOST_MS)
