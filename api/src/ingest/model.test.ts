import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WireEvent } from '#contract/event'
import { foldProgress, type Past } from '#contract/progress'
import type { Database } from '../db/database'
import { freshPostgres, freshSqlite } from '../db/testing'
import { recomputeMilestones } from '../progress/milestones'
import { HOUR, idAt, joao, maria, openShop, type Shop } from './testing'

// Many short lives of one shop: batches that overlap, come twice, come late, come from two tabs, and fail half-way.
// Whatever the way there, the state is that of the set of events that were acknowledged.

const definitions = [
  { key: 'login', needs: [{ event: 'login' }] },
  { key: 'nota', needs: [{ event: 'nfce_autorizada', atLeast: 2 }] },
  { key: 'aha', needs: [{ event: 'nfce_autorizada' }], within: { hours: 3, of: 'login' } },
  { key: 'wow', needs: [{ event: 'caixa_fechado', where: { diferenca: 0 } }, { event: 'login' }] },
].map((definition) => ({ name: { 'pt-BR': 'x' }, flag: 'none' as const, weight: 1, ...definition }))

const aboutTour = fc
  .record({
    name: fc.constantFrom('started', 'step_seen', 'completed', 'dismissed', 'snoozed'),
    run: fc.constantFrom('r1', 'r2'),
    step: fc.constantFrom('um', 'dois'),
    until: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ name, ...more }) => ({
    name: `tour.${name}`,
    properties: { experience: 'primeira-venda', version: 1, ...more } as Record<string, unknown>,
  }))
const ofTheHost = fc.oneof(
  fc.constantFrom('login', 'nfce_autorizada').map((name) => ({ name, properties: {} })),
  fc.constantFrom(0, 3).map((diferenca) => ({ name: 'caixa_fechado', properties: { diferenca } })),
)
const happening = fc.record({
  what: fc.oneof(aboutTour, ofTheHost),
  hoursAgo: fc.integer({ min: 0, max: 8 }),
  actor: fc.constantFrom(0, 1),
})
const life = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 12 }),
  /** Which events each batch holds, whether it fails before the commit, and by how much the till's clock is wrong. */
  batches: fc.array(
    fc.record({
      pick: fc.array(fc.nat(11), { minLength: 1, maxLength: 8 }),
      fails: fc.boolean(),
      twice: fc.boolean(),
      clockWrongByHours: fc.constantFrom(0, 0, -5, 7),
    }),
    { minLength: 1, maxLength: 6 },
  ),
})

/** `LIVES=2000 npx vitest run api/src/ingest/model.test.ts` for many more than a test run has time for. */
const LIVES = Number(process.env.LIVES ?? 250)

for (const [engine, fresh, lives] of [
  ['SQLite', freshSqlite, LIVES],
  ['PostgreSQL', freshPostgres, Math.ceil(LIVES / 4)],
] as const)
  describe(`ingest as a model on ${engine}`, () => {
    let database: Database
    let remove: () => Promise<void>
    let shop: Shop
    let failing = false
    beforeAll(async () => {
      ;({ database, remove } = await fresh())
      shop = await openShop(database)
      await shop.milestones(...definitions)
      const { withTx } = database
      database.withTx = (work) =>
        withTx(async (tx) => {
          const result = await work(tx)
          if (failing) throw new Error('the power went before the commit')
          return result
        })
    })
    afterAll(() => remove())

    test(
      'whatever is lost, repeated, late or crossed, the state is that of the events once each',
      async () => {
        let account = 0
        await fc.assert(
          fc.asyncProperty(life, async ({ happenings, batches }) => {
            const lurdes = `loja-${++account}`
            const actors = [maria, joao].map(({ user }) => ({ user: `${user}-${account}`, account: lurdes }))
            const { clock } = shop
            const events: WireEvent[] = happenings.map(({ what, hoursAgo, actor }, n) => {
              const at = clock.now - hoursAgo * HOUR
              return { ...what, id: idAt(at, account * 100 + n), at, seq: n, actor }
            })
            const acknowledged = new Set<string>()
            for (const { pick, fails, twice, clockWrongByHours } of batches) {
              const wrong = clockWrongByHours * HOUR
              const batch = pick
                .map((i) => events[i % events.length]!)
                .map((event) => ({ ...event, at: event.at + wrong }))
              const send = () => shop.send(batch, { actors, sentAt: clock.now + wrong })
              failing = fails
              const answers = twice ? await Promise.all([send(), send()]) : [await send()]
              failing = false
              for (const { status, results } of answers) {
                expect(status).toBe(fails ? 500 : 200)
                if (status === 200) for (const { id } of results) acknowledged.add(id)
              }
            }
            const kept = events.filter(({ id }) => acknowledged.has(id))
            await compare(lurdes, actors, kept)
          }),
          { numRuns: lives },
        )
      },
      30 * 60_000,
    )

    test('milestones folded event by event are those computed from all of them at once', async () => {
      const { milestonesReached } = database.tables
      const read = async () =>
        (await database.select().from(milestonesReached))
          .map(({ account, user, milestone, at }) => JSON.stringify([account, user, milestone, at]))
          .sort()
      const folded = await read()
      expect(folded.length).toBeGreaterThan(lives / 4)
      await database.withTx((tx) => recomputeMilestones(tx, shop.environment.id, definitions, shop.clock.now))
      expect(await read()).toEqual(folded)
    })

    async function compare(account: string, actors: Array<{ user: string }>, kept: WireEvent[]) {
      const stored = await database.rows<{ id: string; at: number }>(
        sql`select id, at from events where environment = ${shop.environment.id} and account = ${account} order by id`,
      )
      expect(stored).toEqual(kept.map(({ id, at }) => ({ id, at })).sort((a, b) => (a.id < b.id ? -1 : 1)))

      const progress = await database.rows<{ user: string; past: unknown }>(
        sql`select "user", past from progress where account = ${account} order by "user"`,
      )
      const parsed = progress.map(({ user, past }) => [
        user,
        typeof past === 'string' ? JSON.parse(past) : past,
      ])
      const expected = actors
        .map(({ user }, actor) => ({
          user,
          own: kept.filter((e) => e.actor === actor && e.name.startsWith('tour.')),
        }))
        .filter(({ own }) => own.length)
        .map(({ user, own }) => [
          user,
          own.reduce<Past>(
            (past, { name, at, properties = {} }) => foldProgress(past, { name, at, properties }),
            {},
          ),
        ])
        .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))
      expect(parsed).toEqual(expected)

      const runs = await database.rows<{
        started_at: number
        completed_at: number | null
        run: string
        user: string
      }>(sql`select run, "user", started_at, completed_at from passages where account = ${account}`)
      for (const { run, user, started_at, completed_at } of runs) {
        const actor = actors.findIndex((one) => one.user === user)
        const own = kept.filter((e) => e.actor === actor && e.properties?.run === run)
        expect(started_at).toBe(Math.min(...own.map(({ at }) => at)))
        const ends = own.filter(({ name }) => name === 'tour.completed').map(({ at }) => at)
        expect(completed_at).toBe(ends.length ? Math.min(...ends) : null)
      }
      const wanted = new Set(
        kept.flatMap((e) => (e.properties?.run ? [`${e.actor} ${e.properties.run}`] : [])),
      )
      expect(runs).toHaveLength(wanted.size)
    }

    test('every acknowledged event was counted exactly once', async () => {
      const [counted] = await database.rows(sql`select sum(n) as n from counts`)
      const [stored] = await database.rows(sql`select count(*) as n from events`)
      expect(counted).toEqual(stored)
    })
  })
