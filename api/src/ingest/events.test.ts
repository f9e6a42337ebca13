import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BATCH_LIMITS } from '#contract/limits'
import { forEachDialect } from '../db/testing'
import { DAY, HOUR, idAt, joao, maria, openShop, TILL, tokenFor } from './testing'

const stepSeen = (step: string, run = 'r1') => ({
  properties: { experience: 'primeira-venda', version: 1, run, step },
})

forEachDialect('the events of a till', (open) => {
  test('a batch is stored, counted and answered event by event', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const sale = event('venda_concluida', { properties: { forma: 'pix' } })
    const answer = await send([sale, event('login')])
    expect(answer.status).toBe(200)
    expect(answer.results).toEqual([
      { id: sale.id, status: 'ok' },
      { id: expect.any(String), status: 'ok' },
    ])
    const [stored] = await db
      .select()
      .from(db.tables.events)
      .where(eq(db.tables.events.name, 'venda_concluida'))
    expect(stored).toMatchObject({
      user: 'maria',
      account: 'lurdes',
      device: TILL,
      properties: { forma: 'pix' },
    })
  })

  test('a batch whose answer was lost is sent again and nothing is counted twice', async () => {
    const db = await open()
    const { send, event, state } = await openShop(db)
    const batch = [
      event('tour.started', stepSeen('')),
      event('tour.step_seen', stepSeen('abrir')),
      event('login'),
    ]
    await send(batch)
    const before = await state()
    const again = await send(batch)
    expect(again.results.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
    expect(await state()).toEqual(before)
    expect(await db.rows(sql`select sum(n) as n from counts`)).toEqual([{ n: 3 }])
  })

  test('the same event twice in one batch is one event', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const login = event('login')
    await send([login, login])
    expect(await db.rows(sql`select sum(n) as n from counts`)).toEqual([{ n: 1 }])
  })

  test('two tabs that send the same outbox at once leave one copy', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const batch = Array.from({ length: 30 }, () => event('item_adicionado'))
    await Promise.all([send(batch), send(batch), send([...batch].reverse())])
    expect(await db.rows(sql`select n from counts`)).toEqual([{ n: 30 }])
  })

  test('what cannot be read is dropped with its reason, the rest is stored', async () => {
    const db = await open()
    const { send, event, clock } = await openShop(db)
    const good = event('login')
    const { results } = await send([
      good,
      event('login', { id: 'not-a-uuid' }),
      event('', {}),
      event('login', { at: Number.NaN }),
      event('login', { seq: -1 }),
      event('login', { actor: 7 }),
      event('login', { properties: [] as never }),
      event('login', { properties: { nota: 'x'.repeat(BATCH_LIMITS.propertyBytes) } }),
      event('login', { properties: { nome: 'a\u0000b' } }),
      event('login', { properties: { nome: '\ud83d' } }),
      event('login', { at: clock.now - 401 * DAY }),
    ])
    expect(results.map(({ status, because }) => because ?? status)).toEqual([
      'ok',
      ...Array(6).fill('malformed'),
      'too large',
      'malformed',
      'malformed',
      'too old',
    ])
    expect(await db.rows(sql`select id from events`)).toEqual([{ id: good.id }])
  })

  test('names, products and faces in any script are stored as they are', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const properties = { nome: 'Pão de queijo 🧀', nota: '"\\u0041" \\ \n', lista: [1, null, { a: true }] }
    const { results } = await send([event('produto_criado', { properties })])
    expect(results[0]!.status).toBe('ok')
    const [stored] = await db.select().from(db.tables.events)
    expect(stored!.properties).toEqual(properties)
  })

  test('a body that is no batch, or too much of one, says so', async () => {
    const { post, event } = await openShop(await open())
    const url = '/v1/pk_teste/events'
    for (const body of [
      '',
      'null',
      '[]',
      '{',
      '"x"',
      '{"device":"caixa-numero-1"}',
      '{"events":[],"actors":[]}',
    ]) {
      const response = await post(url, body)
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        400,
        'bad_request',
      ])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }
    const batch = { device: TILL, sentAt: 1, sdk: '1', actors: [maria] }
    const many = Array.from({ length: BATCH_LIMITS.events + 1 }, () => event('login'))
    expect((await post(url, { ...batch, events: many })).status).toBe(413)
    expect((await post(url, 'x'.repeat(BATCH_LIMITS.bytes + 1))).status).toBe(413)
    expect((await post('/v1/pk_nobody/events', { ...batch, events: [] })).status).toBe(404)
  })

  test('a till whose clock is two hours slow or fast reports the moment by ours', async () => {
    const db = await open()
    const { send, event, clock } = await openShop(db)
    const wrong = (by: number) => ({ at: clock.now - HOUR + by })
    await send([event('devagar', wrong(-2 * HOUR))], { sentAt: clock.now - 2 * HOUR })
    await send([event('adiantado', wrong(2 * HOUR))], { sentAt: clock.now + 2 * HOUR })
    await send([event('certo', wrong(30_000))], { sentAt: clock.now + 30_000 })
    await send([event('futuro', { at: clock.now + DAY })])
    const rows = await db.rows<{ name: string; at: number }>(sql`select name, at from events`)
    const at = Object.fromEntries(rows.map(({ name, at }) => [name, at - clock.now]))
    expect(at).toEqual({ devagar: -HOUR, adiantado: -HOUR, certo: -HOUR + 30_000, futuro: 0 })
  })

  test('what happened in Maria’s shift stays hers when it is sent in João’s', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const batch = [event('tour.started', stepSeen('')), event('login', { actor: 1 })]
    await send(batch, { actors: [maria, joao] })
    const rows = await db.rows<{ name: string; user: string }>(
      sql`select name, "user" from events order by name`,
    )
    expect(rows).toEqual([
      { name: 'login', user: 'joao' },
      { name: 'tour.started', user: 'maria' },
    ])
    const [progress] = await db.select().from(db.tables.progress)
    expect(progress).toMatchObject({ user: 'maria', account: 'lurdes', experience: 'primeira-venda' })
  })

  test('progress is folded for the person, and for the shop where the checklist is the shop’s', async () => {
    const db = await open()
    const { send, event, environment, clock } = await openShop(db)
    const { versions, publications } = db.tables
    const content = { kind: 'checklist', per: 'account', id: 'guia', version: 1, tasks: [] } as never
    await db.insert(versions).values({
      workspace: environment.workspace,
      experience: 'guia',
      number: 1,
      hash: 'h',
      content,
      draft: { kind: 'checklist' } as never,
      draftHash: 'd',
      createdAt: 0,
      createdBy: 'ana',
    })
    await db.insert(publications).values({
      environment: environment.id,
      experience: 'guia',
      version: 1,
      publishedAt: 0,
      publishedBy: 'ana',
    })
    const about = (experience: string, more = {}) => ({
      properties: { experience, version: 1, run: 'r', ...more },
    })
    await send(
      [
        event('checklist.task_done', { ...about('guia', { task: 'caixa' }), actor: 1 }),
        event('tour.completed', about('primeira-venda')),
      ],
      { actors: [maria, joao] },
    )
    const rows = await db.select().from(db.tables.progress).orderBy(db.tables.progress.experience)
    expect(rows.map(({ user, experience, past }) => ({ user, experience, past }))).toEqual([
      { user: '', experience: 'guia', past: { tasks: { caixa: clock.now } } },
      {
        user: 'maria',
        experience: 'primeira-venda',
        past: { completedAt: clock.now, lastSeenAt: clock.now },
      },
    ])
  })

  test('days are the shop’s: a sale at 22h in São Paulo counts for that day, not for tomorrow in London', async () => {
    const db = await open()
    const { send, event, clock } = await openShop(db)
    clock.now = Date.UTC(2026, 8, 2, 1)
    await send([event('venda_concluida')])
    expect(await db.rows(sql`select day from counts`)).toEqual([{ day: Date.UTC(2026, 8, 1) / DAY }])
  })

  test('what happened before the till was updated counts for the release it had then', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const seen = { properties: { ...stepSeen('pix').properties, confidence: 0.98 } }
    await send([event('tour.step_seen', { ...seen, release: '7.0' }), event('tour.step_seen', seen)], {
      release: '7.1',
    })
    const rows = await db.select().from(db.tables.targetSights).orderBy(db.tables.targetSights.release)
    expect(rows.map(({ release, n }) => [release, n])).toEqual([
      ['7.0', 1],
      ['7.1', 1],
    ])
  })

  test('looks for an element are counted by outcome and release, and name no page of a person', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const of = (more: object) => ({ properties: { ...stepSeen('pix').properties, ...more } })
    const missing = of({ path: '/clientes/12345678909', because: 'several', confidence: 0.31, n: 2 })
    await send([event('tour.step_missing', missing), event('tour.step_missing', missing)], { release: '7.1' })
    await send([event('tour.step_seen', of({ confidence: 0.98 })), event('tour.step_seen', of({}))])
    await send([event('tour.step_missing', of({ because: 'Maria, Rua das Flores 12', confidence: '1' }))])
    const about = { experience: 'primeira-venda', step: 'pix' }
    const rows = await db.select().from(db.tables.targetSights).orderBy(db.tables.targetSights.because)
    expect(rows).toMatchObject([
      { ...about, path: '', release: '', because: '', confidence: 95, n: 1 },
      { ...about, path: '/clientes/*', release: '7.1', because: 'several', confidence: 30, n: 2 },
      { ...about, path: '', release: '', because: 'unknown', confidence: 0, n: 1 },
    ])
    const [passage] = await db.select().from(db.tables.passages)
    expect(passage).toMatchObject({
      run: 'r1',
      version: 1,
      user: 'maria',
      passage: { missing: { pix: expect.any(Number) } },
    })
  })

  test('where identity is enforced, only proven people are believed, and nobody else is created', async () => {
    const db = await open()
    const { send, event, boot, clock } = await openShop(db, { identity: 'enforced' })
    const token = await tokenFor(maria, { expiresAt: clock.now + HOUR })
    const { bundle } = await boot({ token })
    const forged = await tokenFor(joao, {
      expiresAt: clock.now + HOUR,
      secret: 'another secret that is long enough 123',
    })
    const actors = [
      { ...maria, grant: bundle.grant },
      joao,
      { ...joao, token: forged },
      { ...joao, grant: bundle.grant },
    ]
    const { results } = await send(
      actors.map((_, actor) => event('login', { actor })),
      { actors },
    )
    expect(results.map(({ status, because }) => because ?? status)).toEqual([
      'ok',
      'identity',
      'identity',
      'identity',
    ])
    expect(await db.rows(sql`select id from users`)).toEqual([{ id: 'maria' }])
  })

  test('a queue outlives the token: its grant, or the token as it was then, still proves who it was', async () => {
    const db = await open()
    const { send, event, boot, clock } = await openShop(db, { identity: 'enforced' })
    const token = await tokenFor(maria, { expiresAt: clock.now + HOUR })
    const { bundle } = await boot({ token })
    const during = event('venda_concluida')
    clock.now += 30 * DAY
    const after = event('login')
    const withGrant = await send([event('login')], { actors: [{ ...maria, grant: bundle.grant }] })
    expect(withGrant.results[0]!.status).toBe('ok')
    const withToken = await send([during, after], { actors: [{ ...maria, token }] })
    expect(withToken.results.map(({ status }) => status)).toEqual(['ok', 'drop'])
    // The till next door has found the grant.
    const stolen = await send([event('login')], {
      actors: [{ ...maria, grant: bundle.grant }],
      device: 'outro-caixa',
    })
    expect(stolen.results[0]).toMatchObject({ status: 'drop', because: 'identity' })
  })

  test('a grant from the time when identity was open proves nothing once it is enforced', async () => {
    const db = await open()
    const { send, event, boot } = await openShop(db)
    const { bundle } = await boot()
    await db.update(db.tables.environments).set({ identity: 'enforced' })
    const { results } = await send([event('login')], { actors: [{ ...maria, grant: bundle.grant }] })
    expect(results[0]).toMatchObject({ status: 'drop', because: 'identity' })
  })

  test('a failure in the middle leaves neither rows nor counts, and the outbox may send again', async () => {
    const db = await open()
    const { send, event, services } = await openShop(db)
    const batch = [event('tour.started', stepSeen(''))]
    const { withTx } = db
    let failed = 0
    db.withTx = (work) =>
      withTx(async (tx) => {
        const result = await work(tx)
        if (failed++ < 2) throw new Error('killed before the commit')
        return result
      })
    services.log.level = 'silent'
    expect((await send(batch)).status).toBe(500)
    expect(await db.rows(sql`select id from events`)).toEqual([])
    expect(await db.rows(sql`select past from progress`)).toEqual([])
    failed = 2
    expect((await send(batch)).results[0]!.status).toBe('ok')
    expect(await db.rows(sql`select n from counts`)).toEqual([{ n: 1 }])
  })

  test('too much at once is answered 503 with a time to come back, and nothing of it is stored', async () => {
    const db = await open()
    const { send, event } = await openShop(db)
    const answers = await Promise.all(Array.from({ length: 700 }, () => send([event('login')])))
    const late = answers.filter(({ status }) => status === 503)
    expect(late.length).toBeGreaterThan(0)
    expect(late[0]!.headers.get('retry-after')).toBe('2')
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true)
    expect(await db.rows(sql`select n from counts`)).toEqual([{ n: 700 - late.length }])
    // 512 transactions one after the other: a busy machine needs its time for them.
  }, 120_000)

  test('the day of an event is the day in its id, however wrong the clock', async () => {
    const db = await open()
    const { send, event, clock } = await openShop(db)
    await send([event('login', { id: idAt(10 * DAY + 5, 1), at: clock.now })])
    expect(await db.rows(sql`select day from events`)).toEqual([{ day: 10 }])
  })
})
