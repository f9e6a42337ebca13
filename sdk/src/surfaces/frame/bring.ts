import type { Size } from './place'
import { above, rectOf } from './rect'
import { forgetRoots } from './sight'

/** Scrolls an element into view, if it is not there. */
export function bring(target: Element, screen: Size) {
  if (!isHidden(target, screen)) return
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  forgetRoots()
}

/** Whether part of it lies off the screen, or its middle beyond the edge of a container that scrolls. */
function isHidden(target: Element, screen: Size): boolean {
  const { x, y, width, height } = rectOf(target)
  if (x < 0 || y < 0 || x + width > screen.width || y + height > screen.height) return true
  const own = target.getBoundingClientRect()
  const across = own.x + own.width / 2
  const down = own.y + own.height / 2
  for (let node = above(target); node && node.nodeType !== 9; node = above(node)) {
    if (node.nodeType !== 1) continue
    const element = node as Element
    if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) continue
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (across < left || across > right || down < top || down > bottom)
      return getComputedStyle(element).overflow !== 'visible'
  }
  return false
}
