import { fetchUpkeep } from '../core/parts'
import type { Stop } from '../surfaces/surface'
import type * as Upkeep from './upkeep'

/**
 * Starts something of the upkeep as soon as that is here: behind the first card, at once afterwards. Without network
 * and never fetched it does not start, and the card stays as it is. Returns the function that stops it.
 */
export function later(start: (upkeep: typeof Upkeep) => Stop | undefined): Stop {
  let stop: Stop | undefined
  let isOver = false
  fetchUpkeep().then(
    (upkeep) => {
      if (!isOver) stop = start(upkeep)
    },
    () => {},
  )
  return () => {
    isOver = true
    stop?.()
  }
}
