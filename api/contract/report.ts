import type { MissingReason } from './sight'
import type { Localised } from './text'

/** A share with its Wilson interval at 95 %; null where it cannot be computed (nobody yet). All 0..1. */
export interface Share {
  value: number
  low: number
  high: number
  n: number
}

/** GET /api/:env/reports/contents?days=28: one row per experience that was shown. */
export interface ContentSummary {
  experience: string
  /** People who were shown it. */
  reach: number
  completion: Share | null
  /** Of the last days, whatever was asked for: the step (from 1) whose element was missed most, when that is worth a word. */
  target: {
    state: 'ok' | 'attention' | 'missing' | 'none'
    step?: number
    /** Of the looks for it, those in vain. */
    share?: number
    /** When `missing`: steps without their element now, since when, and in which release of the host. */
    broken?: number
    since?: number
    release?: string | null
  }
}

/** GET /api/:env/reports/contents/:id?days=28&version= . People are counted once, by their furthest passage. */
export interface ContentReport {
  experience: string
  kind: string
  from: number
  to: number
  reach: number
  completed: number
  dismissed: number
  snoozed: number
  /** Neither finished nor refused. */
  open: number
  completion: Share | null
  /** Median seconds from the first step to the end, among those who finished; null under 1. */
  medianSeconds: number | null
  steps: Array<{
    id: string
    /** As its author wrote it: the reader's language is the console's matter. */
    title: Localised<string>
    seen: number
    /** Of those who saw it, went on to any later step or finished. */
    advanced: number
    /** Of those who saw it, refused here. */
    left: number
    medianSeconds: number | null
    missing: number
  }>
  /** Why people left: the word recorded at the till, with the step. */
  reasons: Array<{ because: string; step: string | null; n: number }>
  /** Elements not found, newest first. */
  missing: Array<{
    step: string
    path: string | null
    release: string | null
    because: MissingReason
    n: number
    lastAt: number
  }>
  /** By day of the environment's zone, ISO date. */
  daily: Array<{ day: string; started: number; completed: number }>
  /** Completion by a trait of the person or device, largest first. */
  splits: Array<{ by: string; value: string; n: number; completion: Share | null }>
  versions: number[]
}

/** A point of a survival curve; `s` is the share still without the event. Days. */
export interface CurvePoint {
  days: number
  s: number
  low: number | null
  high: number | null
}

/** GET /api/:env/reports/activation?clock=&value=&by=&from=&to= */
export interface ActivationReport {
  /** Milestone keys. `clock` starts the time, `value` ends it. */
  clock: string
  value: string
  from: number
  to: number
  horizonDays: number
  groups: Array<{
    key: string
    label: string
    n: number
    reached: number
    censored: number
    curve: CurvePoint[]
    /** Kaplan-Meier median in days with its interval (log); null: not reached. */
    median: number | null
    medianLow: number | null
    medianHigh: number | null
    /** Shops still under observation at each of `atRiskDays`. */
    atRisk: number[]
    /** Reached within 7 days, of the shops observed at least that long. */
    within7Days: Share | null
  }>
  atRiskDays: number[]
  logRank: { chiSquare: number; degreesOfFreedom: number; p: number } | null
  ladder: LadderRung[]
}

export interface LadderRung {
  key: string
  reached: number
  total: number
  share: Share | null
  /** Kaplan-Meier median days from the clock; null: not reached by half. */
  median: number | null
  /** Shops whose furthest rung this is. */
  stoppedHere: number
}

/** GET /api/:env/vocabulary: what tills have sent, for the builders' suggestions. */
export interface Vocabulary {
  events: Array<{ name: string; n: number; lastAt: number; properties: string[] }>
  userTraits: Array<{ name: string; values: Array<string | number | boolean> }>
  accountTraits: Array<{ name: string; values: Array<string | number | boolean> }>
}
