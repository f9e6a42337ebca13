import { BATCH_LIMITS } from '#contract/limits'

/** How hard the outbox may press: events per batch, failures in a row, and the moment before which it rests. */
export interface Pace {
  events: number
  failures: number
  notBefore: number
}

export const easy: Pace = { events: BATCH_LIMITS.events, failures: 0, notBefore: 0 }

const RETRY_MAX_MS = 5 * 60_000 // 5 minutes: a shop's router restarts in less
const REFUSED_MS = 15 * 60_000 // A key or identity is not mended in seconds: keep all and ask seldom.

/** What an attempt led to. `settled`: the API spoke of every event and none has to be tried again. */
export interface Outcome {
  status: number
  settled: boolean
  retryAfterMs?: number
}

/** The pace after an attempt. `chance` in [0, 1) keeps a town's tills from returning in the same second. Pure. */
export function nextPace(
  pace: Pace,
  { status, settled, retryAfterMs = 0 }: Outcome,
  now: number,
  chance: number,
): Pace {
  if (settled) return { events: Math.min(BATCH_LIMITS.events, pace.events * 2), failures: 0, notBefore: 0 }
  // Too large, or something in it cannot be read: smaller batches find out which event it is.
  if (isTooMuch(status) && pace.events > 1) return { ...pace, events: pace.events >> 1, notBefore: 0 }
  const waitMs =
    status >= 401 && status <= 404 ? REFUSED_MS : Math.min(RETRY_MAX_MS, 1000 * 2 ** pace.failures)
  return {
    ...pace,
    failures: pace.failures + 1,
    notBefore: now + Math.max(retryAfterMs, waitMs * 0.75) * (1 + chance / 3),
  }
}

export const isTooMuch = (status: number) => status === 413 || status === 400 || status === 422
