import { locale } from './locales'

const NARROW = '\u202f' // narrow no-break space: a number never parts from its unit
const NOW_MS = 5000
const DAY_MS = 24 * 60 * 60 * 1000

const own = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale.value, options)
/** A real minus, as wide as a plus. */
const minus = (text: string) => text.replace(/^-/, '\u2212')

/** 1.842 */
export const number = (value: number, decimals = 0) =>
  minus(own({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value))

/** 1.842, or ≈ 1.842 when only some of the people were counted. */
export const counted = (value: number, { estimatedFrom }: { estimatedFrom?: number }) =>
  estimatedFrom === undefined ? number(value) : `≈${NARROW}${number(value)}`

/** 0.63 → 63,0 % */
export const percent = (share: number, decimals = 1) => {
  const figure = number(share * 100, decimals)
  return locale.value === 'pt-BR' ? `${figure}${NARROW}%` : `${figure}%`
}

/** 1,7 dia · 3,0 dias · 12 dias: one decimal below ten. In Portuguese all below two is singular. */
export const days = (value: number) => {
  const figure = number(value, value < 10 ? 1 : 0)
  const [one, many] = locale.value === 'pt-BR' ? ['dia', 'dias'] : ['day', 'days']
  const singular = locale.value === 'pt-BR' ? value < 1.95 : figure === '1.0'
  return `${figure} ${singular ? one : many}`
}

/** 45 s · 2 min 10 s · 1 h 05 min */
export const seconds = (value: number) => {
  const whole = Math.round(value)
  if (whole < 60) return `${number(whole)} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ''}`
  const minutes = Math.floor((whole % 3600) / 60)
  return `${Math.floor(whole / 3600)} h${minutes ? ` ${String(minutes).padStart(2, '0')} min` : ''}`
}

/** 14:32 */
export const time = (at: number) =>
  new Intl.DateTimeFormat(locale.value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** 16/11, with the year only when it is another. */
export const date = (at: number, now = Date.now()) =>
  new Intl.DateTimeFormat(locale.value, {
    day: '2-digit',
    month: locale.value === 'pt-BR' ? '2-digit' : 'short',
    ...(new Date(at).getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }),
  }).format(at)

/** hoje, 09:48 · ontem, 17:05 · 16/11 */
export function moment(at: number, now = Date.now()): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
  if (daysAgo !== 0 && daysAgo !== 1) return date(at, now)
  const day = new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(-daysAgo, 'day')
  return `${day}, ${time(at)}`
}

/** 14:02 · ontem, 17:05 · 16/11: after "since", today needs no saying. */
export const since = (at: number, now = Date.now()) =>
  startOfDay(at) === startOfDay(now) ? time(at) : moment(at, now)

/** agora · há 2 minutos · há 3 horas · há 5 dias */
export function ago(at: number, now = Date.now()): string {
  const format = new Intl.RelativeTimeFormat(locale.value, { numeric: 'always' })
  const past = Math.max(0, now - at)
  if (past < NOW_MS) return new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(0, 'second')
  if (past < 60_000) return format.format(-Math.round(past / 1000), 'second')
  if (past < 3_600_000) return format.format(-Math.round(past / 60_000), 'minute')
  if (past < DAY_MS) return format.format(-Math.round(past / 3_600_000), 'hour')
  return format.format(-Math.round(past / DAY_MS), 'day')
}

/** "a, b e c" */
export const list = (words: string[]) =>
  new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(words)

const startOfDay = (at: number) => {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}
