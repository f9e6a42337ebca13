import type { Delivery, Post } from '../deliver'
import type { Stop } from '../surfaces/surface'
import { type Ledger, openLedger } from './ledger'
import type { Store } from './store'

export interface Outbox extends Pick<Delivery, 'hurry'> {
  /** Keeps an event until the API has it. */
  add: Ledger['add']
  /** Tries to deliver now. `leaving`: the page is going away. */
  drain(leaving?: boolean): void
  /** This device's name, the same for all its tabs. */
  device(): Promise<string>
  owed: Ledger['last']
  stop: Stop
}

/** Keeps every event on disk until the API has it: through crashes, reloads and a second tab. */
export function startOutbox(store: Store, post: Omit<Post, 'actor'>): Outbox {
  const ledger = openLedger(store)
  let delivery: Promise<Delivery> | undefined
  let isStopped = false

  const deliver = async (work: (ready: Delivery) => unknown) => {
    delivery ??= import('../deliver').then(({ startDelivery, actorOf }) =>
      startDelivery(ledger, { ...post, actor: actorOf }),
    )
    try {
      const ready = await delivery
      if (!isStopped) work(ready)
      else ready.stop()
    } catch {
      // Offline and never fetched: nothing could be delivered either.
      delivery = undefined
    }
  }
  const whenOwed = (work: (ready: Delivery) => unknown) => {
    if (ledger.last().events) void deliver(work)
  }

  return {
    async add(event, who) {
      await ledger.add(event, who)
      whenOwed((ready) => ready.soon())
    },
    drain: (leaving) => whenOwed((ready) => ready.drain(leaving)),
    hurry: () => whenOwed((ready) => ready.hurry()),
    device: async () => {
      const device = await ledger.counted(async (_, tally) => tally.device)
      whenOwed((ready) => ready.soon())
      return device
    },
    owed: ledger.last,
    stop() {
      isStopped = true
      void delivery?.then((ready) => ready.stop())
    },
  }
}
