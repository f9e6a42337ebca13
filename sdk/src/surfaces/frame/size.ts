import { listen } from '../../core/signal'
import type { Stop } from '../surface'

/**
 * Calls `changed` when an element has another size, and once at the beginning. A browser that cannot tell of
 * elements tells of the window. Returns a function that stops.
 */
export function onSize(element: Element, changed: () => void): Stop {
  if (!window.ResizeObserver) return listen(window, 'resize', changed)
  const sizes = new ResizeObserver(changed)
  sizes.observe(element)
  return () => sizes.disconnect()
}
