import type { Mark } from './address'
import type { Tab } from './tab'

/** Why an author stands before a closed door. */
export type Closed =
  /** The code was used or is a minute old, or it was made for another page. */
  | 'expired'
  /** The code belongs to a journey that did not begin in this tab. */
  | 'stranger'
  | 'offline'
  /** The browser keeps nothing for this page, so that she could not be known again. */
  | 'no storage'
  /** Sent to the console again and again without arriving. */
  | 'circle'
  | 'unknown key'

/** What to do on this page. Pure: the journey's next leg from what the address says and what the tab remembers. */
export type Leg =
  | { go: 'exchange'; code: string; verifier: string; tab: Tab }
  | { go: 'console'; experience: string; step?: string; test?: true; sentAt: number[] }
  | { go: 'stop'; because: Closed; experience?: string }
  | { go: 'nowhere' }

const CIRCLE = { times: 4, withinMs: 30_000 }

export function nextLeg(mark: Mark | undefined, tab: Tab | undefined, now: number): Leg {
  if (mark && 'code' in mark) {
    if (tab?.trip?.state !== mark.state)
      return { go: 'stop', because: 'stranger', experience: tab?.experience }
    return { go: 'exchange', code: mark.code, verifier: tab.trip.verifier, tab }
  }
  const isSame = !mark || mark.experience === tab?.experience
  const experience = mark?.experience ?? tab?.experience
  if (!experience) return { go: 'nowhere' }
  const sentAt = (tab?.sentAt ?? []).filter((at) => now - at < CIRCLE.withinMs)
  if (!mark && sentAt.length >= CIRCLE.times) return { go: 'stop', because: 'circle', experience }
  const step = mark?.step ?? (isSame ? tab?.step : undefined)
  return { go: 'console', experience, step, test: mark?.test, sentAt: [...sentAt, now] }
}
