import type { MissingReason } from './sight'
import type { Target } from './target'

/** `missing`: tills do not find it now. `attention`: some do not. `unseen`: none has looked. `none`: no target. */
export type TargetState = 'ok' | 'attention' | 'missing' | 'unseen' | 'none'

/** How often tills looked for an element, and how often it was there. */
export interface Looks {
  found: number
  missing: number
  /** Median confidence of those found, 0..1 in steps of 0.05, rounded down; null: none found. */
  confidence: number | null
}

/** The element of one step at the tills, since its target was last changed. */
export interface StepHealth extends Looks {
  step: string
  /** From 1, as people count. */
  place: number
  /** What tills look for: a draft may have another by now. */
  target?: Target
  state: TargetState
  /** By the host's own version, the latest seen first; `null`: the host tells none. */
  releases: Array<Looks & { release: string | null; lastAt: number }>
  /** When `attention` or `missing`: where it began. */
  trouble?: {
    /** First failure of the release, or since it was last found. */
    since: number
    release: string | null
    path: string | null
    because: MissingReason
    /** Of the likeliest candidate then, 0..1. */
    confidence: number
  }
}

/** GET /api/:env/targets/:experience?days=7. The content is the published one, else the newest version. */
export interface TargetHealth {
  experience: string
  version: number
  from: number
  steps: StepHealth[]
}
