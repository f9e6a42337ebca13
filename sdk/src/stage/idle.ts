import { listen } from '../core/signal'
import type { Stop } from '../surfaces/surface'

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchstart']

/**
 * Calls `fire` each time the screen has gone untouched for `idleMs` milliseconds.
 * Returns a function that stops watching; calling it again does nothing.
 */
export function onIdle(idleMs: number, fire: () => void): Stop {
  let touchedAt = performance.now()
  let fired = false
  let timer: ReturnType<typeof setTimeout>

  // A touch only notes the moment; the one timer finds out how much rest is still missing.
  const look = () => {
    const missing = idleMs - (performance.now() - touchedAt)
    if (missing > 0) timer = setTimeout(look, missing)
    else {
      fired = true
      fire()
    }
  }
  const touched = () => {
    touchedAt = performance.now()
    if (!fired) return
    fired = false
    timer = setTimeout(look, idleMs)
  }

  const stops = ACTIVITY.map((name) => listen(window, name, touched))
  timer = setTimeout(look, idleMs)
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
