/**
 * What the demo bar bends about the outside world. Kept in localStorage, so that the head script,
 * the app, the bar and a framed copy of the app all see the same world.
 */
export interface World {
  offline: boolean
  slow: boolean
  clockHours: number
  printerFault: boolean
  /** Code the tax office answers to the next notes; `null` lets them pass. */
  rejection: string | null
  /** `WIDTHxHEIGHT`, or `free` for the whole window. */
  size: string
  locale: 'pt-BR' | 'en'
  theme: 'light' | 'dark'
  /** The till's own version, told to the guide; see `release.ts`. */
  release: '2.4.1' | '2.5.0' | '2.6.0'
  bar: boolean
}

const KEY = 'caixa-facil.demo'
const CHANGED = 'caixa-facil.demo'

export const calm: World = {
  offline: false,
  slow: false,
  clockHours: 0,
  printerFault: false,
  rejection: null,
  size: 'free',
  locale: 'pt-BR',
  theme: 'light',
  release: '2.4.1',
  bar: true,
}

// Storage can be blocked; the world then lives as long as the page.
let fallback: World = calm

export function readWorld(): World {
  try {
    return { ...calm, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return fallback
  }
}

export function changeWorld(patch: Partial<World>): void {
  const next = { ...readWorld(), ...patch }
  fallback = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Kept in memory above.
  }
  window.dispatchEvent(new Event(CHANGED))
}

/** Calls `fire` when the world changed here or in another frame. Returns a function that stops listening. */
export function onWorld(fire: (world: World) => void): () => void {
  const here = () => fire(readWorld())
  const elsewhere = (event: StorageEvent) => event.key === KEY && here()
  window.addEventListener(CHANGED, here)
  window.addEventListener('storage', elsewhere)
  return () => {
    window.removeEventListener(CHANGED, here)
    window.removeEventListener('storage', elsewhere)
  }
}
