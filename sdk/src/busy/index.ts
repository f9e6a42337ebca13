// Loaded with the first candidates of an environment whose people wrote down when not to disturb.
import type { BusyRule } from '#contract/busy'
import { isObject, toJson } from '../core/json'
import { fetchParts } from '../core/parts'
import type { House } from '../stage/house'
import type { Stop } from '../surfaces/surface'
import { whileElement } from './element'
import { betweenEvents } from './events'
import { whilePath } from './path'
import { atRushEnd } from './rush'

/** Tells whether the situation holds now; for `ttlMs` milliseconds at most, or until told otherwise. */
export type Tell = (holds: boolean, ttlMs?: number) => void

/** The workspace's own rules of when not to disturb. */
export interface Calm {
  /** Whether each rule has been asked once. */
  isKnown(): boolean
  /** The bundle is new. */
  renew(): void
}

type Till = Pick<House, 'visit' | 'facts' | 'safe' | 'consider' | 'me'>

const UNTIL_TOLD_MS = 24 * 60 * 60_000

/**
 * Watches the situations, offline and without looking at a clock, and speaks to the visit as the host's own code
 * would: `busy` and `free`. `again` is called when a rush hour ends.
 */
export function startCalm(house: Till, again: () => void): Calm {
  const { visit, safe, facts, me } = house
  const unasked = new Set<unknown>()
  let current = ''
  let stops: Stop[] = []

  function renew() {
    const { rules, rushHours } = me().bundle?.busy ?? {}
    const wanted = toJson([rules, rushHours])
    if (wanted === current) return
    current = wanted
    for (const stop of stops) stop()
    unasked.clear()
    const readable = Array.isArray(rules) ? rules.filter(isObject) : []
    for (const rule of readable) unasked.add(rule)
    stops = readable.map(begin)
    if (!Array.isArray(rushHours) || !rushHours.length) return
    stops.push(atRushEnd(rushHours, facts, again))
    unasked.add(rushHours)
    fetchParts({ rushHours }).then(
      () => ask(rushHours),
      () => {
        // Offline and never fetched: tried again with the next bundle.
        current = ''
      },
    )
  }

  /** Once each has been asked, what waits may open. */
  function ask(rule: unknown) {
    if (unasked.delete(rule) && !unasked.size) house.consider()
  }

  function begin(rule: BusyRule): Stop {
    // Never a name that a host's own `free` might use.
    const reason = `rule:${rule.name}`
    const tell: Tell = (holds, ttlMs = UNTIL_TOLD_MS) => {
      if (holds) visit.busy(reason, { ttlMs })
      else visit.free(reason)
      ask(rule)
    }
    const stop = safe(watch)(rule, house, safe(tell))
    // A rule that cannot be followed is not busy, or this till would be silent for ever.
    if (!stop) tell(false)
    return () => {
      stop?.()
      visit.free(reason)
    }
  }

  renew()
  return { renew, isKnown: () => !unasked.size }
}

function watch(rule: BusyRule, { visit }: Till, tell: Tell): Stop | undefined {
  switch (rule.while) {
    case 'path':
      return whilePath(rule, visit, tell)
    case 'element':
      return whileElement(rule, visit, tell)
    case 'events':
      return betweenEvents(rule, visit, tell)
  }
}
