import type { Stop } from '../../surfaces/surface'
import { kindOf } from '../../targets/signals'
import { windowsOf } from '../pick/keys'
import { rowOf } from '../pick/rows'
import { controlOf, isOurs } from '../pick/under'
import type { Act } from './acts'

/** A scanner types a code in well under this time per key and ends with Enter; a person's fingers don't. */
const BURST_MS = 80
const BURST_KEYS = 4
/** After so long a new burst begins. */
const PAUSE_MS = 300
/** New frames of the page are listened to this often. */
const AGAIN_MS = 1000

const originOf = (event: Event) => (event.composedPath()[0] ?? event.target) as Element | null

const isList = (element: Element) =>
  rowOf(element)?.element === element && !element.closest('nav,header,footer,[role=tablist],[role=toolbar]')

/**
 * Listens to what a person does on the page, and keeps nothing from it: `prepare` before a press can change anything,
 * then the act. Which key was typed is looked at for Enter and F1 to F12 only. Start returns stop.
 */
export function hearActs(prepare: (element: Element) => void, acted: (act: Act) => void): Stop {
  let burst = { keys: 0, from: 0, to: 0 }
  const controlIn = (event: Event) => {
    const element = originOf(event)
    if (!event.isTrusted || !element || element.nodeType !== 1 || isOurs(element)) return null
    return controlOf(element)
  }

  function pressed(event: Event) {
    const control = controlIn(event)
    if (control) prepare(control)
  }

  function clicked(event: Event) {
    const control = controlIn(event)
    if (!control) return
    const isChoice = kindOf(control) === 'choice' || isList(control)
    const again = (event as MouseEvent).detail > 1
    acted({ does: isChoice ? 'choose' : 'press', on: control, at: Date.now(), again })
  }

  function typed(event: Event) {
    const field = event.isTrusted ? originOf(event) : null
    if (!field || isOurs(field) || kindOf(field) === 'choice') return
    acted({ does: field.localName === 'select' ? 'choose' : 'type', on: field, at: Date.now() })
  }

  function keyed(event: Event) {
    const { key, isTrusted } = event as KeyboardEvent
    const element = originOf(event)
    if (!isTrusted || !element || isOurs(element)) return
    const at = Date.now()
    if (/^F\d{1,2}$/.test(key)) return acted({ does: 'key', on: null, at, key })
    // By the keys' own time: what we do on hearing one must not make the next look slow.
    const now = event.timeStamp
    if (key.length === 1)
      burst =
        now - burst.to > PAUSE_MS
          ? { keys: 1, from: now, to: now }
          : { ...burst, keys: burst.keys + 1, to: now }
    if (key !== 'Enter') return
    const { keys, from, to } = burst
    const scanned = keys >= BURST_KEYS && (to - from) / (keys - 1) < BURST_MS && now - to < PAUSE_MS
    burst = { keys: 0, from: 0, to: 0 }
    const isField = kindOf(element) === 'field' && element.localName !== 'textarea'
    if (isField || scanned) acted({ does: 'enter', on: isField ? element : null, at, scanned })
  }

  const listeners = { pointerdown: pressed, click: clicked, input: typed, keydown: keyed } as const
  const heard = new Set<Window>()
  function attend() {
    for (const view of windowsOf(window)) {
      if (heard.has(view)) continue
      heard.add(view)
      for (const [type, listener] of Object.entries(listeners))
        view.addEventListener(type, listener, { capture: true, passive: true })
    }
  }
  attend()
  const timer = setInterval(attend, AGAIN_MS)
  return () => {
    clearInterval(timer)
    for (const view of heard)
      for (const [type, listener] of Object.entries(listeners)) view.removeEventListener(type, listener, true)
  }
}
