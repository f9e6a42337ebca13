import { z } from 'zod'

/** Facts about a user or an account: flat and small, so that they can be indexed, shown and sent with every boot. */
export const Traits = z.record(
  z.string().regex(/^[a-zA-Z_][\w.]{0,63}$/),
  z.union([z.string().max(500), z.number(), z.boolean(), z.null(), z.array(z.string().max(120)).max(50)]),
)
export type Traits = z.infer<typeof Traits>

/**
 * A test of traits or properties in GrowthBook's MongoDB-style syntax (`{ uf: { $in: ['SP', 'MG'] } }`); see
 * `matches`. Author regular expressions are refused: they could hang a till.
 */
export const Match = z
  .record(z.string().max(120), z.unknown())
  .refine((match) => !JSON.stringify(match).includes('"$regex'), 'regular expressions are not allowed')
  .refine((match) => JSON.stringify(match).length <= 4000, 'the condition is too long')
export type Match = Record<string, unknown>
