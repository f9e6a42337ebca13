import { z } from 'zod'
import type { Fingerprint as FingerprintShape } from './fingerprint'

/** The recipe as stored: any small JSON object. Its signals belong to `sdk/src/targets`. */
const Fingerprint = z
  .record(z.string().max(8), z.unknown())
  .refine((value) => JSON.stringify(value).length <= 2000, 'the fingerprint is too large')
  .transform((value) => value as unknown as FingerprintShape)

/**
 * A stored recipe for an element. A typed selector is tried first; the fingerprint backs it, or stands alone
 * when the element was pointed at. `label` is what the author calls it.
 */
export const Target = z
  .strictObject({
    label: z.string().trim().min(1).max(120),
    selector: z.string().trim().min(1).max(300).optional(),
    fingerprint: Fingerprint.optional(),
  })
  .refine(({ selector, fingerprint }) => selector || fingerprint, 'point at an element or type a selector')
export type Target = z.infer<typeof Target>
