import { type Delivery, type Post, startDelivery } from '../deliver'
import { actorOf } from '../deliver/actor'
import { type Ledger, openLedger } from './ledger'
import type { Store } from './store'

export interface Outbox extends Pick<Delivery, 'stop'> {
  /** Keeps an event until the API has it. */
  add: Ledger['add']
  /** Tries to deliver now. `leaving`: the page is going away. */
  drain(leaving?: boolean): void
  hurry(): void
  /** This device's name, the same for all its tabs. */
  device(): Promise<string>
  owed: Ledger['last']
}

/** Keeps every event on disk until the API has it: through crashes, reloads and a second tab. */
export function startOutbox(store: Store, post: Omit<Post, 'actor'>): Outbox {
  const ledger = openLedger(store)
  const { soon, drain, hurry, stop } = startDelivery(ledger, { ...post, actor: actorOf })
  const owed = ledger.last
  return {
    owed,
    stop,
    async add(event, who) {
      await ledger.add(event, who)
      soon()
    },
    // A page that owes nothing neither looks nor sets a timer.
    drain: (leaving) => void (owed().events && drain(leaving)),
    hurry: () => void (owed().events && hurry()),
    device: async () => {
      const device = await ledger.counted(async (_, tally) => tally.device)
      if (owed().events) soon()
      return device
    },
  }
}
