import type { Stop } from '../surface'
import type { Rect } from './place'
import { isAround, px, rectOf, roots } from './rect'
import { onSize } from './size'

/** A scroll is over when nothing came for this long. */
const REST_MS = 150

/**
 * Tells where an element is on the screen whenever it has moved from `last`: by scrolling (also inside nested
 * containers, shadow roots and frames), by its own size, or because the page around it changed. `resting` is
 * false while a scroll goes on. Costs nothing while nothing moves: there is no frame loop.
 */
export function follow(element: Element, last: Rect, moved: (rect: Rect, resting: boolean) => void): Stop {
  let timer: ReturnType<typeof setTimeout> | undefined
  function tell(resting: boolean, anyway = false) {
    const rect = rectOf(element)
    if (!anyway && same(last, rect)) return
    last = rect
    moved(rect, resting)
  }
  function scrolled(event: Event) {
    // Scrolling elsewhere (a list beside it) does not move it.
    const scroller = event.target as Node | null
    if (scroller && scroller.nodeType === 1 && !isAround(scroller, element)) return
    tell(false)
    clearTimeout(timer)
    timer = setTimeout(() => {
      tell(true, true)
      watchPlace()
    }, REST_MS)
  }
  // A menu that slid in: the observer below may have looked for the last time on its way.
  function arrived({ target }: Event) {
    if (!isAround(target as Node, element)) return
    tell(true)
    watchPlace()
  }
  const listening = roots(element).map((root) => {
    root.addEventListener('scroll', scrolled, { capture: true, passive: true })
    root.addEventListener('transitionend', arrived)
    return () => {
      root.removeEventListener('scroll', scrolled, true)
      root.removeEventListener('transitionend', arrived)
    }
  })

  // An observer whose root is cut down to the element's own rectangle speaks as soon as the element leaves it.
  let place: IntersectionObserver | undefined
  function watchPlace(threshold = 1) {
    place?.disconnect()
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    if (!width || !height || !window.IntersectionObserver) return
    const { clientWidth, clientHeight } = element.ownerDocument.documentElement
    const margins = [top, clientWidth - right, clientHeight - bottom, left].map((side) =>
      px(-Math.floor(side)),
    )
    let first = true
    place = new IntersectionObserver(
      ([entry]) => {
        // A menu that slides in has moved on since it was measured, also before the first answer.
        tell(true)
        const ratio = entry!.intersectionRatio
        if (first) {
          first = false
          // Partly hidden from the start: wait for a change of the part that shows.
          if (ratio < 1 && ratio !== threshold) watchPlace(Math.max(ratio, 1e-7))
          return
        }
        watchPlace()
      },
      { root: element.ownerDocument, rootMargin: margins.join(' '), threshold },
    )
    place.observe(element)
  }
  const unsize = onSize(element, () => {
    tell(true)
    watchPlace()
  })

  return () => {
    clearTimeout(timer)
    for (const stop of listening) stop()
    place?.disconnect()
    unsize()
  }
}

const same = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
