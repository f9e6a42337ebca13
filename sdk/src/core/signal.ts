import type { Stop } from '../surfaces/surface'

/** Something that happens again and again, and those who want to hear of it. */
export interface Signal<T> {
  on(listener: (value: T) => void): Stop
  fire(value: T): void
}

export function signal<T = void>(): Signal<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    on(listener) {
      // A function of its own per call, so that the same listener added twice is stopped once at a time.
      const mine = (value: T) => listener(value)
      listeners.add(mine)
      return () => void listeners.delete(mine)
    },
    fire(value) {
      for (const listener of [...listeners]) listener(value)
    },
  }
}

/** Listens to a DOM event; start returns stop. */
export function listen(target: EventTarget, name: string, listener: (event: Event) => void): Stop {
  const options = { capture: true, passive: true }
  target.addEventListener(name, listener, options)
  return () => target.removeEventListener(name, listener, options)
}
