import { z } from 'zod'
import type { BusySettings } from './busy'
import type { Condition } from './condition'
import type { Kind } from './experience'
import type { Frequency } from './frequency'
import type { Past } from './progress'
import type { Theme } from './theme'
import { Traits } from './traits'
import type { Trigger } from './trigger'

const Id = z.string().min(1).max(120)

/** POST /v1/:key/boot, as `text/plain` JSON so that no preflight is needed. */
export const BootRequest = z.object({
  device: z.string().min(8).max(60),
  user: z.object({ id: Id, traits: Traits.optional() }),
  account: z.object({ id: Id, traits: Traits.optional() }).optional(),
  /** HS256 JWT of the host's back end: `sub`, optional `account`, `traits`, `exp`. */
  token: z.string().max(4096).optional(),
  /** An earlier answer's grant, good enough when the token has expired. */
  grant: z.string().max(1024).optional(),
  locale: z.string().max(20),
  sdk: z.string().max(20),
  release: z.string().max(60).optional(),
  /** `etag` of the answer held in the cache; unchanged answers 204 without a body. */
  have: z.string().max(80).optional(),
})
export type BootRequest = z.infer<typeof BootRequest>

/** One experience this person may be shown, with what is left to ask on the page. */
export interface Candidate {
  id: string
  kind: Kind
  version: number
  /** GET /v1/:key/content/:hash, immutable. */
  hash: string
  priority: number
  trigger: Trigger
  frequency: Frequency
  /** What the server could not decide; absent when it could. Never names a segment. */
  audience?: Condition
  expiresAt?: number
  duringSale?: boolean
}

/** All a till downloads for one person: small, private, with an etag. Moments in epoch milliseconds. */
export interface Bundle {
  etag: string
  /** Server clock, so that a till with a wrong one can tell. */
  now: number
  /** Publication revision of the environment; see `Pulse`. */
  rev: number
  /** Proves this (environment, user, account, device) for events sent later. */
  grant: string
  candidates: Candidate[]
  /** What became of each candidate for this person (or this shop), by experience id. */
  history: Record<string, Past>
  /** Milestones of the account (or person) that candidates mention, and when they were reached. */
  milestones: Record<string, number>
  /** For milestones not reached yet: the last moment at which each still counts (a race or a deadline). */
  dueAt?: Record<string, number>
  /** First sign-in of the account: deadlines count from here. */
  accountSince?: number
  /** Facts for texts: `pessoa.*` and `loja.*` that contents mention come from the host's own traits, not from here. */
  theme?: Theme
  /** When to stay out of the way; absent: only when the host says so. */
  busy?: BusySettings
}

/** GET /v1/:key/pulse: the same for everyone, cacheable for 15 s. */
export interface Pulse {
  rev: number
  /** Experiences that must not be shown although a cached bundle has them. */
  off: string[]
}
