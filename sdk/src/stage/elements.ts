import type { Located, Stop } from '../surfaces/surface'
import type { Wanted } from '../targets/find'
import { seenIn } from '../targets/visible'
import { later } from './later'

/**
 * Follows a target's element. One that its selector alone finds on the page is there at once; whether it stays, and
 * any other, is watched by a part that is fetched behind the first card.
 */
export function watch(target: Wanted, listener: (located: Located) => void): Stop {
  const [element, another] = target.selector ? seenIn(document, target.selector) : []
  const known = element && !another ? { element, confidence: 1 } : null
  if (known) listener(known)
  return later(({ watch }) => watch(target, listener, known))
}
