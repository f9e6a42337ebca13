import type { Actor, EventBatch, EventStatus, WireEvent } from '#contract/event'
import { BATCH_LIMITS } from '#contract/limits'
import type { Stop } from '../surfaces/surface'
import { byteLength, toJson } from './json'
import { easy, isTooMuch, nextPace, type Pace } from './pace'
import type { Store, Tx } from './store'
import type { Answer } from './transport'
import { uuidv7 } from './uuidv7'

const DAY_MS = 24 * 60 * 60 * 1000
const FLUSH_MS = 1500 // One request for the several events of one gesture.
const LEASE_MS = 12_000 // Longer than a request may take; a crashed tab holds the others up no longer.
const HIDDEN_BYTES = 60_000 // Browsers refuse more than 64 kB from a page that is going away.

/** What one device may owe. Larger than a month of a busy shop offline. */
export const OUTBOX_LIMITS = { events: 10_000, bytes: 5 * 1024 * 1024, days: 30 } as const

type Stored = Omit<WireEvent, 'actor'> & { who: string; bytes: number }

/** Whoever sends now, so that two tabs don't send the same. */
interface Lease {
  tab: string
  until: number
}

/** Kept beside the events and changed in the same transaction, so that a crash leaves both or neither. */
interface Tally {
  seq: number
  events: number
  bytes: number
  /** Removed without delivery and not yet told to the API, by event name. */
  dropped: Record<string, number>
}

export interface Happened {
  id: string
  name: string
  at: number
  properties?: Record<string, unknown>
}

export interface Outbox {
  /** Puts an event on disk under the person it happened to. */
  add(event: Happened, who: string): Promise<void>
  /** Sends all there is, unless told to wait. `leaving`: the page is going away. */
  drain(leaving?: boolean): Promise<void>
  /** Something changed for the better (back online, a new token): forget past refusals and try soon. */
  hurry(): void
  /** This device's name, the same for all its tabs. */
  device(): Promise<string>
  /** As last seen by this tab. */
  owed(): Readonly<Tally>
  stop: Stop
}

export interface Setting {
  store: Store
  sdk: string
  release?: string
  limits?: { events: number; bytes: number; days: number }
  /** Who an event's `who` is, with the newest proof. */
  actor(tx: Tx, who: string): Promise<Actor>
  send(body: string, leaving: boolean): Promise<Answer>
  /** An answer was accepted; `sentAt` by the device's clock. */
  answered(answer: Record<string, unknown>, sentAt: number): void
}

/**
 * Keeps every event on disk until the API has it, through crashes, reloads and a second tab. Over its limits it
 * removes the least important first, oldest first, and tells the API exactly what (`trilha.dropped`).
 */
export function startOutbox(setting: Setting): Outbox {
  const { store, limits = OUTBOX_LIMITS } = setting
  const tab = uuidv7()
  let pace: Pace = easy
  let timer: ReturnType<typeof setTimeout> | undefined
  let timerAt = Infinity
  let draining = false
  let stopped = false
  let last: Tally = { seq: 0, events: 0, bytes: 0, dropped: {} }
  /** Could not be written at all; told with the next tally. */
  let lost: Record<string, number> = {}

  let known: string | undefined
  const deviceOf = async () => {
    known ??= await store.run(async (tx) => {
      const kept = (await tx.get<string>('device')) ?? uuidv7()
      await tx.put('device', kept)
      return kept
    })
    return known
  }

  /** Wakes at the earliest moment asked for; none is set while nothing is owed. */
  const wake = (ms: number) => {
    const at = performance.now() + ms
    if (stopped || at >= timerAt) return
    clearTimeout(timer)
    timerAt = at
    timer = setTimeout(() => {
      timerAt = Infinity
      void drain()
    }, ms)
  }

  /** Reads the tally, lets `work` change it with the events, and writes it. */
  const counted = <T>(work: (tx: Tx, tally: Tally) => Promise<T>): Promise<T> =>
    store.run(async (tx) => {
      const kept = (await tx.get<Tally>('tally')) ?? { seq: last.seq, events: 0, bytes: 0, dropped: {} }
      const tally = { ...kept, dropped: { ...kept.dropped } }
      const result = await work(tx, tally)
      await tx.put('tally', tally)
      last = tally
      return result
    })

  async function insert(tx: Tx, tally: Tally, { properties, ...event }: Happened, who: string) {
    const bare = { ...event, seq: ++tally.seq, ...(properties && { properties }) }
    const stored: Stored = { ...bare, who, bytes: byteLength(toJson(bare)) + 20 }
    tally.events++
    tally.bytes += stored.bytes
    await tx.put(keyOf(stored), stored)
    return stored
  }

  async function remove(tx: Tx, tally: Tally, event: Stored, undelivered?: true) {
    tally.events--
    tally.bytes -= event.bytes
    await tx.delete(keyOf(event))
    if (!undelivered) return
    const isReport = event.name === 'trilha.dropped'
    add(tally.dropped, isReport ? (event.properties!.events as Record<string, number>) : { [event.name]: 1 })
  }

  async function shed(tx: Tx, tally: Tally, n: number) {
    for (const [, event] of await tx.list<Stored>('e:', n)) await remove(tx, tally, event, true)
  }

  async function keep(event: Happened, who: string): Promise<void> {
    const write = () =>
      counted(async (tx, tally) => {
        await insert(tx, tally, event, who)
        while (tally.events > limits.events || tally.bytes > limits.bytes) await shed(tx, tally, 1)
      })
    try {
      await write()
    } catch {
      // The disk is full: make room once.
      await counted((tx, tally) => shed(tx, tally, 200))
        .then(write)
        .catch(() => add(lost, { [event.name]: 1 }))
    }
    wake(FLUSH_MS)
  }

  /** The next batch, most important first, if no other tab is at it. */
  const take = (maxBytes: number) =>
    counted(async (tx, tally) => {
      const now = Date.now()
      const lease = await tx.get<Lease>('lease')
      // A lease from the far future was written by a clock that has been set back since.
      if (lease && lease.tab !== tab && lease.until > now && lease.until <= now + LEASE_MS)
        return { batch: [], actors: [], whos: [], busyMs: lease.until - now }
      const batch: Stored[] = []
      let bytes = 0
      for (const rank of [2, 1, 0])
        for (const [, event] of await tx.list<Stored>(`e:${rank}`, pace.events - batch.length)) {
          const ageDays = (now - event.at) / DAY_MS
          // Much older is a clock that was wrong, not an event that is old.
          if (ageDays > limits.days && ageDays < 400) await remove(tx, tally, event, true)
          else if (!batch.length || bytes + event.bytes <= maxBytes) {
            bytes += event.bytes
            batch.push(event)
          }
        }
      add(tally.dropped, lost)
      lost = {}
      if (batch.length && Object.keys(tally.dropped).length) {
        const { dropped } = tally
        tally.dropped = {}
        const told = { id: uuidv7(), name: 'trilha.dropped', at: now, properties: { events: dropped } }
        batch.push(await insert(tx, tally, told, batch[0]!.who))
      }
      const whos = [...new Set(batch.map(({ who }) => who))]
      const actors: Actor[] = []
      for (const who of whos) actors.push(await setting.actor(tx, who))
      if (batch.length) await tx.put('lease', { tab, until: now + LEASE_MS })
      return { batch, whos, actors, busyMs: 0 }
    })

  const settle = (batch: Stored[], verdict: (event: Stored) => 'delivered' | 'undelivered' | 'keep') =>
    counted(async (tx, tally) => {
      for (const event of batch) {
        const fate = verdict(event)
        // Another tab may have been faster.
        if (fate !== 'keep' && (await tx.get(keyOf(event))))
          await remove(tx, tally, event, fate === 'undelivered' || undefined)
      }
      if ((await tx.get<Lease>('lease'))?.tab === tab) await tx.delete('lease')
    })

  /** One batch. True when another should follow at once. */
  async function sendOne(leaving: boolean): Promise<boolean> {
    const { batch, whos, actors, busyMs } = await take(leaving ? HIDDEN_BYTES : BATCH_LIMITS.bytes - 16_384)
    if (busyMs) wake(busyMs + 500)
    if (!batch.length) return false
    const { sdk, release } = setting
    const device = await deviceOf()
    const sentAt = Date.now()
    const events = batch.map(({ who, bytes, ...event }) => ({ ...event, actor: whos.indexOf(who) }))
    const body: EventBatch = { device, sentAt, sdk, release, actors, events }
    const answer = await setting.send(toJson(body), leaving)

    const fates = readResults(answer)
    // Only our own API may condemn an event; a proxy that answers 400 to everything may not.
    const isPoison = isTooMuch(answer.status) && pace.events === 1 && typeof answer.body?.code === 'string'
    let kept = 0
    await settle(batch, ({ id }) => {
      const fate = isPoison ? 'undelivered' : isFinal(fates?.[id]) ? 'delivered' : 'keep'
      if (fate === 'keep') kept++
      return fate
    })
    const { status, retryAfterMs } = answer
    pace = nextPace(pace, { status, settled: !kept, retryAfterMs }, performance.now(), Math.random())
    if (fates) setting.answered(answer.body!, sentAt)
    return !stopped && !pace.notBefore
  }

  async function drain(leaving = false): Promise<void> {
    if (draining || stopped) return
    const restMs = pace.notBefore - performance.now()
    if (restMs > 0) return wake(restMs)
    draining = true
    try {
      while (await sendOne(leaving)) leaving = false
    } catch {
      // The store failed in the middle: what is on disk is sent at the next turn.
      pace = nextPace(pace, { status: 0, settled: false }, performance.now(), Math.random())
    }
    draining = false
    if (pace.notBefore) wake(pace.notBefore - performance.now())
  }

  return {
    add: keep,
    drain,
    hurry() {
      pace = { ...pace, failures: 0, notBefore: 0 }
      wake(Math.random() * FLUSH_MS)
    },
    device: deviceOf,
    owed: () => last,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** Sorted by importance, then by birth: what is shed first stands first. */
const keyOf = ({ name, id }: { name: string; id: string }) => `e:${rankOf(name)}:${id}`

/** 2 what decides whether a person sees something again, 1 what happened in the shop, 0 our own bookkeeping. */
export function rankOf(name: string): number {
  if (!/^(tour|checklist|trilha)\./.test(name)) return 1
  if (/\.(completed|dismissed|snoozed|task_done|dropped|started)$/.test(name)) return 2
  return /step_seen$/.test(name) ? 1 : 0
}

function add(sums: Record<string, number>, more: Record<string, number>) {
  for (const name of Object.keys(more)) sums[name] = (sums[name] ?? 0) + more[name]!
}

const isFinal = (status: EventStatus | undefined) => status === 'ok' || status === 'drop'

/** The API's word on each event, or undefined when what answered was not the API. */
function readResults({ status, body }: Answer): Record<string, EventStatus> | undefined {
  const results = body?.results
  if (status < 200 || status > 299 || !Array.isArray(results)) return undefined
  const fates: Record<string, EventStatus> = {}
  for (const result of results) if (result && typeof result.id === 'string') fates[result.id] = result.status
  return fates
}
