import type { BusyRule } from '#contract/busy'
import { fetchParts, fetchUpkeep } from '../core/parts'
import type { Visit } from '../core/visit'
import type { Stop } from '../surfaces/surface'
import type { Tell } from '.'

type ElementRule = Extract<BusyRule, { while: 'element' }>

/** Follows the element with the observer that guides use. */
export function whileElement({ target }: ElementRule, { moved }: Pick<Visit, 'moved'>, tell: Tell): Stop {
  let isStopped = false
  let stop: Stop | undefined

  async function begin() {
    try {
      await fetchParts({ target })
      const { watch } = await fetchUpkeep()
      if (isStopped) return
      let isThere = false
      stop = watch(target, (found) => {
        isThere = !!found
        tell(isThere)
      })
      // An element that isn't there from the start is not told of.
      if (!isThere) tell(false)
    } catch {
      // Offline and never fetched, as are the guides: asked again on the next page.
      if (isStopped) return
      stop = moved.on(() => {
        stop?.()
        void begin()
      })
    }
  }
  void begin()
  return () => {
    isStopped = true
    stop?.()
  }
}
