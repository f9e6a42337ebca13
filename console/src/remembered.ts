import { effect, type Signal, signal } from '@preact/signals'

/** A choice kept in this browser. One that is not among `allowed`, or a closed storage, falls back. */
export function remembered<T extends string>(key: string, fallback: T, allowed?: readonly T[]): Signal<T> {
  const choice = signal<T>(read(key, fallback, allowed))
  effect(() => {
    try {
      if (choice.value === fallback) localStorage.removeItem(key)
      else localStorage.setItem(key, choice.value)
    } catch {
      // A browser without storage forgets the choice when it closes; nothing else is lost.
    }
  })
  return choice
}

function read<T extends string>(key: string, fallback: T, allowed?: readonly T[]): T {
  try {
    const kept = localStorage.getItem(key) as T | null
    return kept !== null && (!allowed || allowed.includes(kept)) ? kept : fallback
  } catch {
    return fallback
  }
}
