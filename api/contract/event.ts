import { z } from 'zod'
import { Traits } from './traits'

/** Ours are object.verb in English; a host's own keep the host's name (`venda_concluida`). */
export const ownEvents = [
  'tour.started',
  'tour.step_seen',
  'tour.step_missing',
  'tour.completed',
  'tour.dismissed',
  'tour.snoozed',
  'checklist.opened',
  'checklist.task_done',
  'checklist.completed',
  'checklist.dismissed',
  'trilha.error',
  /** The outbox was full: `events` counts by name what this device removed undelivered. */
  'trilha.dropped',
] as const
export type OwnEvent = (typeof ownEvents)[number]

/**
 * What our own events say. `experience` and `version` name the content, `run` one passage through it.
 * `step`/`task` are ids; `because` is a word, never free text; `ms` is time spent in milliseconds.
 */
export interface OwnProperties {
  experience: string
  version: number
  run: string
  step?: string
  task?: string
  /** tour.step_seen: its place in this passage, from 1. tour.step_missing: see `Hints`. */
  n?: number
  because?: string
  /** tour.snoozed: epoch milliseconds. */
  until?: number
  ms?: number
  /** tour.step_seen: how sure it was of the step's element, 0 to 1; absent without one. tour.step_missing: see `Hints`. */
  confidence?: number
  path?: string
  release?: string
}

export { BATCH_LIMITS } from './limits'

/**
 * POST /v1/:key/events, as `text/plain` JSON so that no preflight is needed.
 * An actor is who was at the till when it happened; `grant` proves it long after token and shift have ended.
 * The device's clock stands in `sentAt`; the server corrects `at` by the difference.
 */
export interface EventBatch {
  device: string
  sentAt: number
  sdk: string
  release?: string
  actors: Actor[]
  events: WireEvent[]
}
export interface Actor {
  user: string
  account?: string
  grant?: string
  token?: string
}
export interface WireEvent {
  /** UUIDv7, made where the event happened: the same id is stored once. */
  id: string
  name: string
  /** Device clock when it happened, epoch milliseconds. */
  at: number
  /** Rises by one per event of a device; gaps show what was lost. */
  seq: number
  /** Index into `actors`. */
  actor: number
  /** The host's version when it happened, where that is another than the batch's. */
  release?: string
  properties?: Record<string, unknown>
}

/**
 * `ok`: on disk, also when it already was. `drop`: will never be accepted, forget it.
 * `limited` and `retry`: keep it and try later.
 */
export type EventStatus = 'ok' | 'drop' | 'limited' | 'retry'
export interface EventAnswer {
  now: number
  results: Array<{ id: string; status: EventStatus; because?: string }>
  /** A milestone was reached or a segment may have changed: boot again for fresh candidates. */
  refresh?: true
}

/** POST /api/track with a server's secret key: what a host's back end knows first (`pedido_pago`, traits). */
export const ServerEvents = z.strictObject({
  events: z
    .array(
      z.strictObject({
        id: z.uuid(),
        name: z.string().min(1).max(80),
        at: z.number().int().positive(),
        user: z.string().min(1).max(120).optional(),
        account: z.string().min(1).max(120),
        properties: Traits.optional(),
      }),
    )
    .min(1)
    .max(500),
})
export type ServerEvents = z.infer<typeof ServerEvents>
