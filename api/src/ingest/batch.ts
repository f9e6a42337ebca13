import type { Actor, WireEvent } from '#contract/event'
import { BATCH_LIMITS } from '#contract/limits'
import { isStorable } from '../events/storable'
import { problem } from '../problem'

// By hand rather than by schema: this door opens for every event of every till.

/** What could be read of a batch; its parts are looked at one by one, so that one bad event does not lose the others. */
export interface Batch {
  device: string
  sentAt: number
  release: string | undefined
  actors: unknown[]
  events: unknown[]
}

/** Throws `bad_request` when this is no batch at all and `too_large` when the outbox should halve it. */
export function readBatch(text: string): Batch {
  let body: Record<string, unknown> | null
  try {
    body = JSON.parse(text)
  } catch {
    throw problem('bad_request')
  }
  const { device, sentAt, release, actors, events } = body ?? {}
  if (!isWord(device, 60) || device.length < 8 || !isMoment(sentAt)) throw problem('bad_request')
  if (!Array.isArray(actors) || !Array.isArray(events)) throw problem('bad_request')
  if (events.length > BATCH_LIMITS.events || actors.length > BATCH_LIMITS.events) throw problem('too_large')
  return { device, sentAt, release: isWord(release, 60) ? release : undefined, actors, events }
}

export function readActor(value: unknown): Actor | undefined {
  if (!isObject(value)) return undefined
  const { user, account, grant, token } = value
  if (!isWord(user, 120)) return undefined
  if (account !== undefined && !isWord(account, 120)) return undefined
  return {
    user,
    ...(account !== undefined && { account }),
    ...(typeof grant === 'string' && grant.length <= 1024 && { grant }),
    ...(typeof token === 'string' && token.length <= 4096 && { token }),
  }
}

/** An event as it can be stored, its properties already as JSON; or the word for why it never will be. */
export type ReadEvent = Omit<WireEvent, 'properties'> & {
  properties: Record<string, unknown>
  json: string
}
export function readEvent(value: unknown): ReadEvent | 'malformed' | 'too large' {
  if (!isObject(value)) return 'malformed'
  const { id, name, at, seq, actor, release, properties = {} } = value
  if (typeof id !== 'string' || !UUID_V7.test(id)) return 'malformed'
  if (!isWord(name, 80) || !isMoment(at)) return 'malformed'
  if (!Number.isSafeInteger(seq) || (seq as number) < 0 || !Number.isSafeInteger(actor)) return 'malformed'
  if (!isObject(properties)) return 'malformed'
  const json = JSON.stringify(properties)
  if (json.length > BATCH_LIMITS.propertyBytes) return 'too large'
  if (!isStorable(json)) return 'malformed'
  return {
    id: id.toLowerCase(),
    name,
    at,
    seq: seq as number,
    actor: actor as number,
    ...(isWord(release, 60) && { release }),
    properties,
    json,
  }
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

const DAY_MS = 24 * 60 * 60 * 1000

/** UTC epoch day in a UUIDv7: a retry carries the same id and so meets the same partition. */
export const dayOf = (id: string) =>
  Math.floor(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) / DAY_MS)

export const isUuidV7 = (id: string) => UUID_V7.test(id)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWord = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= max && isStorable(value)

/** Until the year 5138; beyond, a moment would not fit a date. */
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 1e14
