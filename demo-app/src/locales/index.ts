import { en } from './en.ts'
import { ptBR, type Texts } from './pt-BR.ts'

export type Locale = 'pt-BR' | 'en'

const dictionaries: Record<Locale, Texts> = { 'pt-BR': ptBR, en }

/** The dictionary in use: a live binding, so screens read `t.sale.title` and follow the language. */
export let t: Texts = ptBR
export let locale: Locale = 'pt-BR'

export function useLocale(next: Locale): void {
  locale = next
  t = dictionaries[next]
  document.documentElement.lang = next
}

/** `14:32`. */
export const clockTime = (at: number) =>
  new Date(at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit', hour12: false })

/** `7h58`, as a shop in Brazil says it; English keeps the colon. */
export const spokenTime = (at: number) =>
  locale === 'pt-BR' ? clockTime(at).replace(':', 'h').replace(/h00$/, 'h') : clockTime(at)

export const dayAndMonth = (at: number) =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long' })
export const fullDate = (at: number) =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })

export function weekdayAndDate(at: number): string {
  const text = new Date(at).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  return (text[0]?.toUpperCase() ?? '') + text.slice(1).replace('-feira', '')
}

/** `hoje, 14h30` · `ontem, 21h04` · `12 de novembro, 8h`. */
export function momentText(at: number, now: number): string {
  const days = Math.round(
    (new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000,
  )
  const day = days === 0 ? t.common.today : days === 1 ? t.common.yesterday : dayAndMonth(at)
  return `${day}, ${spokenTime(at)}`
}
