import { addStyles, applyTheme } from '../frame/frame'
import { guardPresses } from '../frame/guard'
import type { Rect } from '../frame/place'
import { rectOf } from '../frame/rect'
import { type Mode, pageMode } from '../frame/theme'
import type { Stop, SurfaceContext } from '../surface'

/** The launcher's own small root in the place that the host reserved. */
export interface Berth {
  slot: Element
  stage: HTMLElement
  shape: 'bar' | 'header'
  rect(): Rect
  restyle(open: boolean): void
  stop: Stop
}

/** Moors in a host's reserved place; `lost` is called when the host throws the place away. */
export function moor(slot: Element, context: SurfaceContext, css: string, lost: () => void): Berth {
  const host = document.createElement('trilha-guide')
  host.style.cssText =
    'all:initial!important;display:block!important;font-family:inherit!important;color:inherit!important'
  const root = host.attachShadow({ mode: 'open' })
  addStyles(root, css, context.nonce)
  const stage = root.appendChild(document.createElement('div'))
  stage.className = 't berth'
  const unguard = guardPresses(root)
  slot.appendChild(host)
  // A header has no room for a word under the ring.
  const shape = (slot.parentElement?.clientHeight ?? 0) <= 64 ? 'header' : 'bar'
  const size = new ResizeObserver(() => {
    if (!host.isConnected) lost()
  })
  size.observe(host)
  return {
    slot,
    stage,
    shape,
    rect: () => rectOf(host),
    restyle(open) {
      const dark = isLight(getComputedStyle(host).color)
      const mode: Mode = open ? pageMode() : dark ? 'dark' : 'light'
      applyTheme(stage, context.theme(), mode, { width: innerWidth, height: innerHeight })
      // On a coloured bar of the host the theme's hairline would drown.
      if (dark && !open) stage.style.setProperty('--rest', 'rgba(255,255,255,.28)')
      else stage.style.removeProperty('--rest')
    },
    stop() {
      size.disconnect()
      unguard()
      host.remove()
    },
  }
}

/** Light words stand on a dark ground. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140
}
