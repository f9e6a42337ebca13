import type { Hints } from '#contract/sight'
import { signal } from '../core/signal'
import { within } from '../core/store'
import type { Stop } from '../surfaces/surface'
import type { Found } from '../targets'
import type { Wanted } from '../targets/find'
import { watch as watchNow } from '../targets/watch'
import type * as Search from './search'

// Stands in for `targets/locate` and `targets/signals` in the built script: elements that their selector finds are
// found at once, and the search by fingerprint comes when one of them has to be recognised.

let search: typeof Search | undefined
let coming: Promise<unknown> | undefined
const arrived = signal<void>()

/** Fetches the search. Rejects when it is not to be had now: offline and never fetched. */
export function fetchSearch(): Promise<unknown> {
  coming ??= import('./search').then(
    (module) => {
      search = module
      arrived.fire()
    },
    (error) => {
      coming = undefined
      throw error
    },
  )
  return coming
}

export const locate: typeof Search.locate = (...asked) => {
  if (search) return search.locate(...asked)
  fetchSearch().catch(() => {})
  return null
}

export const textOf: typeof Search.textOf = (...asked) => (search ? search.textOf(...asked) : '')

/** Without the search every change of the element is a reason to ask its selector again. */
export const saysOf: typeof Search.saysOf = (element) =>
  search ? search.saysOf(element) : [(element.cloneNode() as Element).outerHTML]

/**
 * Why a target is not there: undefined when it is, `unknown` when the search is not to be had within a second. Never
 * rejects.
 */
export const whyMissing = (target: Wanted): Promise<Hints | undefined> =>
  within(1000, fetchSearch())
    .then(() => search!.whyMissing(target))
    .catch(() => ({ because: 'unknown' }))

/** `watch` that looks again once the search has come. `last` is what the listener knows of already. */
export function watch(
  target: Wanted,
  listener: (found: Found | null) => void,
  last: Found | null = null,
): Stop {
  const begin = () =>
    watchNow(
      target,
      (found) => {
        last = found
        listener(found)
      },
      document,
      last,
    )
  let stop = begin()
  const unhear = arrived.on(() => {
    stop()
    stop = begin()
  })
  return () => {
    unhear()
    stop()
  }
}
