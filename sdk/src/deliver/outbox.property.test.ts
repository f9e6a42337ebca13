import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EventBatch } from '#contract/event'
import { type Ledger, openLedger, rankOf } from '../core/ledger'
import { memoryStore } from '../core/store'
import type { Answer } from '../core/transport'
import { uuidv7 } from '../core/uuidv7'
import { type Delivery, startDelivery } from '.'

// The outbox against a model of it: two tabs, lost answers, crashes and clocks that jump. Whatever the sequence,
// each event is in the end stored once under its own person, or accounted for among the dropped.

const SEQUENCES = Number(process.env.PROPERTY_RUNS ?? 2000)
/** The same sequences each time; another seed by `PROPERTY_SEED`. */
const SEED = Number(process.env.PROPERTY_SEED ?? 20261122)
const LIMITS = { events: 4, bytes: 900 }
const HOUR_MS = 60 * 60_000
const tuesday = Date.UTC(2026, 10, 24, 12)

const weathers = [
  'ok',
  'answer lost',
  'refused',
  'a web page',
  'half',
  'busy',
  'signed out',
  'too large',
] as const
type Weather = (typeof weathers)[number] | 'never'
const names = ['venda_concluida', 'tour.completed', 'tour.step_missing', 'tour.step_seen'] as const
const people = ['maria', 'joão'] as const

type Act =
  | { do: 'happen'; tab: number; name: (typeof names)[number]; who: (typeof people)[number]; size: number }
  | { do: 'drain'; tab: number; weather: Weather[] }
  | { do: 'crash'; tab: number }
  | { do: 'wait'; ms: number }
  | { do: 'jump'; ms: number }

const tab = fc.integer({ min: 0, max: 1 })
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('happen' as const),
        tab,
        name: fc.constantFrom(...names),
        who: fc.constantFrom(...people),
        size: fc.integer({ min: 0, max: 400 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('drain' as const),
        tab,
        weather: fc.array(fc.constantFrom(...weathers), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.integer({ min: 0, max: HOUR_MS / 6 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('jump' as const),
        ms: fc.constantFrom(-48, -1, 1, 48).map((hours) => hours * HOUR_MS),
      }),
    },
  ),
  { maxLength: 25, size: 'max' },
)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: tuesday })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What the API has, told apart from what it said: an answer may be lost on its way. */
function api() {
  const stored = new Map<string, { name: string; user: string; properties?: Record<string, unknown> }>()
  const next: Weather[] = []
  let duplicates = 0
  return {
    stored,
    next,
    duplicates: () => duplicates,
    async take(body: string): Promise<Answer> {
      const weather = next.shift() ?? 'ok'
      const { events, actors } = JSON.parse(body) as EventBatch
      if (weather === 'refused') return { status: 0 }
      if (weather === 'busy') return { status: 503, retryAfterMs: 30_000 }
      if (weather === 'signed out') return { status: 401 }
      if (weather === 'too large' && events.length > 1) return { status: 413 }
      if (weather === 'a web page') return { status: 200 }
      const taken = events.filter((_, i) => weather !== 'half' || i % 2 === 0)
      for (const { id, name, actor, properties } of taken)
        if (stored.has(id)) duplicates++
        else stored.set(id, { name, user: actors[actor]!.user, properties })
      if (weather === 'never') return new Promise(() => {})
      if (weather === 'answer lost') return { status: 0 }
      const results = events.map((event) => ({
        id: event.id,
        status: taken.includes(event) ? 'ok' : 'retry',
      }))
      return { status: 202, body: { now: Date.now(), results } }
    },
  }
}

interface Tab {
  ledger: Ledger
  delivery: Delivery
}

async function play(sequence: Act[]) {
  vi.setSystemTime(tuesday)
  // One store for both tabs, as a browser has it; its own faults are `store`'s matter, see deliver.test.ts.
  const store = memoryStore()
  const server = api()
  const openTab = (): Tab => {
    const ledger = openLedger(store, LIMITS)
    const delivery = startDelivery(ledger, {
      sdk: 'test',
      actor: async (_, who) => ({ user: who }),
      send: (body) => server.take(body),
      answered: () => {},
    })
    return { ledger, delivery }
  }
  const tabs = [openTab(), openTab()]
  /** The model: what happened, and to whom. */
  const happened = new Map<string, { name: string; who: string }>()

  for (const act of sequence) {
    if (act.do === 'happen') {
      const { name, who, size } = act
      const id = uuidv7(Date.now())
      happened.set(id, { name, who })
      await tabs[act.tab]!.ledger.add(
        { id, name, at: Date.now(), properties: { text: 'x'.repeat(size) } },
        who,
      )
    } else if (act.do === 'drain') {
      server.next.push(...act.weather)
      await Promise.all([
        tabs[act.tab]!.delivery.drain(),
        act.weather.length > 1 && tabs[1 - act.tab]!.delivery.drain(),
      ])
    } else if (act.do === 'crash') {
      // In the middle of a request: the API may have it, the tab never learns, and its lease stays behind.
      const { delivery } = tabs[act.tab]!
      server.next.unshift('never')
      void delivery.drain()
      await vi.advanceTimersByTimeAsync(0)
      delivery.stop()
      server.next.length = 0
      tabs[act.tab] = openTab()
    } else if (act.do === 'wait') await vi.advanceTimersByTimeAsync(act.ms)
    else vi.setSystemTime(Date.now() + act.ms)
    // A timer for each of the two tabs at most: nothing is asked over and over.
    expect(vi.getTimerCount()).toBeLessThanOrEqual(2)
    const { events, bytes } = tabs[0]!.ledger.last()
    expect(events).toBeLessThanOrEqual(LIMITS.events + 1)
    expect(bytes).toBeLessThanOrEqual(LIMITS.bytes + 1000)
  }

  // The network is back: whoever is left delivers what is owed.
  server.next.length = 0
  await tabs[0]!.ledger.counted(async () => {})
  for (let i = 0; i < 40 && tabs[0]!.ledger.last().events; i++) {
    for (const { delivery } of tabs) {
      delivery.hurry()
      await delivery.drain()
    }
    await vi.advanceTimersByTimeAsync(20_000)
  }
  for (const { delivery } of tabs) delivery.stop()
  return { server, happened, tally: await tabs[0]!.ledger.counted(async (_, tally) => ({ ...tally })) }
}

test(`each event is stored once or accounted for, in ${SEQUENCES} sequences (seed ${SEED})`, async () => {
  console.info(`outbox property: seed ${SEED}, ${SEQUENCES} sequences`)
  const seen = { sequences: 0, dropped: 0, duplicates: 0, stored: 0 }
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const { server, happened, tally } = await play(sequence)
      // Nothing is owed any more, and the count of it is exact.
      expect(tally).toMatchObject({ events: 0, bytes: 0 })

      const lost: Record<string, number> = {}
      const told: Record<string, number> = {}
      for (const { name, properties } of server.stored.values())
        if (name === 'trilha.dropped')
          for (const [what, n] of Object.entries(properties!.events as Record<string, number>))
            told[what] = (told[what] ?? 0) + n
      for (const [what, n] of Object.entries(tally.dropped)) told[what] = (told[what] ?? 0) + n
      for (const [id, { name, who }] of happened) {
        const kept = server.stored.get(id)
        if (!kept) lost[name] = (lost[name] ?? 0) + 1
        else expect([kept.name, kept.user]).toEqual([name, who])
      }
      // An answer that was lost may have been stored and then shed: told of as dropped, though it arrived.
      for (const name of names) expect(told[name] ?? 0).toBeGreaterThanOrEqual(lost[name] ?? 0)
      const overtold = names.reduce((sum, name) => sum + (told[name] ?? 0) - (lost[name] ?? 0), 0)
      if (
        !sequence.some(
          (act) => act.do === 'crash' || (act.do === 'drain' && act.weather.includes('answer lost')),
        )
      )
        expect(overtold).toBe(0)
      seen.sequences++
      seen.stored += server.stored.size
      seen.duplicates += server.duplicates()
      seen.dropped += Object.values(lost).reduce((sum, n) => sum + n, 0)
    }),
    { seed: SEED, numRuns: SEQUENCES, endOnFailure: false },
  )
  // The sequences are worth something only if they meet what they are about.
  expect(seen.sequences).toBeGreaterThanOrEqual(SEQUENCES)
  expect(seen.dropped).toBeGreaterThan(SEQUENCES / 10)
  expect(seen.duplicates).toBeGreaterThan(SEQUENCES / 20)
}, 300_000)

test('what decides whether a person sees something again outlives what merely counts', () => {
  expect(names.map(rankOf)).toEqual([1, 2, 0, 1])
})
