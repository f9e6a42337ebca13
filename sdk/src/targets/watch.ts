import type { Stop } from '../surfaces/surface'
import { find, type Wanted } from './find'
import type { Found } from './locate'
import { isVisible, outer, rootsIn } from './page'
import { saysOf, textOf } from './signals'

// A look may take a tenth of the page's time at most, and a page that renders all day is looked at ten times a second.
const REST_MS = 100
const SHARE = 10
const EVENTS = ['load', 'toggle']

const watchers = new Set<() => void>()
let stopListening: Stop | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let nextLookAt = 0

/** One look for everyone who waits, however many mutations a render made. */
function stir() {
  timer ??= setTimeout(look, Math.max(0, nextLookAt - performance.now()))
}

function look() {
  const startedAt = performance.now()
  timer = undefined
  stopListening?.()
  stopListening = watchers.size ? listen() : undefined
  for (const watcher of [...watchers]) watcher()
  const endedAt = performance.now()
  nextLookAt = endedAt + Math.max(REST_MS, SHARE * (endedAt - startedAt))
}

/** One observer over the page, its open shadow roots and same-origin frames; renewed with each look, as they come and go. */
function listen(): Stop {
  const observer = new MutationObserver(stir)
  const roots = rootsIn(document)
  for (const root of roots) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    // No mutation tells of a frame that loaded, or of a popover that opened.
    for (const event of EVENTS) root.addEventListener(event, stir, true)
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
 * change, `null` when it has gone. Nothing polls, and nothing listens once everyone has stopped.
 */
export function watch(
  target: Wanted,
  onChange: (found: Found | null) => void,
  root: ParentNode = document,
): Stop {
  let last: Found | null = null
  let said = ''
  const watcher = () => {
    if (last?.element.isConnected && isVisible(last.element) && saying(last) === said) return
    const found = find(target, root)
    said = found ? saying(found) : ''
    if (found?.element === last?.element) return
    last = found
    onChange(found)
  }
  watchers.add(watcher)
  stopListening ??= listen()
  watcher()
  return () => {
    watchers.delete(watcher)
    if (watchers.size) return
    stopListening?.()
    clearTimeout(timer)
    stopListening = timer = undefined
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
