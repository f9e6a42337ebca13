import { z } from 'zod'

/** The language every text must exist in; all others are optional beside it. */
export const SOURCE_LOCALE = 'pt-BR'

/** A value per BCP 47 locale, always complete in the source locale. Read it with `localise`. */
export type Localised<T> = { 'pt-BR': T } & { [locale: string]: T | undefined }

export const localised = <T extends z.ZodType>(value: T) =>
  z.object({ 'pt-BR': value }).catchall(value) as unknown as z.ZodType<Localised<z.infer<T>>>

export const ShortText = localised(z.string().trim().min(1).max(160))
export const LongText = localised(z.string().trim().min(1).max(1000))
