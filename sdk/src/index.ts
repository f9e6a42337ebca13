import type { Traits } from '#contract/traits'
import { boot, type Person, SDK_VERSION } from './boot'
import { isSwitchedOff } from './core/guard'
import { plain } from './core/json'
import type { Options } from './core/options'
import type { Heard } from './core/visit'
import type { Why } from './screen'
import type { Stop } from './surfaces/surface'

export type { Options, Person, Stop, Traits, Why }

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
  /**
   * What the script knows of itself, and a panel on the page that says it in words: who, what she may be shown and why
   * not, what is owed. `false`: no panel. From now on wrong use is told on the console.
   */
  debug(isShown?: boolean): Record<string, unknown> | undefined
  /** Signs the person out: nothing of hers stays on the screen. What she did is still delivered. */
  reset(): void
}

type Call = Exclude<keyof Trilha, 'init' | 'on' | 'debug'>
const calls = 'identify update updateAccount setLocale track page busy free show hide why consent reset'

let core: ReturnType<typeof boot> | undefined
let isDebugging = false
const warnings = new Set<string>()

/** Wrong use is told once, and on the console only to a developer who asked. */
function warn(what: string): void {
  if (isDebugging && !warnings.has(what)) console.warn(`trilha: ${what}`)
  if (warnings.size < 50) warnings.add(what)
}

type Core = NonNullable<typeof core>

/** What `work` answers for the core; never throws. */
function ask<R>(work: (core: Core) => R): R | undefined {
  if (core) return core.safe(work)(core)
  warn('call init() first')
}

export const trilha = {
  init(key, options) {
    if (core) return warn('init() was called already')
    try {
      // On a server there is no page to guide anyone on.
      if (typeof window === 'object' && !isSwitchedOff()) core = boot(key, { ...options }, warn)
    } catch (error) {
      warn(`init(): ${error}`)
    }
  },
  on(name, fn) {
    if (typeof fn !== 'function') {
      warn('on(): not a function')
      return () => {}
    }
    const listener = (event: Heard) => {
      // On its own turn: an error of the host's listener stays the host's.
      if (event.name === name) setTimeout(() => fn(event.properties))
    }
    return ask((core) => core.heard.on(listener)) || (() => {})
  },
  debug(isShown) {
    if (isShown !== false && core) ask((core) => core.panel(() => [...warnings]))
    isDebugging = true
    for (const what of warnings) console.warn(`trilha: ${what}`)
    return { sdk: SDK_VERSION, ...ask((core) => core.report()), warnings: [...warnings] }
  },
} as Pick<Trilha, 'init' | 'on' | 'debug'> as Trilha

// The rest is the core's own, made safe, and given nothing but plain data.
for (const name of calls.split(' ') as Call[])
  trilha[name] = (...args: unknown[]) => {
    const given = args.map((arg) => {
      const data = plain(arg)
      if (data === undefined && arg !== undefined) warn(`${name}(): not plain data, or more than 16 kB`)
      return data as never
    })
    return ask((core) => (core[name] as (...args: never[]) => never)(...given))!
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
