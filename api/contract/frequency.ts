import { z } from 'zod'

/**
 * How often one person may be shown an experience by itself: once, unless told.
 * `untilCompleted` comes back on every visit until done; `everyDays` rests for that long after it was last seen.
 */
export const Frequency = z.strictObject({
  untilCompleted: z.boolean().optional(),
  everyDays: z.number().positive().max(3650).optional(),
})
export type Frequency = z.infer<typeof Frequency>
