import { sha256 } from '@noble/hashes/sha2.js'

// A till on plain http in the shop's network has no `crypto.subtle`, so the hash is a library's.

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** 32 random bytes: a verifier, or a state. */
export const makeSecret = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** What may be shown of a verifier: its SHA-256 (RFC 7636, `S256`). */
export const challengeOf = (verifier: string) => base64url(sha256(new TextEncoder().encode(verifier)))
