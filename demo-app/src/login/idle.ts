import { operator } from '../state/session.ts'
import { get, isShopOpen } from '../state/store.ts'

const IDLE_MS = 30 * 60_000
const CHECK_MS = 20_000

/**
 * Calls `fire` when nobody has touched the till for half an hour and no sale is open.
 * Returns a function that stops watching.
 */
export function watchIdle(fire: () => void): () => void {
  let touchedAt = Date.now()
  const touch = () => {
    touchedAt = Date.now()
  }
  const check = () => {
    const selling = isShopOpen() && (get('cart')?.lines.length ?? 0) > 0
    if (operator() && !selling && Date.now() - touchedAt > IDLE_MS) fire()
  }
  const timer = setInterval(check, CHECK_MS)
  window.addEventListener('pointerdown', touch, true)
  window.addEventListener('keydown', touch, true)
  return () => {
    clearInterval(timer)
    window.removeEventListener('pointerdown', touch, true)
    window.removeEventListener('keydown', touch, true)
  }
}
