import { z } from 'zod'
import type { Experience } from './library'
import type { Theme } from './theme'
import { type Verdict, WhyRequest } from './why'
import type { Environment } from './workspace'

// How an author gets from the console into the running application: a one-time code by redirect, bound to a secret
// that never leaves her page (PKCE, RFC 7636), then a token that can read and write one draft and nothing else.

/** What stands behind `#` when the console sends an author to the application. A name, no secret and no address. */
export const MARK = 'trilha-editor'

/** GET /v1/authoring/door?key=pk_…: the page of the console that hands out codes. */
export interface Door {
  url: string
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'not 32 bytes in base64url')

/** POST /api/authoring/codes, by the console for who is signed in there. */
export const CodeRequest = z.strictObject({
  /** Public key of the environment. */
  key: z.string().min(1).max(80),
  experience: z.string().min(1).max(60),
  /** Where the application runs: scheme, host and port, exactly. */
  origin: z.string().min(1).max(300),
  /** SHA-256 of the verifier that the application's page keeps. */
  challenge: base64url,
})
export type CodeRequest = z.infer<typeof CodeRequest>

export interface Code {
  code: string
}

/** POST /v1/authoring/token. A code is good once. */
export const Exchange = z.strictObject({ code: base64url, verifier: base64url })
export type Exchange = z.infer<typeof Exchange>

/** The answer: what to send as `Authorization: Bearer …`, and the draft it opens. */
export interface Opened {
  token: string
  desk: Desk
}

/** GET /v1/authoring/draft: all that is needed to edit one draft on the running application. */
export interface Desk {
  experience: Experience
  author: string
  environment: Pick<Environment, 'name' | 'kind'>
  theme?: Theme
  /** Where the console shows this experience. */
  consoleUrl: string
}

/** GET /v1/authoring/segments: whom the draft can be looked at as. */
export type Segments = Array<{ id: string; name: string }>

/** POST /v1/authoring/why: as the console's own question, of the one draft that the token opens. */
export const WhyHere = WhyRequest.omit({ experience: true })
export type WhyHere = z.infer<typeof WhyHere>

/** The verdict without traits and rules: whatever else runs in the host's page learns no more of a person than her name. */
export interface VerdictHere {
  person: { id: string; name: string; account: { name: string } | null }
  decision: Verdict['decision']
  rules: Array<{ holds: boolean | null }>
  steps?: Verdict['steps']
  past?: Verdict['past']
}
