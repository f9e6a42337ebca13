import { en } from './en'
import { ptBR, type Texts } from './pt-BR'

export type { Texts }
export type TextLocale = 'pt-BR' | 'en'
export const textLocales: TextLocale[] = ['pt-BR', 'en']

/** English for `en-…`, Portuguese for everyone else. */
export const authorLocale = (locale: string): TextLocale => (/^en\b/.test(locale) ? 'en' : 'pt-BR')
export const textsIn = (locale: string): Texts => (authorLocale(locale) === 'en' ? en : ptBR)
