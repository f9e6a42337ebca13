import { en } from './locales/en'
import { ptBR, type Texts } from './locales/pt-BR'

export type PickTexts = Texts

/** The texts of pointing, by the author's language. */
export const pickTexts: Record<'pt-BR' | 'en', PickTexts> = { 'pt-BR': ptBR, en }

/** `{name}` and its like filled in. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
