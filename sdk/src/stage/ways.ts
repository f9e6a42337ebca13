import type { Options } from '../core/options'
import { pathOf } from '../core/visit'

/** Whether the host's code named this address, or it is the host's own. */
export function isGranted(url: string, hosts: string[] = []): boolean {
  try {
    const { origin, host } = new URL(url, location.href)
    return origin === location.origin || hosts.some((one) => one === origin || one === host)
  } catch {
    return false
  }
}

/** Through the host's router if it gave one; never to an origin the host's code did not name. */
export function go(path: string, { navigate, origins }: Options) {
  if (!isGranted(path, origins)) return
  const url = new URL(path, location.href)
  if (navigate && url.origin === location.origin) navigate(path)
  else if (pathOf(location) !== location.pathname) location.hash = path
  else location.assign(url.href)
}
