import { en } from './en'
import { ptBR, type Texts } from './pt-BR'

export type Say = (key: keyof Texts, values?: Record<string, string | number>) => string

/** Our own words in a locale: English for `en-…`, Portuguese for everyone else. */
export function sayIn(locale: string): Say {
  const texts = /^en\b/.test(locale) ? en : ptBR
  return (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? ''))
}
