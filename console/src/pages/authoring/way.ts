import type { Environment } from '#contract/workspace'

/** What stands behind `#` on the way to the application; the same word as `MARK` of the contract. */
const MARK = 'trilha-editor'

/** What the application's page asks for, as it stands in the address. */
export interface Asked {
  experience: string
  key: string
  origin: string
  path: string
  challenge: string
  state: string
}

const NAMES = ['experience', 'key', 'origin', 'path', 'challenge', 'state'] as const

/** Undefined when something is missing: a half-copied address asks for nothing. */
export function readAsked(search: string): Asked | undefined {
  const query = new URLSearchParams(search)
  const asked = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ''])) as unknown as Asked
  return NAMES.every((name) => asked[name]) ? asked : undefined
}

export const originOf = (address: string | undefined): string | undefined =>
  address && URL.canParse(address) ? new URL(address).origin : undefined

/** The environment that is asked for, if its application runs at exactly this origin. */
export const homeOf = ({ key, origin }: Asked, environments: Environment[]): Environment | undefined =>
  environments.find(({ publicKey, appUrl }) => publicKey === key && originOf(appUrl) === origin)

/** Where on the application she wants to arrive: at a step, to write or to see the draft run from there. */
export interface Wish {
  step?: string
  test?: boolean
}

/** The application's address with the name of what is edited behind it, and what she wants there. */
export function wayThere(appUrl: string, experience: string, { step, test }: Wish = {}): string {
  const url = new URL(appUrl)
  url.hash = `${url.hash ? `${url.hash}&` : ''}${MARK}=${experience}${step ? `~${step}${test ? '~test' : ''}` : ''}`
  return url.href
}

/** Back to the page that asked. Undefined when its path would lead away from its origin. */
export function wayBack({ origin, path, state }: Asked, code: string): string | undefined {
  if (!path.startsWith('/') || !URL.canParse(path, origin)) return undefined
  const url = new URL(path, origin)
  if (url.origin !== origin) return undefined
  url.hash = `${MARK}=${code}.${state}`
  return url.href
}
