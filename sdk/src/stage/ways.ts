import type { Options } from '../core/options'
import { pathOf } from '../core/visit'
import type { Ways } from '../surfaces/surface'
import type { House } from './house'
import { whyMissing } from './late-search'

/** Whether the host's code named this address, or it is the host's own. */
function isGranted(url: string, hosts: string[] = []): boolean {
  try {
    const { origin, host } = new URL(url, location.href)
    return origin === location.origin || hosts.some((one) => one === origin || one === host)
  } catch {
    return false
  }
}

/** Whether images may come from there; what the API's own host serves was uploaded by the authors. */
export const mayLoad = (url: string, { mediaHosts = [], api }: Options) =>
  isGranted(url, [...mediaHosts, new URL(api, location.href).host])

/** Through the host's router if it gave one; never to an origin the host's code did not name. */
function go(path: string, { navigate, origins }: Options) {
  if (!isGranted(path, origins)) return
  const url = new URL(path, location.href)
  if (navigate && url.origin === location.origin) navigate(path)
  else if (pathOf(location) !== location.pathname) location.hash = path
  else location.assign(url.href)
}

/** What a surface may do with the page, each safe for the host. */
export const waysOf = ({ safe, options }: House): Ways => ({
  missed: whyMissing,
  navigate: safe((path) => go(path, options)),
  call: safe((action) => {
    // Own names only: nobody granted `toString`.
    if (Object.keys(options.actions || {}).includes(action)) options.actions![action]!()
  }),
  slot: (name) => document.querySelector(`[data-trilha-slot="${name}"]`),
})
