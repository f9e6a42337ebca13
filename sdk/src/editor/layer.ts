import { addStyles } from '../surfaces/frame/frame'
import type { Stop } from '../surfaces/surface'

export interface Layer {
  /** The element on the host's page. */
  host: HTMLElement
  /** Fills the screen and lets touches through; what is drawn on it catches its own. */
  ground: HTMLElement
  /** Above whatever went to the top layer meanwhile. */
  raise(): void
  stop: Stop
}

// Set through the CSSOM, which no policy forbids, and stronger than any rule of the host.
const HOST_STYLE: Record<string, string> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0',
  width: 'auto',
  height: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'hidden',
  'pointer-events': 'none',
  'z-index': '2147483647',
}

/** What is typed here is no scan, no shortcut and no digit of a PIN. */
const TYPED = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'paste', 'copy', 'cut']
const TOUCHED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchend',
]

/** Opens a shadow root of its own in the top layer. What happens in it stays in it. */
export function openLayer(css: string, nonce?: string): Layer {
  const host = document.createElement('trilha-editor')
  for (const name in HOST_STYLE) host.style.setProperty(name, HOST_STYLE[name]!, 'important')
  const root = host.attachShadow({ mode: 'open' })
  addStyles(root, css, nonce)
  const ground = root.appendChild(document.createElement('div'))
  ground.className = 'e'
  const keepIn = (event: Event) => event.stopPropagation()
  for (const name of [...TYPED, ...TOUCHED]) host.addEventListener(name, keepIn)

  let stopped = false
  const dialog = () => [...document.querySelectorAll('dialog:modal')].pop()
  function settle() {
    if (stopped) return
    const home = dialog() ?? document.body
    if (host.parentNode === home && host.isConnected) return
    home.appendChild(host)
    raise()
  }
  function raise() {
    if (!('showPopover' in host) || !host.isConnected) return
    host.setAttribute('popover', 'manual')
    if (host.matches(':popover-open')) host.hidePopover()
    host.showPopover()
  }
  settle()
  // A modal dialog makes the rest of the page inert, and a host may rebuild its whole body.
  const changes = new MutationObserver(settle)
  changes.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] })

  return {
    host,
    ground,
    raise,
    stop() {
      stopped = true
      changes.disconnect()
      host.remove()
    },
  }
}
