import { defaultTheme } from '#contract/default-theme'
import type { Target } from '#contract/target'
import type { Options } from '../core/options'
import { pathOf } from '../core/visit'
import { knowsWords, learnWords } from '../locales/say'
import type { SurfaceContext } from '../surfaces/surface'
import type { House } from './house'
import { watch, whyMissing } from './late-search'

type Own = Pick<SurfaceContext, 'past' | 'record' | 'show' | 'closed'>

/** The context of one showing, in which every call of the surface is safe for the host. */
export function contextFor(own: Own, house: House): SurfaceContext {
  const { safe, me, facts, locale, options, changed, visit } = house
  const bundle = () => me().bundle
  return {
    past: own.past,
    record: safe(own.record),
    show: safe(own.show),
    closed: safe(own.closed),
    facts,
    locale,
    milestones: () => bundle()?.milestones ?? {},
    dueAt: () => bundle()?.dueAt ?? {},
    accountSince: () => bundle()?.accountSince,
    theme: () => bundle()?.theme ?? defaultTheme,
    lookup: (name) => lookUp(name, house),
    onChange(listener) {
      const tell = safe(listener)
      // Only a change of language has words to wait for.
      return changed.on(() => void (knowsWords(locale()) ? tell() : learnWords(locale()).then(tell)))
    },
    onEvent: (listener) => visit.heard.on(safe(listener)),
    watch: (target: Target, listener) => watch(target, (located) => void safe(listener)(located)),
    missed: (target) => whyMissing(target, visit.facts().path),
    navigate: safe((path) => go(path, options)),
    call: safe((action) => {
      const { actions = {} } = options
      // Own names only: nobody granted `toString`.
      if (Object.keys(actions).includes(action)) actions[action]!()
    }),
    mayLoad(url) {
      try {
        return isGranted(new URL(url), [...(options.mediaHosts ?? []), new URL(options.api).host])
      } catch {
        return false
      }
    },
    slot: (name) => document.querySelector(`[data-trilha-slot="${name}"]`),
    nonce: options.nonce,
  }
}

const isGranted = ({ origin, host }: URL, hosts: string[] = []) =>
  origin === location.origin || hosts.some((one) => one === origin || one === host)

/** Through the host's router if it gave one; never to an origin the host's code did not name. */
function go(path: string, { navigate, origins }: Options) {
  const url = new URL(path, location.href)
  if (!isGranted(url, origins)) return
  if (navigate && url.origin === location.origin) navigate(path)
  else if (pathOf(location) !== location.pathname) location.hash = path
  else location.assign(url.href)
}

/** `pessoa.nome`, `loja.cidade` from the host's traits; `desde.<milestone>` as "há 3 dias". */
function lookUp(name: string, { identity, me, facts, locale }: House): string | undefined {
  const dot = name.indexOf('.')
  const [kind, key] = [name.slice(0, dot), name.slice(dot + 1)]
  if (kind === 'desde') return since(me().bundle?.milestones[key], facts().now, locale())
  const traits =
    kind === 'pessoa' ? identity()?.traits : kind === 'loja' ? identity()?.accountTraits : undefined
  const value = traits?.[key]
  if (typeof value === 'number') return value.toLocaleString(locale())
  return typeof value === 'string' && value ? value : undefined
}

/** How long ago a milestone was reached, in the person's language; nothing when it was not, or within the hour. */
function since(at: number | undefined, now: number, locale: string): string | undefined {
  if (at === undefined || !('RelativeTimeFormat' in Intl)) return
  const hours = (now - at) / 3_600_000
  if (hours < 1) return
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return hours < 24
    ? format.format(-Math.floor(hours), 'hour')
    : format.format(-Math.floor(hours / 24), 'day')
}
