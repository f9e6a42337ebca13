/** Real addresses by the History API: reload, back and deep links work. */

const listeners = new Set<() => void>()

export const path = () => location.pathname.replace(/\/+$/, '') || '/'

/** The parts of the address: `/nota/12` is `['nota', '12']`. */
export const parts = () => path().split('/').filter(Boolean)

/** An address of the till itself, even on a page whose `<base>` points elsewhere. */
export const own = (to: string) => location.origin + to

export function go(to: string, { replace = false } = {}): void {
  if (to === path()) return
  history[replace ? 'replaceState' : 'pushState'](null, '', own(to))
  for (const fire of listeners) fire()
}

/** Calls `fire` when the address changes. Returns a function that stops. */
export function onRoute(fire: () => void): () => void {
  listeners.add(fire)
  window.addEventListener('popstate', fire)
  return () => {
    listeners.delete(fire)
    window.removeEventListener('popstate', fire)
  }
}

/** Follows links and the back button. Returns a function that stops. */
export function startRouter(fire: () => void): () => void {
  const follow = (event: MouseEvent) => {
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement)
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.defaultPrevented
    // As it is written: what the browser makes of it depends on the page's `<base>`.
    const to = link?.getAttribute('href')
    if (!link || !to?.startsWith('/') || !plain || link.target || link.hasAttribute('download')) return
    event.preventDefault()
    go(to)
  }
  const stop = onRoute(fire)
  document.addEventListener('click', follow)
  return () => {
    stop()
    document.removeEventListener('click', follow)
  }
}
