/// <reference lib="webworker" />
export {}

/**
 * Keeps the till working through a cold reload without network: its own files, and the guide's script
 * as the shop last had it. Data of the guide is left to the guide, which keeps its own.
 */

declare const self: ServiceWorkerGlobalScope
declare const FILES: string[]
declare const BUILD: string

const OWN = `till-${BUILD}`
const GUIDE = 'guide'
// A slow answer is as bad as none when a customer is waiting.
const PAGE_PATIENCE_MS = 3000

/** Set by the demo bar: the browser is online, but this shop is not. */
let cutOff = false

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(OWN)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== OWN && name !== GUIDE) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(old())
})

self.addEventListener('message', (event) => {
  const { offline, guide } = event.data as { offline?: boolean; guide?: string[] }
  if (offline !== undefined) cutOff = offline
  if (guide) event.waitUntil(keep(guide))
})

/** Fetches once more (the browser's own cache answers) what was loaded before this worker could see it. */
async function keep(urls: string[]) {
  const cache = await caches.open(GUIDE)
  for (const url of urls) if (!(await cache.match(url))) await cache.add(url).catch(() => undefined)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const own = url.origin === self.location.origin
  if (request.method === 'GET' && !own && url.pathname.startsWith('/sdk/'))
    return event.respondWith(guide(request))
  if (!own || url.pathname.startsWith('/api/')) {
    // Only when the bar cut the line; otherwise the request never passes through here.
    if (cutOff) event.respondWith(Response.error())
    return
  }
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && url.pathname !== '/tef.html') event.respondWith(page(request))
  else event.respondWith(file(request, url.pathname))
})

async function page(request: Request): Promise<Response> {
  const kept = () => caches.match('/', { cacheName: OWN })
  if (cutOff) return (await kept()) ?? Response.error()
  const fresh = fetch(request)
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PAGE_PATIENCE_MS))
  const answer = await Promise.race([fresh, late]).catch(() => undefined)
  return answer?.ok ? answer : ((await kept()) ?? fresh)
}

async function file(request: Request, path: string): Promise<Response> {
  return (await caches.match(path, { cacheName: OWN })) ?? fetch(request)
}

/** The newest script when it comes, the last one otherwise. */
async function guide(request: Request): Promise<Response> {
  const cache = await caches.open(GUIDE)
  if (!cutOff) {
    const fresh = await fetch(request).catch(() => undefined)
    if (fresh && (fresh.ok || fresh.type === 'opaque')) {
      await cache.put(request, fresh.clone())
      return fresh
    }
  }
  return (await cache.match(request)) ?? Response.error()
}
