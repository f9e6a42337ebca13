import type { cardWords } from './pt-BR/card'
import type { guideWords } from './pt-BR/guide'
import type { occasionWords } from './pt-BR/occasions'
import type { pillWords } from './pt-BR/pill'

/** Every text of ours that a cashier reads. In Portuguese each surface brings its own. */
export type Texts = typeof cardWords & typeof occasionWords & typeof pillWords & typeof guideWords

export type Say<K = keyof Texts> = (key: K, values?: Record<string, string | number>) => string

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

/** Our own words in a locale: English for `en-…`, the Portuguese given for everyone else. */
export function sayIn<K extends keyof Texts>(locale: string, portuguese: Pick<Texts, K>): Say<K> {
  const texts = (isEnglish(locale) && english) || portuguese
  return (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? ''))
}
