import type { SurfaceContext } from '../surface'
import { PHONE_PX, type Size } from './place'
import { isAround, px } from './rect'
import { forgetRoots } from './sight'
import { type Mode, pageMode, themeStyles } from './theme'

export interface Frame {
  host: HTMLElement
  /** Where a surface draws. It fills the screen and lets touches through. */
  stage: HTMLElement
  viewport(): Size
  /**
   * Reads the host's theme and appearance again, and goes where it belongs on the page. A modal dialog of the host
   * stays above it, and is hers alone, unless `target`, what the surface points at, is inside.
   */
  restyle(target?: Element | null): void
  /** Only goes where it belongs. */
  settle(): void
  /** Adds a style sheet, once. */
  style(css: string): void
  stop(): void
}

// Inline and important: stronger than any rule of the host, and set through the CSSOM, which no policy forbids.
export const HOST_STYLE =
  'all:initial;display:block;position:fixed;top:0;left:0;width:100%;height:100%;overflow:hidden;contain:strict;pointer-events:none;z-index:2147483647;font-family:inherit'.replace(
    /;|$/g,
    '!important;',
  )

/** Opens a shadow root in the top layer, out of reach of the host's styles. `keepFrame` keeps it there. */
export function openFrame(context: Pick<SurfaceContext, 'theme' | 'nonce'>): Frame {
  const host = document.createElement('trilha-frame')
  host.style.cssText = HOST_STYLE
  const root = host.attachShadow({ mode: 'open' })
  const stage = root.appendChild(document.createElement('div'))
  stage.className = 't'
  const styled = new Set<string>()

  const viewport = () => ({ width: innerWidth, height: innerHeight })
  let applied: unknown[] = []
  let pointedAt: Element | null | undefined
  function restyle(target?: Element | null) {
    pointedAt = target
    const wanted = [context.theme(), pageMode(), innerWidth, innerHeight] as const
    if (!wanted.every((part, index) => part === applied[index])) {
      applied = [...wanted]
      applyTheme(stage, wanted[0], wanted[1], viewport())
    }
    // Last, so that all that a surface reads of the page is read before it changes it.
    settle()
  }

  function settle() {
    const dialog = topmostDialog()
    const isOurs = dialog && pointedAt && isAround(dialog, pointedAt)
    const home = isOurs ? dialog : document.body
    // Moving takes a popover out of the top layer, so it is shown anew.
    if (host.parentNode !== home || !host.isConnected) home.appendChild(host)
    // What enters the top layer last lies above the rest of it: not above a dialog that is open.
    if (!('showPopover' in host) || (dialog && !isOurs) || host.matches(':popover-open')) return
    host.setAttribute('popover', 'manual')
    ;(host as HTMLElement).showPopover()
  }

  return {
    host,
    stage,
    viewport,
    restyle,
    settle,
    style(css) {
      if (styled.size < styled.add(css).size) addStyles(root, css, context.nonce)
    },
    stop() {
      forgetRoots()
      host.remove()
    },
  }
}

/** Sets tokens and the size class; the preview calls it with the size of the device it draws. */
export function applyTheme(
  stage: HTMLElement,
  theme: Parameters<typeof themeStyles>[0],
  mode: Mode,
  { width, height }: Size,
) {
  const styles = themeStyles(theme, mode)
  for (const name in styles) stage.style.setProperty(name, styles[name]!)
  stage.style.setProperty('--vw', px(width))
  stage.style.setProperty('--vh', px(height))
  stage.dataset.mode = mode
  stage.dataset.size = width < PHONE_PX ? 'phone' : height > width ? 'portrait' : 'wide'
}

export function addStyles(root: ShadowRoot, css: string, nonce?: string) {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return
  }
  const style = document.createElement('style')
  if (nonce) style.nonce = nonce
  style.textContent = css
  ;(root as ShadowRoot).appendChild(style)
}

function topmostDialog(): Element | undefined {
  try {
    return [...document.querySelectorAll('dialog:modal')].pop()
  } catch {
    // `:modal` is younger than dialogs (Chrome 105); an open dialog is the best guess before.
    return [...document.querySelectorAll('dialog[open]')].pop()
  }
}
