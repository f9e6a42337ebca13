const OFF_KEY = 'trilha.off'
const MINUTE_MS = 60_000
const LIMIT = 3

/**
 * Where our scripts come from, so that an error of theirs can be told from an error of the host's.
 * None when the host's own build has swallowed us: then its errors and ours have one address.
 */
const HOME = /^(.+\/)trilha(\.\w+)?\.js/.exec(import.meta.url)?.[1]

type Tell = (because: string, place?: string, experience?: string) => void

export interface Guard {
  /** Reports something once, without counting it as an error of ours. */
  tell: Tell
  /** Swallows an error, counts it, and reports each kind once. */
  caught(error: unknown): void
  /** `fn` that never throws; where it would have, or its promise would have rejected, the answer is undefined. */
  safe<A extends unknown[], R>(fn: (...args: A) => R): (...args: A) => R | undefined
  /** Errors so far in this visit. */
  count(): number
}

/**
 * Stands between our mistakes and the host page. Tells each kind once, as a word and a place in our own script,
 * never as free text; calls `giveUp` when three errors came within a minute.
 */
export function startGuard(report: Tell, giveUp: () => void): Guard {
  const known = new Set<string>()
  let moments: number[] = []
  let total = 0

  function tell(because: string, place?: string, experience?: string) {
    const key = because + place + experience
    if (!known.has(key)) report(because, place, experience)
    known.add(key)
  }

  function caught(error: unknown) {
    total++
    try {
      const { name, stack = '' } = Object(error) as Error
      const place = `${/[\w.-]+\.js:\d+:\d+/.exec(stack) || ''}`
      const now = performance.now()
      moments = [...moments.filter((at) => now - at < MINUTE_MS), now]
      tell(`${name}`, place)
      if (moments.length < LIMIT) return
      switchOff()
      giveUp()
    } catch {
      // Reporting failed as well; silence is all that is left.
    }
  }

  // Errors thrown in event handlers and timers of ours reach only the window.
  const overhear = (event: Event) => {
    const { error, reason = error } = event as Event & { error?: Error; reason?: Error }
    const [first] = /\bhttps?:[^\s)]+/.exec(Object(reason).stack) || ['']
    if (!HOME || !first.startsWith(HOME)) return
    event.preventDefault()
    caught(reason)
  }
  // Not by `listen`, whose passive listeners may keep nothing from the console; and for as long as the page lives:
  // what we gave up may still be on its way.
  for (const name of ['error', 'unhandledrejection']) window.addEventListener(name, overhear, true)

  return {
    tell,
    caught,
    safe:
      (fn) =>
      (...args) => {
        try {
          const result = fn(...args)
          // Not `instanceof`: a host may have put a Promise of its own in place of the browser's.
          if (isPromise(result)) result.then(undefined, caught)
          return result
        } catch (error) {
          caught(error)
        }
      },
    count: () => total,
  }
}

const isPromise = (value: unknown): value is Promise<unknown> => typeof Object(value).then === 'function'

/** Whether an earlier page of this visit gave up. */
export const isSwitchedOff = () => inTab(OFF_KEY) !== undefined

/** What this tab keeps under a name, from page to page. */
export function inTab(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    // Without storage nothing was kept.
  }
}

function switchOff() {
  try {
    sessionStorage.setItem(OFF_KEY, '1')
  } catch {
    // Without storage the promise holds for this page.
  }
}
