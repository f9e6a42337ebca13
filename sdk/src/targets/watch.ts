import { flat } from '../core/flat'
import type { Stop } from '../surfaces/surface'
import { find, type Wanted } from './find'
import type { Found } from './locate'
import { isVisible, outer, rootsAround, rootsIn } from './page'
import { saysOf, textOf } from './signals'

// A look may take a tenth of the page's time at most, and a page that renders all day is looked at ten times a second.
const REST_MS = 100
const SHARE = 10
const EVENTS = ['load', 'toggle']

interface Watcher {
  look(): void
  /** What it follows now; undefined while it waits. */
  element(): Element | undefined
}

const watchers = new Set<Watcher>()
let stopListening: Stop | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let nextLookAt = 0

/** One look for everyone who waits, however many mutations a render made. */
function stir() {
  timer ??= setTimeout(lookAll, Math.max(0, nextLookAt - performance.now()))
}

function lookAll() {
  const startedAt = performance.now()
  timer = undefined
  for (const watcher of [...watchers]) watcher.look()
  renew()
  const endedAt = performance.now()
  nextLookAt = endedAt + Math.max(REST_MS, SHARE * (endedAt - startedAt))
}

/** What is listened to follows what is waited for; renewed with each look, as shadow roots and frames come and go. */
function renew() {
  stopListening?.()
  stopListening = watchers.size ? listen() : undefined
}

/**
 * One observer over the page and its open shadow roots and same-origin frames; only over those around the elements
 * while nobody waits for one, because walking a whole page for its shadow roots is dear.
 */
function listen(): Stop {
  const observer = new MutationObserver(stir)
  const elements = [...watchers].map((watcher) => watcher.element())
  const waits = elements.includes(undefined)
  const roots = new Set(waits ? rootsIn(document) : flat(elements.map((element) => rootsAround(element!))))
  for (const root of roots) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    // No mutation tells of a frame that loaded, or of a popover that opened.
    for (const event of EVENTS) root.addEventListener(event, stir, true)
    if (!waits) continue
    for (const late of root.querySelectorAll(':not(:defined)'))
      customElements.whenDefined(late.localName).then(
        () => watchers.size && stir(),
        () => {},
      )
  }
  window.addEventListener('resize', stir)
  return () => {
    observer.disconnect()
    for (const root of roots) for (const event of EVENTS) root.removeEventListener(event, stir, true)
    window.removeEventListener('resize', stir)
  }
}

/** What would change if a virtual list gave the element to another row. */
const saying = ({ element }: Found) =>
  `${saysOf(element)}|${textOf(outer(outer(element) ?? element) ?? element, 200)}`

/**
 * Follows a target as the page renders: calls `onChange` with its element, at once if it is there, and with each
 * change, `null` when it has gone. Nothing polls, and nothing listens once everyone has stopped. `last` is what the
 * listener knows of already.
 */
export function watch(
  target: Wanted,
  onChange: (found: Found | null) => void,
  root: ParentNode = document,
  last: Found | null = null,
): Stop {
  let said = ''
  const look = () => {
    if (last?.element.isConnected && isVisible(last.element) && saying(last) === said) return
    const found = find(target, root)
    said = found ? saying(found) : ''
    if (found?.element === last?.element) return
    last = found
    onChange(found)
  }
  const watcher: Watcher = { look, element: () => last?.element }
  watchers.add(watcher)
  look()
  renew()
  return () => {
    watchers.delete(watcher)
    if (watchers.size) return
    renew()
    clearTimeout(timer)
    timer = undefined
  }
}

/**
 * Calls `found` once: with the element as soon as it is on the screen, or with `null` after `timeoutMs`.
 * Returns a function that stops waiting.
 */
export function waitFor(
  target: Wanted,
  { timeoutMs, root = document }: { timeoutMs: number; root?: ParentNode },
  found: (element: Found | null) => void,
): Stop {
  let stopWatching: Stop | undefined
  let over = false
  const end = (result: Found | null) => {
    if (over) return
    over = true
    clearTimeout(timeout)
    stopWatching?.()
    found(result)
  }
  const timeout = setTimeout(end, timeoutMs, null)
  stopWatching = watch(target, (result) => result && end(result), root)
  // Found at once, before there was anything to stop.
  if (over) stopWatching()
  return () => {
    over = true
    clearTimeout(timeout)
    stopWatching?.()
  }
}
