import type { WireEvent } from '#contract/event'
import { byteLength, toJson } from './json'
import type { Store, Tx } from './store'
import { uuidv7 } from './uuidv7'

/** What one device may owe. Larger than a month of a busy shop offline. */
export const OUTBOX_LIMITS = { events: 10_000, bytes: 5 * 1024 * 1024, days: 30 } as const

export const DROPPED = 'trilha.dropped'

type Counts = Record<string, number>

export type Stored = Omit<WireEvent, 'actor'> & { who: string; bytes: number }

/** Kept beside the events and changed in the same transaction, so that a crash leaves both or neither. */
export interface Tally {
  device: string
  seq: number
  events: number
  bytes: number
  /** Removed without delivery and not yet told to the API, by event name. */
  dropped: Counts
}

export interface Happened {
  id: string
  name: string
  at: number
  release?: string
  properties?: Record<string, unknown>
}

/** The events this device owes, and an exact account of them. */
export interface Ledger {
  /** Puts an event on disk under the person it happened to, and sheds what exceeds the limits. */
  add(event: Happened, who: string): Promise<void>
  /** Reads the tally, lets `work` change it with the events, and writes it: all of it or nothing. */
  counted<T>(work: (tx: Tx, tally: Tally) => Promise<T>): Promise<T>
  insert(tx: Tx, tally: Tally, event: Happened, who: string): Promise<Stored>
  remove(tx: Tx, tally: Tally, event: Stored, isDelivered: boolean): Promise<void>
  /** As last seen by this tab. */
  last(): Readonly<Tally>
}

/** Over its limits it removes the least important first, oldest first, and counts what it removed by name. */
export function openLedger(store: Store, limits: { events: number; bytes: number } = OUTBOX_LIMITS): Ledger {
  let last: Tally = { device: uuidv7(), seq: 0, events: 0, bytes: 0, dropped: {} }

  const counted: Ledger['counted'] = (work) =>
    store.run(async (tx) => {
      const tally = (await tx.get<Tally>('tally')) || { ...last, events: 0, bytes: 0, dropped: {} }
      const result = await work(tx, tally)
      last = tally
      await tx.put('tally', tally)
      return result
    })

  async function insert(tx: Tx, tally: Tally, event: Happened, who: string) {
    const bare = { ...event, seq: ++tally.seq }
    const stored: Stored = { ...bare, who, bytes: byteLength(toJson(bare)) + 20 }
    tally.events++
    tally.bytes += stored.bytes
    await tx.put(keyOf(stored), stored)
    return stored
  }

  async function remove(tx: Tx, tally: Tally, event: Stored, isDelivered: boolean) {
    const { name, bytes, properties } = event
    tally.events--
    tally.bytes -= bytes
    await tx.delete(keyOf(event))
    if (!isDelivered) add(tally.dropped, name === DROPPED ? (properties!.events as Counts) : { [name]: 1 })
  }

  return {
    counted,
    insert,
    remove,
    add: (event, who) =>
      counted(async (tx, tally) => {
        await insert(tx, tally, event, who)
        while (tally.events > limits.events || tally.bytes > limits.bytes) {
          const [least] = await tx.list<Stored>('e:', 1)
          if (!least) break
          await remove(tx, tally, least[1], false)
        }
      }),
    last: () => last,
  }
}

/** Sorted by importance, then by birth: what is shed first stands first. */
export const keyOf = ({ name, id }: { name: string; id: string }) => `e:${rankOf(name)}:${id}`

/** 2 what decides whether a person sees something again, 1 what happened in the shop, 0 our own bookkeeping. */
export function rankOf(name: string): number {
  if (/^(tour|checklist|trilha)\.(completed|dismissed|snoozed|task_done|dropped|started)$/.test(name))
    return 2
  return /^(trilha|\w+\.(opened|step_missing)$)/.test(name) ? 0 : 1
}

function add(sums: Counts, more: Counts) {
  for (const name of Object.keys(more)) sums[name] = (sums[name] || 0) + more[name]!
}
