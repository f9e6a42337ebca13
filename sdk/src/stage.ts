// Loaded with the first surface (or the first rule about an element): what a page load without them doesn't pay for.
import { defaultTheme } from '#contract/default-theme'
import type { Target } from '#contract/target'
import type { Options } from './core/options'
import type { Kept } from './core/people'
import { call } from './core/transport'
import { pathOf } from './core/visit'
import type { SurfaceContext } from './surfaces/surface'

export { has, watch } from './targets'

import { watch } from './targets'

/** What the core lends to one showing; everything about the page and the host's grants is added here. */
export type Lent = Pick<
  SurfaceContext,
  'facts' | 'past' | 'onChange' | 'onEvent' | 'record' | 'show' | 'closed' | 'locale'
> & {
  kept(): Kept
  traits(of: 'pessoa' | 'loja'): Record<string, unknown>
  safe<A extends unknown[], R>(fn: (...args: A) => R): (...args: A) => R | undefined
}

/** The context of one showing, in which every call of the surface is safe for the host. */
export function contextFor(lent: Lent, options: Options): SurfaceContext {
  const { safe, kept, locale } = lent
  const bundle = () => kept().bundle
  const granted = (url: URL, hosts: string[] = []) =>
    url.origin === location.origin || hosts.some((host) => host === url.origin || host === url.host)
  return {
    ...lent,
    record: safe(lent.record),
    show: safe(lent.show),
    closed: safe(lent.closed),
    milestones: () => bundle()?.milestones ?? {},
    dueAt: () => bundle()?.dueAt ?? {},
    accountSince: () => bundle()?.accountSince,
    theme: () => bundle()?.theme ?? defaultTheme,
    lookup(name) {
      const dot = name.indexOf('.')
      const [kind, key] = [name.slice(0, dot), name.slice(dot + 1)]
      if (kind === 'desde') return since(bundle()?.milestones[key], lent.facts().now, locale())
      const value = kind === 'pessoa' || kind === 'loja' ? lent.traits(kind)[key] : undefined
      if (typeof value === 'number') return value.toLocaleString(locale())
      return typeof value === 'string' && value ? value : undefined
    },
    watch: (target: Target, listener) => watch(target, (located) => void safe(listener)(located)),
    navigate: safe((path) => {
      const url = new URL(path, location.href)
      if (!granted(url, options.origins)) return
      if (options.navigate && url.origin === location.origin) options.navigate(path)
      else if (pathOf(location) !== location.pathname) location.hash = path
      else location.assign(url.href)
    }),
    call: safe((action) => {
      const { actions = {} } = options
      // Own names only: `toString` was not granted by anyone.
      if (Object.keys(actions).includes(action)) actions[action]!()
    }),
    mayLoad(url) {
      try {
        return granted(new URL(url), [...(options.mediaHosts ?? []), new URL(options.api).host])
      } catch {
        return false
      }
    },
    slot: (name) => document.querySelector(`[data-trilha-slot="${name}"]`),
    nonce: options.nonce,
  }
}

/** "há 3 dias": how long ago a milestone was reached, in the person's language; nothing when it was not. */
function since(at: number | undefined, now: number, locale: string): string | undefined {
  if (at === undefined || !('RelativeTimeFormat' in Intl)) return
  const hours = Math.max(0, now - at) / 3_600_000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return hours < 24
    ? format.format(-Math.floor(hours), 'hour')
    : format.format(-Math.floor(hours / 24), 'day')
}

const PULSE_MS = 30_000
const BEFORE_SHOWING_MS = 300

export interface PulseNews {
  rev: number
  off: ReadonlySet<string>
}

/** What was switched off since the bundle was made, or undefined when it can't be known in time. */
export async function pulse(url: string, timeoutMs = BEFORE_SHOWING_MS): Promise<PulseNews | undefined> {
  const { body } = await call(url, { timeoutMs })
  if (typeof body?.rev !== 'number' || !Array.isArray(body.off)) return
  return { rev: body.rev, off: new Set(body.off) }
}

/** Asks every 30 seconds while something is on the screen and the page is seen. Start returns stop. */
export function watchPulse(url: string, tell: (news: PulseNews) => void) {
  let timer: ReturnType<typeof setTimeout>
  let isOver = false
  const next = () => {
    timer = setTimeout(async () => {
      const news = document.hidden ? undefined : await pulse(url, 10_000)
      if (isOver) return
      if (news) tell(news)
      next()
    }, PULSE_MS)
  }
  next()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
