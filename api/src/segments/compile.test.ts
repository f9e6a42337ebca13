import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '#contract/condition'
import { countKey } from '#contract/counted'
import type { Facts } from '#contract/facts'
import { leaves, matches, resolve } from '#contract/resolve'
import type { Match, Traits } from '#contract/traits'
import type { Database } from '../db/database'
import { forEachDialect } from '../db/testing'
import { isCompilable } from './match'
import { peopleIn, preview } from './preview'

const NOW = Date.UTC(2026, 8, 1, 12)
const DAY_MS = 24 * 60 * 60 * 1000
const environment = 'production'

interface Person {
  id: string
  account: string
  traits: Traits
  accountTraits: Traits
  events: Array<{ name: string; daysAgo: number; properties: Record<string, unknown> }>
  milestones: Record<string, number>
  history: Record<string, { startedAt?: number; completedAt?: number; dismissedAt?: number }>
}

// Words that meet one another often, and meet JavaScript's conversions: '' is 0, '12' is 12, null is 0.
const word = fc.constantFrom('', 'SP', 'MG', '12', 'true', 'null', 'ação', 'Z', '2.5', ' 7 ', 'sim')
const number = fc.constantFrom(0, 1, -1, 2.5, 12, 7, 1000)
const scalar = fc.oneof(word, number, fc.boolean(), fc.constant(null))
const trait = fc.oneof(scalar, fc.array(word, { maxLength: 3 }))
const traitName = fc.constantFrom('uf', 'caixas', 'dono')
const traits = fc.dictionary(traitName, trait, { maxKeys: 3 }) as fc.Arbitrary<Traits>

const comparison: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ $eq: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $lt: scalar }),
  fc.record({ $gte: scalar }),
  fc.record({ $gt: scalar, $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
)
const value = fc.oneof(
  scalar,
  comparison,
  comparison.map(($not) => ({ $not })),
)
const match: fc.Arbitrary<Match> = fc.letrec<{ match: Match; simple: Match }>((tie) => ({
  simple: fc.dictionary(fc.oneof(traitName, fc.constant('item.grupo')), value, { maxKeys: 2 }),
  match: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('simple'),
    fc.record({ $or: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $and: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $nor: fc.array(tie('match'), { maxLength: 2 }) }),
    fc.record({ $not: tie('match') }),
  ),
})).match

const eventName = fc.constantFrom('venda_concluida', 'login')
const rule: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ user: match }),
  fc.record({ account: match }),
  fc.record(
    {
      event: eventName,
      by: fc.constantFrom('user' as const, 'account' as const),
      where: match,
      atLeast: fc.integer({ min: 0, max: 3 }),
      atMost: fc.integer({ min: 0, max: 3 }),
      withinDays: fc.constantFrom(1, 7, 30),
    },
    { requiredKeys: ['event'] },
  ),
  fc.record({ segment: fc.constantFrom('donos', 'paulistas', 'apagado') }),
  fc.record(
    {
      milestone: fc.constantFrom('primeira_nota', 'wow'),
      reached: fc.boolean(),
      withinDays: fc.constantFrom(1, 10),
    },
    { requiredKeys: ['milestone', 'reached'] },
  ),
  fc.record({
    history: fc.constantFrom('primeira-venda', 'guia'),
    is: fc.constantFrom('seen' as const, 'completed' as const, 'dismissed' as const, 'never' as const),
  }),
)
const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    rule,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree

const moment = fc.constantFrom(1, 5, 20).map((days) => NOW - days * DAY_MS)
const properties = fc.oneof(
  traits,
  fc.record({ item: fc.record({ grupo: scalar }, { requiredKeys: [] }) }),
) as fc.Arbitrary<Record<string, unknown>>
const somebody: fc.Arbitrary<Omit<Person, 'id'>> = fc.record({
  account: fc.constantFrom('', 'lurdes', 'chita'),
  traits,
  accountTraits: traits,
  events: fc.array(fc.record({ name: eventName, daysAgo: fc.constantFrom(0.5, 3, 20, 60), properties }), {
    maxLength: 4,
  }),
  milestones: fc.dictionary(fc.constantFrom('primeira_nota', 'wow'), moment, { maxKeys: 2 }),
  history: fc.dictionary(
    fc.constantFrom('primeira-venda', 'guia'),
    fc.record({ startedAt: moment, completedAt: moment, dismissedAt: moment }, { requiredKeys: [] }),
    { maxKeys: 2 },
  ),
})

const segments = new Map<string, Condition>([
  ['donos', { user: { dono: true } }],
  ['paulistas', { all: [{ account: { uf: 'SP' } }, { not: { segment: 'donos' } }] }],
])

/** A shop has one set of traits and milestones: those of the first person drawn for it. */
function shopsOf(people: Person[]) {
  const shops = new Map<string, Person>()
  for (const person of people)
    if (person.account && !shops.has(person.account)) shops.set(person.account, person)
  return shops
}

async function store(db: Database, people: Person[]) {
  const { users, accounts, events, milestonesReached, progress } = db.tables
  const seen = { firstSeenAt: NOW, lastSeenAt: NOW }
  const shops = shopsOf(people)
  await db.withTx(async (tx) => {
    for (const table of [users, accounts, events, milestonesReached, progress]) await tx.delete(table)
    for (const [id, { accountTraits }] of shops)
      await tx
        .insert(accounts)
        .values({ environment, id, name: id, search: id, traits: accountTraits, ...seen, signedInAt: null })
    let n = 0
    for (const { id, account, traits, events: happened, history } of people) {
      await tx
        .insert(users)
        .values({ environment, id, account, name: id, search: id, traits, verified: true, ...seen })
      for (const { name, daysAgo, properties } of happened) {
        const at = NOW - daysAgo * DAY_MS
        const written = { at, capturedAt: at, receivedAt: at, device: 'd', seq: n, release: null }
        const key = { environment, day: 1, id: `e${n++}` }
        await tx.insert(events).values({ ...key, ...written, name, user: id, account, properties })
      }
      for (const [experience, past] of Object.entries(history))
        await tx.insert(progress).values({ environment, account, user: id, experience, past, updatedAt: NOW })
    }
    const owners = people.filter(({ id, account }) => !account || shops.get(account)?.id === id)
    for (const { id, account, milestones } of owners)
      for (const [milestone, at] of Object.entries(milestones))
        await tx.insert(milestonesReached).values({
          environment,
          account,
          user: account ? '' : id,
          milestone,
          at,
          recordedAt: at,
        })
  })
}

/** What is known of one person, put together from the lists by hand: no SQL. */
function factsOf(person: Person, people: Person[], asked: Condition): Facts {
  const shop = shopsOf(people).get(person.account)
  const together = people.filter(({ id, account }) =>
    person.account ? account === person.account : id === person.id,
  )
  const counts: Facts['counts'] = {}
  for (const rule of [asked, ...segments.values()].flatMap(leaves)) {
    if (!('event' in rule)) continue
    const { event, by, where, withinDays = Infinity } = rule
    counts[countKey(rule)] = (by === 'user' ? [person] : together)
      .flatMap(({ events }) => events)
      .filter(
        (e) => e.name === event && e.daysAgo <= withinDays && (!where || matches(e.properties, where)),
      ).length
  }
  const known: Facts = {
    now: NOW,
    user: person.traits,
    account: shop?.accountTraits ?? {},
    counts,
    milestones: (shop ?? person).milestones,
    history: person.history,
  }
  const inSegment: Record<string, boolean> = {}
  for (const [id, named] of segments)
    inSegment[id] = resolve(named, { ...known, segments: inSegment }) === true
  return { ...known, segments: inSegment }
}

forEachDialect('a condition asked of all people at once', (open) => {
  test('holds exactly those whom it holds one by one', { timeout: 120_000 }, async () => {
    const db = await open()
    const context = { engine: db.engine, environment, now: NOW, segments }
    await fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { minLength: 1, maxLength: 6 }),
        fc.array(condition, { minLength: 8, maxLength: 8 }),
        async (drawn, conditions) => {
          // As JSON gives them: some drawn objects have no prototype.
          const people: Person[] = structuredClone(drawn).map((person, i) => ({ ...person, id: `p${i}` }))
          await store(db, people)
          for (const asked of conditions) {
            const oneByOne = people.filter((p) => resolve(asked, factsOf(p, people, asked)) === true)
            const atOnce = await peopleIn(db, asked, context)
            expect(atOnce.sort(), JSON.stringify(asked)).toEqual(oneByOne.map(({ id }) => id))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('the preview counts people and shops, what each line leaves, and says why somebody is out', async () => {
    const db = await open()
    const person = (id: string, account: string, uf: string, sales: number): Person => ({
      id,
      account,
      traits: { papel: id === 'lurdes' ? 'dono' : 'caixa' },
      accountTraits: { uf },
      events: Array.from({ length: sales }, () => ({ name: 'venda_concluida', daysAgo: 1, properties: {} })),
      milestones: {},
      history: {},
    })
    await store(db, [
      person('lurdes', 'mercearia', 'SP', 2),
      person('maria', 'mercearia', 'SP', 1),
      person('rita', 'atelie', 'MG', 3),
      person('visita', '', 'SP', 5),
    ])
    const asked: Condition = {
      all: [
        { account: { uf: 'SP' } },
        { event: 'venda_concluida', atLeast: 3 },
        { user: { papel: 'caixa' } },
      ],
    }
    const answer = await preview(db, asked, { environment, now: NOW, segments })
    expect(answer).toMatchObject({
      users: { matched: 1, total: 4 },
      accounts: { matched: 1, total: 2 },
      after: [2, 2, 1],
    })
    const why = Object.fromEntries(
      answer.sample.map(({ user, matched, failed }) => [user, { matched, failed }]),
    )
    expect(why).toEqual({
      maria: { matched: true, failed: [] },
      lurdes: { matched: false, failed: [2] },
      rita: { matched: false, failed: [0] },
      // Without a shop: no state, though five sales of her own.
      visita: { matched: false, failed: [0] },
    })
    const everybody = await preview(db, { all: [] }, { environment, now: NOW, segments })
    expect(everybody.users).toEqual({ matched: 4, total: 4 })
    expect(answer.places).toEqual([{ value: 'SP', accounts: 1 }])
    expect(everybody.places).toEqual([
      { value: 'MG', accounts: 1 },
      { value: 'SP', accounts: 1 },
    ])
  })

  test('a preview that would take too long answers for all from those it could judge, and says so', async () => {
    const db = await open()
    const nobody = { traits: {}, events: [], milestones: {}, history: {} }
    await store(
      db,
      Array.from({ length: 300 }, (_, n) => ({
        id: `maria-${n}`,
        account: `loja-${n}`,
        accountTraits: { uf: n % 3 ? 'SP' : 'MG' },
        ...nobody,
      })),
    )
    const context = { environment, now: NOW, segments }
    let hour = 0
    const slow = await preview(db, { account: { uf: 'SP' } }, context, () => hour++ * 3_600_000)
    expect(slow.estimatedFrom).toBeLessThan(300)
    expect(slow.users.total).toBe(300)
    expect(slow.users.matched).toBeGreaterThan(150)
    expect(slow.users.matched).toBeLessThan(250)
    const exact = await preview(db, { account: { uf: 'SP' } }, context, () => 0)
    expect(exact).toMatchObject({
      users: { matched: 200, total: 300 },
      accounts: { matched: 200, total: 300 },
    })
    expect(exact).not.toHaveProperty('estimatedFrom')
  })

  test('a rule about the page counts as met, also under a not: nobody here can know', async () => {
    const db = await open()
    const nobody = { traits: {}, accountTraits: {}, events: [], milestones: {}, history: {} }
    await store(db, [{ id: 'maria', account: 'mercearia', ...nobody }])
    const context = { environment, now: NOW, segments }
    for (const asked of [{ path: '/venda' }, { not: { online: true } }, { not: { not: { online: true } } }])
      expect((await preview(db, asked, context)).users.matched).toBe(1)
  })
})

test('what SQL cannot say is known beforehand', () => {
  expect(isCompilable({ uf: 'SP', $or: [{ caixas: { $gt: 2 } }, { 'item.grupo': null }] })).toBe(true)
  for (const match of [
    { tags: ['a'] },
    { uf: { $elemMatch: { $eq: 'SP' } } },
    { versao: { $vgt: '1.0' } },
    { 'lista.0': 'a' },
    { 'a"b': 1 },
    { $or: 'x' },
    { uf: { $in: 'SP' } },
  ])
    expect(isCompilable(match), JSON.stringify(match)).toBe(false)
})
