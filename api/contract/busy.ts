import { z } from 'zod'
import { Target } from './target'

// When a till stays out of the way, as Customer Success wrote it: beside what the host's own code says by `busy`.

const EventName = z.string().min(1).max(80)
/** What CS calls the situation: the person's answer to "why not now?". */
const Name = z.string().trim().min(1).max(60)

/** A situation in which nothing may open, and what is open folds. */
export const BusyRule = z.discriminatedUnion('while', [
  z.strictObject({ while: z.literal('path'), name: Name, path: z.string().startsWith('/').max(300) }),
  z.strictObject({ while: z.literal('element'), name: Name, target: Target }),
  /** From one event until any of the others; at most so many minutes, should the end never be told. */
  z.strictObject({
    while: z.literal('events'),
    name: Name,
    from: EventName,
    until: z.array(EventName).min(1).max(5),
    atMostMinutes: z.number().int().min(1).max(720),
  }),
])
export type BusyRule = z.infer<typeof BusyRule>

const Hour = z.number().min(0).max(24).multipleOf(0.5)

/** By the shop's clock, as a condition's `hours`: past midnight if from > to; days 0 = Sunday, all unless told. */
export const RushHours = z
  .strictObject({
    hours: z.tuple([Hour, Hour]),
    days: z.array(z.number().int().min(0).max(6)).min(1).max(7).optional(),
  })
  .refine(({ hours: [from, to] }) => from !== to, 'the end must differ from the beginning')
export type RushHours = z.infer<typeof RushHours>

const uniqueNames = (rules: BusyRule[]) => new Set(rules.map(({ name }) => name)).size === rules.length

/** One environment's rules, in its boot answers. During rush hours nothing opens by itself. */
export const BusySettings = z.strictObject({
  rules: z.array(BusyRule).max(20).refine(uniqueNames, 'two situations have the same name'),
  rushHours: z.array(RushHours).max(14),
})
export type BusySettings = z.infer<typeof BusySettings>

/** PUT /api/:env/busy: over the revision that its author had before her. */
export const BusySave = BusySettings.extend({ revision: z.number().int().min(0) })
export type BusySave = z.infer<typeof BusySave>

/** As the console reads them. */
export interface SavedBusySettings extends BusySettings {
  /** Rises by one per save; a save names the one it is based on, or answers `conflict`. */
  revision: number
  updatedAt: number
  /** Empty until somebody saves. */
  updatedBy: string
}
