import type { Traits } from '#contract/traits'
import { boot, SDK_VERSION } from './boot'
import { isSwitchedOff } from './core/guard'
import type { Options } from './core/options'
import type { Why } from './screen'
import type { Stop } from './surfaces/surface'

export type { Options, Stop, Traits, Why }

export interface Person {
  /** HS256 JWT from the host's back end. */
  token?: string
  traits?: Traits
  account?: { id: string; traits?: Traits }
}

/** The face to the host. Calls never throw and never block; before `init` they only warn. */
export interface Trilha {
  /**
   * Starts the script with an environment's public key. Nothing is shown before `identify`.
   * @example trilha.init('pk_live_1', { api: 'https://trilha.example' })
   */
  init(key: string, options: Options): void
  /** Signs a person in, also in place of another one. Call it again with a fresh token whenever you like. */
  identify(user: string | number, person?: Person): void
  /** Adds to what is known of the person, or of the shop. */
  update(traits: Traits): void
  updateAccount(traits: Traits): void
  setLocale(locale: string): void
  /** Tells what happened. Kept on this device until the API has it. */
  track(name: string, properties?: Record<string, unknown>): void
  /** Names the page; runs by itself when the address changes. */
  page(path?: string): void
  /** Something must not be disturbed, until `free(name)` or for `ttlMs` milliseconds (15 minutes unless told). */
  busy(name?: string, options?: { ttlMs?: number }): void
  free(name?: string): void
  show(id: string): void
  /** Takes one, or all, off the screen until `show` or another visit. */
  hide(id?: string): void
  /** Calls `fn` after each event of that name, ours or the host's own. Returns a function that stops. */
  on(name: string, fn: (properties: Record<string, unknown>) => void): Stop
  /** Whether this person would see it here and now, and if not, why not. */
  why(id: string): Why | undefined
  consent(isGiven: boolean): void
  /** What the script knows of itself. From now on wrong use is told on the console. */
  debug(): Record<string, unknown> | undefined
  /** Signs the person out: nothing of hers stays on the screen. What she did is still delivered. */
  reset(): void
}

let core: ReturnType<typeof boot> | undefined
let isDebugging = false
const warnings = new Set<string>()

/** Wrong use is told once, and on the console only to a developer who asked. */
function warn(what: string): void {
  if (isDebugging && !warnings.has(what)) console.warn(`trilha: ${what}`)
  if (warnings.size < 50) warnings.add(what)
}

type Core = NonNullable<typeof core>

/** What `work` does with the core, never throwing. */
const ask =
  <A extends unknown[], R>(work: (core: Core, ...args: A) => R) =>
  (...args: A): R | undefined => {
    if (core) return core.safe(work)(core, ...args)
    warn('call init() first')
  }
const tell = <A extends unknown[]>(work: (core: Core, ...args: A) => unknown) => {
  const asking = ask(work)
  return (...args: A): void => void asking(...args)
}

export const trilha: Trilha = {
  init(key, options) {
    if (core) return warn('init() was called twice')
    try {
      // On a server there is no page to guide anyone on.
      if (typeof window === 'object' && !isSwitchedOff()) core = boot(key, { ...options }, warn)
    } catch (error) {
      warn(`init(): ${error}`)
    }
  },
  identify: tell((core, user: string | number, { token, traits, account }: Person = {}) => {
    if (!user && user !== 0) return warn('identify(userId): an id is needed')
    return core.identify({
      user: `${user}`,
      token,
      traits,
      account: account && `${account.id}`,
      accountTraits: account?.traits,
    })
  }),
  update: tell((core, traits: Traits) => core.update(traits)),
  updateAccount: tell((core, traits: Traits) => core.updateAccount(traits)),
  setLocale: tell((core, locale: string) => core.setLocale(locale)),
  track: tell((core, name: string, properties?: Record<string, unknown>) => core.track(name, properties)),
  page: tell((core, path?: string) => core.page(path)),
  busy: tell((core, name = '', options?: { ttlMs?: number }) => core.busy(name, options?.ttlMs)),
  free: tell((core, name = '') => core.free(name)),
  show: tell((core, id: string) => core.show(id)),
  hide: tell((core, id?: string) => core.hide(id)),
  on(name, fn) {
    const stop = ask((core) =>
      core.heard.on((event) => {
        // On its own turn: an error of the host's listener stays the host's.
        if (event.name === name) setTimeout(() => fn(event.properties))
      }),
    )()
    return stop || (() => {})
  },
  why: ask((core, id: string) => core.why(id)),
  consent: tell((core, isGiven: boolean) => core.consent(isGiven)),
  debug() {
    isDebugging = true
    warnings.forEach((what) => {
      console.warn(`trilha: ${what}`)
    })
    return { sdk: SDK_VERSION, ...ask((core) => core.report())(), warnings: [...warnings] }
  },
  reset: tell((core) => core.reset()),
}

/** The snippet's queue: calls made before this script arrived, and a place for what stops them. */
type Waiting = { q?: Array<[name: string, args: unknown[], stop?: unknown]> }

/** Takes the place of the snippet's queue. A second copy of the script finds none and stays quiet. */
function adopt({ trilha: waiting }: { trilha?: Waiting }) {
  const q = waiting?.q
  if (!Array.isArray(q)) return
  delete waiting!.q
  Object.assign(waiting!, trilha)
  for (const call of q) {
    const method = trilha[call[0] as keyof Trilha] as ((...args: unknown[]) => unknown) | undefined
    if (method) call[2] = method(...call[1])
  }
}

try {
  if (typeof window === 'object') adopt(window as Parameters<typeof adopt>[0])
} catch {
  // A page that guards its globals goes without us.
}
