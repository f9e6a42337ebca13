import { signal } from '@preact/signals'

const RETRY_MS = 4000 // short enough that a router's restart is noticed while one waits

/** False from a call that got no answer until one that did. */
export const online = signal(true)

/** The session ended while somebody was at work: their page stays as it is under the sign-in. */
export const hasExpired = signal(false)

let timer: ReturnType<typeof setTimeout> | undefined

export function connected() {
  clearTimeout(timer)
  timer = undefined
  online.value = true
}

export function disconnected() {
  online.value = false
  timer ??= setTimeout(knock, RETRY_MS)
}

async function knock() {
  timer = undefined
  try {
    await fetch('/healthz', { cache: 'no-store' })
    connected()
  } catch {
    disconnected()
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', disconnected)
  window.addEventListener('online', knock)
}
