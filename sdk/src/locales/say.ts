import { ptBR, type Texts } from './pt-BR'

export type Say = (key: keyof Texts, values?: Record<string, string | number>) => string

let english: Texts | undefined

const isEnglish = (locale: string) => /^en\b/.test(locale)

/** Whether our words in a locale are here; `learnWords` fetches them. */
export const knowsWords = (locale: string) => !isEnglish(locale) || !!english

export const teachWords = (texts: Texts) => {
  english = texts
}

/** Portuguese is always here, English is fetched by those who read it. Never rejects: offline Portuguese stays. */
export async function learnWords(locale: string): Promise<void> {
  if (!knowsWords(locale)) await import('./en').then(({ en }) => teachWords(en)).catch(() => {})
}

/** Our own words in a locale: English for `en-…`, Portuguese for everyone else. */
export function sayIn(locale: string): Say {
  const texts = (isEnglish(locale) && english) || ptBR
  return (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? ''))
}
