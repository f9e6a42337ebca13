import type { Stop } from '../surfaces/surface'
import { listen } from './signal'

const OFF_KEY = 'trilha.off'
const MINUTE_MS = 60_000
const LIMIT = 3

/**
 * Where our scripts come from, so that an error of theirs can be told from an error of the host's.
 * None when the host's own build has swallowed us: then its errors and ours have one address.
 */
const HOME = /^(.+\/)trilha(\.legacy)?\.js/.exec(import.meta.url)?.[1]

export interface Guard {
  /** Swallows an error, counts it, and reports each kind once. */
  caught(error: unknown): void
  /** `fn` that never throws; where it would have, or its promise would have rejected, the answer is undefined. */
  safe<A extends unknown[], R>(fn: (...args: A) => R): (...args: A) => R | undefined
  /** Errors so far in this visit. */
  count(): number
  stop: Stop
}

/** What one kind of error says of itself: a word and a place in our own script, never free text. */
export interface Fault {
  because: string
  path?: string
}

/** Stands between our mistakes and the host page. Calls `giveUp` when three errors came within a minute. */
export function startGuard(report: (fault: Fault) => void, giveUp: () => void): Guard {
  const known = new Set<string>()
  let moments: number[] = []
  let total = 0

  function caught(error: unknown) {
    total++
    const { name = 'Error', stack = '' } = (error ?? {}) as Partial<Error>
    const place = /[\w.-]+\.js:\d+:\d+/.exec(stack)?.[0]
    const now = performance.now()
    moments = [...moments.filter((at) => now - at < MINUTE_MS), now]
    try {
      if (!known.has(name + place)) {
        known.add(name + place)
        report({ because: name, path: place })
      }
      if (moments.length < LIMIT) return
      switchOff()
      giveUp()
    } catch {
      // Reporting failed as well; silence is all that is left.
    }
  }

  // Errors thrown in event handlers and timers of ours reach only the window.
  const isOurs = (stack = '') => HOME && /\bhttps?:[^\s)]+/.exec(stack)?.[0].startsWith(HOME)
  const stops = [
    listen(window, 'error', (event) => {
      const { error } = event as ErrorEvent
      if (isOurs(error?.stack)) {
        event.preventDefault()
        caught(error)
      }
    }),
    listen(window, 'unhandledrejection', (event) => {
      const { reason } = event as PromiseRejectionEvent
      if (isOurs(reason?.stack)) {
        event.preventDefault()
        caught(reason)
      }
    }),
  ]

  return {
    caught,
    safe:
      (fn) =>
      (...args) => {
        try {
          const result = fn(...args)
          if (result instanceof Promise) result.catch(caught)
          return result
        } catch (error) {
          caught(error)
        }
      },
    count: () => total,
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

/** Whether an earlier page of this visit gave up. */
export function isSwitchedOff(): boolean {
  try {
    return sessionStorage.getItem(OFF_KEY) !== null
  } catch {
    return false
  }
}

function switchOff() {
  try {
    sessionStorage.setItem(OFF_KEY, '1')
  } catch {
    // Without storage the promise holds for this page.
  }
}
