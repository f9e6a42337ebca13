import { z } from 'zod'
import { Target } from './target'
import { Match } from './traits'

/** The moment at which a till asks whether to show an experience. `manual`: only `show(id)` or another content. */
export const Trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('load') }),
  z.strictObject({ on: z.literal('path'), path: z.string().startsWith('/').max(300) }),
  z.strictObject({ on: z.literal('event'), event: z.string().min(1).max(80), where: Match.optional() }),
  z.strictObject({ on: z.literal('element'), target: Target }),
  z.strictObject({ on: z.literal('idle'), idleMs: z.number().int().min(1000).max(3_600_000) }),
  z.strictObject({ on: z.literal('manual') }),
])
export type Trigger = z.infer<typeof Trigger>
