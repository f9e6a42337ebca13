import type { Stop } from '../surface'

let opener: (() => void) | undefined

/** The guide that is on the screen offers itself to other surfaces ("see the next step"). */
export function offerGuide(open: () => void): Stop {
  opener = open
  return () => {
    if (opener === open) opener = undefined
  }
}

/** Opens the guide if there is one on the screen. */
export const openGuide = () => opener?.()
