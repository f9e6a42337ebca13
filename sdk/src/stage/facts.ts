import type { House } from './house'

/** `pessoa.nome`, `loja.cidade` from the host's traits; `desde.<milestone>` as "há 3 dias". */
export function lookUp(name: string, { identity, me, facts, locale }: House): string | undefined {
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
