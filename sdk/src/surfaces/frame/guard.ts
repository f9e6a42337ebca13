import type { Stop } from '../surface'

/** A scanner types a code in well under this time per key and ends with Enter; a person's fingers don't. */
const BURST_MS = 80

/**
 * Keeps a till's hands on the sale: touching our buttons leaves the focus in the host's field, and an Enter or
 * Space that ends a scanner's burst presses nothing of ours. Nothing is kept from the host.
 */
export function guardPresses(root: ShadowRoot): Stop {
  let lastKeyAt = Number.NEGATIVE_INFINITY
  let burst = false
  function heard({ key, timeStamp }: KeyboardEvent) {
    // Enter itself is judged by what came before it.
    if (key.length === 1 || key === 'Enter') {
      burst = timeStamp - lastKeyAt < BURST_MS
      lastKeyAt = timeStamp
    }
  }
  const keepFocus = (event: Event) => event.preventDefault()
  function refuse(event: MouseEvent) {
    // A click without a pointer comes from a key; one right behind a burst is the scanner's.
    if (event.detail === 0 && event.isTrusted && burst && event.timeStamp - lastKeyAt < BURST_MS) {
      event.stopImmediatePropagation()
      event.preventDefault()
    }
  }
  window.addEventListener('keydown', heard, true)
  root.addEventListener('mousedown', keepFocus)
  root.addEventListener('click', refuse as EventListener, true)
  return () => {
    window.removeEventListener('keydown', heard, true)
    root.removeEventListener('mousedown', keepFocus)
    root.removeEventListener('click', refuse as EventListener, true)
  }
}
