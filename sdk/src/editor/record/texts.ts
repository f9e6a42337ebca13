import { en } from './locales/en'
import { ptBR, type Texts } from './locales/pt-BR'

export type RecordTexts = Texts

/** The texts of recording, by the author's language. */
export const recordTexts: Record<'pt-BR' | 'en', RecordTexts> = { 'pt-BR': ptBR, en }
