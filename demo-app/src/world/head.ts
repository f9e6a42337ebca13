import { changeWorld, onWorld, readWorld } from './world.ts'

/**
 * Runs in the page's head before every other script, so that the guide's script meets the same
 * broken network and the same wrong clock as the till does.
 */

const HOUR_MS = 60 * 60_000
const SLOW_MS = 2500

const query = new URLSearchParams(location.search)
if (query.has('bar')) changeWorld({ bar: query.get('bar') !== '0' })

let world = readWorld()
document.documentElement.dataset.theme = world.theme

const release = document.createElement('meta')
release.name = 'trilha-release'
release.content = world.release
document.head.append(release)

// --- network ---
// The till's own files are served by its service worker; what leaves the shop fails.
const leavesTheShop = (url: string) => {
  const { origin, pathname } = new URL(url, location.href)
  return origin !== location.origin || pathname.startsWith('/api/')
}
const realFetch = window.fetch.bind(window)
window.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  if (!leavesTheShop(url)) return realFetch(input, init)
  if (world.slow) await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
  if (world.offline) throw new TypeError('Failed to fetch')
  return realFetch(input, init)
}
const realBeacon = navigator.sendBeacon?.bind(navigator)
if (realBeacon)
  navigator.sendBeacon = (url, data) =>
    !(world.offline && leavesTheShop(String(url))) && realBeacon(url, data)

const realOnLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')
Object.defineProperty(navigator, 'onLine', {
  configurable: true,
  get: () => !world.offline && Boolean(realOnLine?.get?.call(navigator)),
})

const tellWorker = () => navigator.serviceWorker?.controller?.postMessage({ offline: world.offline })
tellWorker()

// --- clock ---
const RealDate = Date
let bent = false
function bendClock(): void {
  if (bent || world.clockHours === 0) return
  bent = true
  const now = () => RealDate.now() + world.clockHours * HOUR_MS
  window.Date = new Proxy(RealDate, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length ? given : [now()], asked === window.Date ? target : asked),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}
bendClock()

onWorld((next) => {
  const wasOffline = world.offline
  world = next
  bendClock()
  document.documentElement.dataset.theme = world.theme
  if (wasOffline === world.offline) return
  tellWorker()
  window.dispatchEvent(new Event(world.offline ? 'offline' : 'online'))
})
