import { trilha } from '../trilha.ts'
import { tell } from './store.ts'

const MINUTE_MS = 60_000

/** Follows the network: tells how long it was away, redraws, and calls `back` at the start and at every return. */
export function followNetwork(back: () => void): () => void {
  let since = navigator.onLine ? null : Date.now()
  const offline = () => {
    since = Date.now()
    trilha.track('offline_inicio')
    tell()
  }
  const online = () => {
    trilha.track('offline_fim', { min: since === null ? 0 : Math.round((Date.now() - since) / MINUTE_MS) })
    since = null
    tell()
    back()
  }
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  if (navigator.onLine) back()
  return () => {
    window.removeEventListener('offline', offline)
    window.removeEventListener('online', online)
  }
}
