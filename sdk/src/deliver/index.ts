import type { Actor, EventBatch, EventStatus } from '#contract/event'
import { BATCH_LIMITS } from '#contract/limits'
import { toJson } from '../core/json'
import { DROPPED, keyOf, type Ledger, OUTBOX_LIMITS, type Stored, type Tally } from '../core/ledger'
import type { Tx } from '../core/store'
import type { Answer } from '../core/transport'
import { uuidv7 } from '../core/uuidv7'
import type { Stop } from '../surfaces/surface'
import { easy, isTooMuch, nextPace, type Pace } from './pace'

const DAY_MS = 24 * 60 * 60 * 1000
const FLUSH_MS = 1500 // One request for the several events of one gesture.
const LEASE_MS = 12_000 // Longer than a request may take; a crashed tab holds the others up no longer.
const HIDDEN_BYTES = 60_000 // Browsers refuse more than 64 kB from a page that is going away.

/** Whoever sends now, so that two tabs don't send the same. */
interface Lease {
  tab: string
  until: number
}

export interface Delivery {
  /** Sends all there is, unless told to wait. `leaving`: the page is going away. */
  drain(leaving?: boolean): Promise<void>
  /** Something new is owed. */
  soon(): void
  /** Something changed for the better (back online, a new token): forget past refusals and try soon. */
  hurry(): void
  stop: Stop
}

export interface Post {
  sdk: string
  release?: string
  days?: number
  /** Who an event's `who` is, with the newest proof. */
  actor(tx: Tx, who: string): Promise<Actor>
  send(body: string, leaving: boolean): Promise<Answer>
  /** An answer was accepted; `sentAt` by the device's clock. */
  answered(answer: Record<string, unknown>, sentAt: number): void
}

/** Posts batches until all that is owed is accepted, politely, and from one tab at a time. */
export function startDelivery(
  ledger: Ledger,
  { sdk, release, days = OUTBOX_LIMITS.days, actor, send, answered }: Post,
): Delivery {
  const tab = uuidv7()
  let pace: Pace = easy
  let timer: ReturnType<typeof setTimeout> | undefined
  let timerAt = Infinity
  let isDraining = false
  let isStopped = false

  /** Wakes at the earliest moment asked for; none is set while nothing is owed. */
  function wake(ms: number) {
    const at = performance.now() + ms
    if (isStopped || at >= timerAt) return
    clearTimeout(timer)
    timerAt = at
    timer = setTimeout(() => {
      timerAt = Infinity
      void drain()
      // Timers drop fractions; woken too early it would only set the next one.
    }, Math.ceil(ms))
  }

  /** Puts what was shed since the last time into an event of its own, which is owed like any other. */
  async function confess(tx: Tx, tally: Tally, who: string) {
    const { dropped } = tally
    if (!Object.keys(dropped).length) return []
    tally.dropped = {}
    const properties = { events: dropped }
    return [await ledger.insert(tx, tally, { id: uuidv7(), name: DROPPED, at: Date.now(), properties }, who)]
  }

  /** The next batch, most important first, if no other tab is at it. */
  const take = (maxBytes: number) =>
    ledger.counted(async (tx, tally) => {
      const now = Date.now()
      const batch: Stored[] = []
      const actors: Actor[] = []
      const whos: string[] = []
      const lease = await tx.get<Lease>('lease')
      // A lease from the far future was written by a clock that has been set back since.
      if (lease && lease.tab !== tab && lease.until > now && lease.until <= now + LEASE_MS) {
        wake(lease.until - now + 500)
        return { batch, actors, whos }
      }
      let bytes = 0
      for (const rank of [2, 1, 0])
        for (const [, event] of await tx.list<Stored>(`e:${rank}`, pace.events - batch.length)) {
          const ageDays = (now - event.at) / DAY_MS
          // Much older is a clock that was wrong, not an event that is old.
          if (ageDays > days && ageDays < 400) await ledger.remove(tx, tally, event, false)
          else if (!batch.length || bytes + event.bytes <= maxBytes) {
            bytes += event.bytes
            batch.push(event)
          }
        }
      if (batch.length) batch.push(...(await confess(tx, tally, batch[0]!.who)))
      for (const { who } of batch)
        if (!whos.includes(who)) {
          whos.push(who)
          actors.push(await actor(tx, who))
        }
      if (batch.length) await tx.put('lease', { tab, until: now + LEASE_MS })
      return { batch, whos, actors }
    })

  /** One batch. True when another should follow at once. */
  async function sendOne(leaving: boolean): Promise<boolean> {
    const { batch, whos, actors } = await take(leaving ? HIDDEN_BYTES : BATCH_LIMITS.bytes - 16_384)
    if (!batch.length) return false
    const sentAt = Date.now()
    const events = batch.map(({ who, bytes, release: was, ...event }) => ({
      ...event,
      ...(was !== release && { release: was }),
      actor: whos.indexOf(who),
    }))
    const body: EventBatch = { device: ledger.last().device, sentAt, sdk, release, actors, events }
    const answer = await send(toJson(body), leaving)

    const fates = readResults(answer)
    // Only our own API may condemn an event; a proxy that answers 400 to everything may not.
    const isPoison = isTooMuch(answer.status) && pace.events === 1 && !!answer.body?.code
    let kept = 0
    await ledger.counted(async (tx, tally) => {
      kept = 0
      for (const event of batch) {
        const isFinal = isPoison || /^(ok|drop)$/.test(fates[event.id]!)
        if (!isFinal) kept++
        // Another tab may have been faster.
        else if (await tx.get(keyOf(event))) await ledger.remove(tx, tally, event, !isPoison)
      }
      const lease = await tx.get<Lease>('lease')
      if (lease && lease.tab === tab) await tx.delete('lease')
    })
    pace = nextPace(pace, { ...answer, settled: !kept }, performance.now(), Math.random())
    if (kept < batch.length && !isPoison) answered(answer.body!, sentAt)
    return !isStopped && !pace.notBefore
  }

  async function drain(leaving = false): Promise<void> {
    const restMs = pace.notBefore - performance.now()
    if (isDraining || isStopped) return
    if (restMs > 0) return wake(restMs)
    isDraining = true
    try {
      while (await sendOne(leaving)) leaving = false
    } catch {
      // The store failed in the middle: what is on disk is sent at the next turn.
      pace = nextPace(pace, { status: 0, settled: false }, performance.now(), Math.random())
    }
    isDraining = false
    // A rest that is over needs no waking: there was nothing left to send, or it would have begun anew.
    if (pace.notBefore > performance.now()) wake(pace.notBefore - performance.now())
  }

  return {
    drain,
    soon: () => wake(FLUSH_MS),
    hurry() {
      pace = { ...pace, failures: 0, notBefore: 0 }
      wake(Math.random() * FLUSH_MS)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** The API's word on each event; none when what answered was not the API. */
function readResults({ status, body }: Answer): Record<string, EventStatus> {
  const fates: Record<string, EventStatus> = {}
  const results = body?.results
  if (status > 199 && status < 300 && Array.isArray(results))
    for (const result of results) fates[result?.id] = result?.status
  return fates
}
