import { fetchUpkeep } from '../core/parts'
import type { Stop } from '../surfaces/surface'
import type * as Upkeep from './upkeep'

/**
 * Starts something of the upkeep as soon as that is here: behind the first card, at once afterwards. Without network
 * and never fetched it does not start, and `failed` is called. Returns the function that stops it.
 */
export function later(start: (upkeep: typeof Upkeep) => Stop | undefined, failed = () => {}): Stop {
  let stop: Stop | undefined
  let isOver = false
  fetchUpkeep().then(
    (upkeep) => {
      if (isOver) return
      stop = start(upkeep)
      // It may have come to its end while it started.
      if (isOver) stop?.()
    },
    () => {
      if (!isOver) failed()
    },
  )
  return () => {
    isOver = true
    stop?.()
  }
}
