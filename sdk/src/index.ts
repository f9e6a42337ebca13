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

type Report = ReturnType<ReturnType<typeof boot>['report']> & { warnings: string[] }

let core: ReturnType<typeof boot> | undefined
let isDebugging = false
const warnings = new Set<string>()

/** Wrong use is told once, and on the console only to a developer who asked. */
function warn(what: string): void {
  if (warnings.has(what) || warnings.size > 50) return
  warnings.add(what)
  if (isDebugging) console.warn(`trilha: ${what}`)
}

/** Runs a call on the core; before `init` it only warns. Never throws. */
function ask<R>(name: string, work: (ready: NonNullable<typeof core>) => R): R | undefined {
  if (core) return core.safe(() => work(core!))()
  warn(`${name}() before init()`)
}

/** The face to the host. Calls never throw and never block. */
export const trilha = {
  /**
   * Starts the script with an environment's public key. Nothing is shown before `identify`.
   * @example trilha.init('pk_live_1', { api: 'https://trilha.example' })
   */
  init(key: string, options: Options): void {
    // On a server there is no page to guide anyone on.
    if (typeof window === 'undefined' || core) return core && warn('init() was called again')
    try {
      if (isSwitchedOff()) return warn('switched off for this visit after three errors in a minute')
      core = boot(key, { ...options }, warn)
    } catch (error) {
      warn(`init(): ${error}`)
    }
  },
  /** Signs a person in, also in place of another one. Call it again with a fresh token whenever you like. */
  identify(user: string | number, { token, traits, account }: Person = {}): void {
    if (user === undefined || user === null || user === '') return warn('identify(userId): an id is needed')
    ask('identify', (ready) =>
      ready.identify({
        user: String(user),
        token,
        traits,
        account: account && String(account.id),
        accountTraits: account?.traits,
      }),
    )
  },
  update: (traits: Traits): void => void ask('update', (ready) => ready.update(traits)),
  updateAccount: (traits: Traits): void => void ask('updateAccount', (ready) => ready.updateAccount(traits)),
  setLocale: (locale: string): void => void ask('setLocale', (ready) => ready.setLocale(locale)),
  /** Tells what happened. Kept on this device until the API has it. */
  track: (name: string, properties?: Record<string, unknown>): void =>
    void ask('track', (ready) => ready.track(name, properties)),
  /** Names the page; runs by itself when the address changes. */
  page: (path?: string): void => void ask('page', (ready) => ready.visit.page(path)),
  /** Something must not be disturbed, until `free(name)` or for `ttlMs` (15 minutes unless told). */
  busy: (name = 'busy', { ttlMs }: { ttlMs?: number } = {}): void =>
    void ask('busy', (ready) => ready.visit.busy(name, ttlMs)),
  free: (name = 'busy'): void => void ask('free', (ready) => ready.visit.free(name)),
  show: (id: string): void => void ask('show', (ready) => ready.show(id)),
  hide: (id?: string): void => void ask('hide', (ready) => ready.hide(id)),
  /** Calls `fn` after each event of that name, ours or the host's own. Returns a function that stops. */
  on(name: string, fn: (properties: Record<string, unknown>) => void): Stop {
    const stop = ask('on', (ready) =>
      ready.visit.heard.on((event) => {
        // On its own turn: an error of the host's listener stays the host's.
        if (event.name === name) setTimeout(() => fn(event.properties))
      }),
    )
    return stop ?? (() => {})
  },
  /** Whether this person would see it here and now, and if not, why not. */
  why: (id: string): Why =>
    ask('why', (ready) => ready.why(id)) ?? { show: false, because: 'not a candidate' },
  consent: (isGiven: boolean): void => void ask('consent', (ready) => ready.consent(isGiven)),
  /** What the script knows of itself. From now on wrong use is told on the console. */
  debug(): Report | undefined {
    isDebugging = true
    for (const warning of warnings) console.warn(`trilha: ${warning}`)
    const report = ask('debug', (ready) => ready.report())
    return report && { ...report, warnings: [...warnings] }
  },
  /** Signs the person out: nothing of hers stays on the screen. What she did is still delivered. */
  reset: (): void => void ask('reset', (ready) => ready.reset()),
  version: SDK_VERSION,
}

export type Trilha = typeof trilha

/** The snippet's queue: calls made before this script arrived, and places for what they answered. */
type Queued = [name: string, args: unknown[], stop?: unknown]

/** Takes the place of the snippet's queue. A second copy of the script finds none and stays quiet. */
function adopt(page: { trilha?: { q?: Queued[] } }) {
  const { q } = page.trilha ?? {}
  if (!Array.isArray(q)) return
  delete page.trilha!.q
  Object.assign(page.trilha!, trilha)
  for (const call of q) {
    const method = trilha[call[0] as keyof Trilha] as ((...args: unknown[]) => unknown) | undefined
    if (typeof method === 'function') call[2] = method(...call[1])
  }
}

try {
  if (typeof window !== 'undefined') adopt(window as Parameters<typeof adopt>[0])
} catch {
  // A page that guards its globals goes without us.
}
