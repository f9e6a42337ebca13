// Runs in tills: no schema library here.
import type { Localised } from './text'

/**
 * The value for a locale: the exact one, else its language alone, else another region of that language,
 * else the source locale.
 */
export function localise<T>(value: Localised<T>, locale: string): T {
  const language = locale.split('-')[0]!
  return (
    value[locale] ||
    value[language] ||
    value[Object.keys(value).find((key) => key.split('-')[0] === language) || ''] ||
    value['pt-BR']
  )
}

/**
 * Puts facts into a text: `{{pessoa.nome|você}}` becomes what `lookup('pessoa.nome')` answers, or the words
 * after the bar. Nothing raw is ever left standing, known or not.
 */
export function fill(text: string, lookup: (name: string) => string | undefined): string {
  return text.replace(
    /\{\{\s*([^|{}]*?)\s*(?:\|([^{}]*))?\}\}/g,
    (_, name: string, fallback?: string) => lookup(name) || fallback || '',
  )
}
