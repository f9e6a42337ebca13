import type { Page } from '#contract/facts'
import type { Stop } from '../surfaces/surface'
import { now } from './clock'
import { listen, type Signal, signal } from './signal'

const HEARD_MAX = 100
const BUSY_MS = 15 * 60_000 // A host that forgot to call `free` must not silence us for the day.
const DAY_MS = 24 * 60 * 60_000
const VISIT_MS = 12 * 60 * 60_000 // A shift: kiosks are never closed, people go home.

export interface Heard {
  name: string
  properties: Record<string, unknown>
  at: number
}

/** What the page knows: where we are, what just happened, whether a sale is going on. */
export interface Visit {
  facts(): Omit<Page, 'has'>
  heard: Signal<Heard>
  moved: Signal<string>
  busyChanged: Signal<boolean>
  /** What it is busy with, by the names given to `busy`. */
  busyWith(): string[]
  /** `path` as the host names it; without one, as the address bar does. */
  page(path?: string): void
  busy(name?: string, options?: { ttlMs?: number }): void
  free(name?: string): void
  /** Another person signs in: what was heard before is not hers. */
  begin(who: string): void
  stop: Stop
}

export function startVisit(): Visit {
  const heard = signal<Heard>()
  const moved = signal<string>()
  const busyChanged = signal<boolean>()
  const happened: Heard[] = []
  const reasons = new Map<string, ReturnType<typeof setTimeout>>()
  let path = pathOf(location)
  let visitStartedAt = now()

  heard.on((event) => {
    happened.push(event)
    if (happened.length > HEARD_MAX) happened.shift()
  })

  function page(given = pathOf(location)) {
    if (given === path || typeof given !== 'string') return
    path = given
    moved.fire(path)
  }

  function free(name = '') {
    if (!reasons.has(name)) return
    clearTimeout(reasons.get(name))
    reasons.delete(name)
    if (!reasons.size) busyChanged.fire(false)
  }

  const stopRoutes = onRoute(() => page())
  return {
    heard,
    moved,
    busyChanged,
    page,
    free,
    busyWith: () => [...reasons.keys()],
    facts: () => ({
      path,
      visitStartedAt,
      // Only when a rule asks: the first look at it costs a page 16 KiB.
      get online() {
        return navigator.onLine !== false
      },
      device: innerWidth < 600 ? 'phone' : innerWidth < 1024 ? 'tablet' : 'desktop',
      utcOffsetMinutes: -new Date().getTimezoneOffset(),
      busy: reasons.size > 0,
      happened,
    }),
    busy(name = '', options) {
      const { ttlMs } = options || {}
      const wasFree = !reasons.size
      clearTimeout(reasons.get(name))
      reasons.set(
        name,
        // Browsers count no further than 24 days, and take more for at once.
        setTimeout(() => free(name), ttlMs! > 0 ? Math.min(ttlMs!, DAY_MS) : BUSY_MS),
      )
      if (wasFree) busyChanged.fire(true)
    },
    begin(who) {
      happened.length = 0
      visitStartedAt = startOf(who)
    },
    stop() {
      stopRoutes()
      for (const timer of reasons.values()) clearTimeout(timer)
      reasons.clear()
    },
  }
}

/** When this person's visit began: it goes on through reloads, and ends with the sign-in or the shift. */
function startOf(who: string): number {
  const at = now()
  try {
    const kept = JSON.parse(sessionStorage.getItem('trilha.visit') || 'null')
    if (kept?.who === who && kept.at <= at && at - kept.at < VISIT_MS) return kept.at
    sessionStorage.setItem('trilha.visit', JSON.stringify({ who, at }))
  } catch {
    // Storage is refused: the visit is as long as the page.
  }
  return at
}

/** Single-page hosts keep their route in the path or, on old servers, behind `#/`. */
export const pathOf = ({ pathname, hash }: { pathname: string; hash: string }) =>
  /^#!?\//.test(hash) ? hash.replace(/^#!?/, '').split('?')[0]! : pathname

/** Calls `listener` after each change of address, also by the host's router, whose own call is passed on untouched. */
function onRoute(listener: () => void): Stop {
  let watching = true
  // After the host's own work on the new page: a guide is never worth delaying it.
  const later = () => void Promise.resolve().then(() => watching && listener())
  for (const name of ['pushState', 'replaceState'] as const) {
    const theirs = history[name]
    try {
      history[name] = function (this: History, ...args) {
        const result = theirs.apply(this, args)
        if (watching) later()
        return result
      }
    } catch {
      // A host that guards its history names its pages itself, by `page()`.
    }
  }
  const stops = [listen(window, 'popstate', later), listen(window, 'hashchange', later)]
  return () => {
    // Someone may have wrapped ours since, so it stays and only stops listening.
    watching = false
    for (const stop of stops) stop()
  }
}
