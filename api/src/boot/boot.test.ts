import { gunzipSync, gzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Condition } from '#contract/condition'
import { Draft, type DraftInput } from '#contract/experience'
import { forEachDialect } from '../db/testing'
import { touchEnvironment } from '../environments/store'
import { DAY, HOUR, idAt, joao, maria, openShop, type Shop, TILL, tokenFor } from '../ingest/testing'

const text = (words: string) => ({ 'pt-BR': words, en: words })
const tour = (audience: Condition, more: Partial<DraftInput> = {}) =>
  Draft.parse({
    kind: 'tour',
    name: 'Tour',
    audience,
    trigger: { on: 'load' },
    frequency: {},
    steps: [{ id: 'um', title: text('Um'), body: [], advance: { on: 'button' } }],
    ...more,
  })

/** Puts drafts before the tills, as publishing would. */
async function publish({ services: { db }, environment }: Shop, drafts: Record<string, Draft>) {
  const { versions, publications } = db.tables
  const all = Object.entries(drafts)
  await db.insert(versions).values(
    all.map(([experience, draft]) => ({
      workspace: environment.workspace,
      experience,
      number: 1,
      hash: `hash-${experience}`,
      draft,
      draftHash: 'd',
      content: { ...draft, id: experience, version: 1 } as never,
      createdAt: 0,
      createdBy: 'ana',
    })),
  )
  await db.insert(publications).values(
    all.map(([experience]) => ({
      environment: environment.id,
      experience,
      version: 1,
      publishedAt: 0,
      publishedBy: 'ana',
    })),
  )
  await touchEnvironment(db, environment.id)
}
const segment = ({ services: { db }, environment }: Shop, id: string, condition: Condition) =>
  db.tables &&
  db.insert(db.tables.segments).values({
    workspace: environment.workspace,
    id,
    name: `Segredo ${id}`,
    condition,
    createdAt: 0,
    updatedAt: 0,
    updatedBy: 'ana',
  })
const ids = ({ bundle }: Awaited<ReturnType<Shop['boot']>>) => bundle.candidates.map(({ id }) => id)

forEachDialect('boot', (open) => {
  test('who is there is kept, with traits that grow by each visit', async () => {
    const db = await open()
    const { boot, clock } = await openShop(db)
    await boot({
      user: { id: 'maria', traits: { nome: 'Maria José', papel: 'dono' } },
      account: { id: 'lurdes', traits: { nome: 'Mercearia' } },
    })
    clock.now += HOUR
    await boot({ user: { id: 'maria', traits: { papel: 'gerente', turno: 'manhã' } } })
    const [user] = await db.select().from(db.tables.users)
    expect(user).toMatchObject({
      name: 'Maria José',
      search: 'maria jose maria',
      account: 'lurdes',
      verified: false,
      traits: { nome: 'Maria José', papel: 'gerente', turno: 'manhã' },
      firstSeenAt: clock.now - HOUR,
      lastSeenAt: clock.now,
    })
    const [account] = await db.select().from(db.tables.accounts)
    expect(account).toMatchObject({ name: 'Mercearia', signedInAt: clock.now - HOUR })
    expect(await db.select().from(db.tables.memberships)).toHaveLength(1)
    expect(await db.select().from(db.tables.devices)).toMatchObject([
      { id: TILL, sdk: '1.0.0', user: 'maria' },
    ])
  })

  test('the server answers what it knows and leaves the page’s rules to the till; no segment is ever named', async () => {
    const shop = await openShop(await open())
    await segment(shop, 'donos-de-sp', { all: [{ user: { papel: 'dono' } }, { account: { uf: 'SP' } }] })
    await segment(shop, 'aninhado', { all: [{ segment: 'donos-de-sp' }, { account: { plano: 'pro' } }] })
    await publish(shop, {
      todos: tour({ all: [] }),
      donos: tour({ all: [{ segment: 'aninhado' }, { path: '/venda' }] }),
      outros: tour({ not: { segment: 'donos-de-sp' } }),
    })
    const person = {
      user: { id: 'maria', traits: { papel: 'dono' } },
      account: { id: 'lurdes', traits: { uf: 'SP', plano: 'pro' } },
    }
    const answer = await shop.boot(person)
    expect(ids(answer)).toEqual(['donos', 'todos'])
    expect(answer.bundle.candidates[0]!.audience).toEqual({ path: '/venda' })
    expect(answer.bundle.candidates[1]!.audience).toBeUndefined()
    expect(JSON.stringify(answer.bundle)).not.toMatch(/segredo|donos-de-sp|aninhado/i)
  })

  test('two segments that contain each other hold nobody, and boot goes on', async () => {
    const shop = await openShop(await open())
    await segment(shop, 'a', { any: [{ segment: 'b' }] })
    await segment(shop, 'b', { any: [{ segment: 'a' }] })
    await publish(shop, {
      preso: tour({ segment: 'a' }),
      sumido: tour({ segment: 'apagado' }),
      livre: tour({ all: [] }),
    })
    expect(ids(await shop.boot())).toEqual(['livre'])
  })

  test('event rules count the shop, the person, a window of days and the properties asked for', async () => {
    const shop = await openShop(await open())
    await publish(shop, {
      'da-loja': tour({ event: 'venda', atLeast: 3 }),
      'da-pessoa': tour({ event: 'venda', by: 'user', atLeast: 3 }),
      'na-semana': tour({ event: 'venda', withinDays: 7, atMost: 1 }),
      'em-pix': tour({ event: 'venda', where: { forma: 'pix' }, atLeast: 2 }),
      'em-pix-dela': tour({ event: 'venda', by: 'user', where: { forma: 'pix' }, atLeast: 2 }),
      nunca: tour({ event: 'sangria', atMost: 0 }),
    })
    const sale = (daysAgo: number, actor: number, forma: string) =>
      shop.event('venda', { at: shop.clock.now - daysAgo * DAY, actor, properties: { forma } })
    const actors = [maria, joao, { user: 'eva', account: 'outra' }]
    await shop.send([sale(20, 0, 'pix'), sale(10, 0, 'dinheiro'), sale(1, 1, 'pix'), sale(1, 2, 'pix')], {
      actors,
    })
    expect(ids(await shop.boot()).sort()).toEqual(['da-loja', 'em-pix', 'na-semana', 'nunca'])
  })

  test('milestones a checklist asks about come with their moments, and open ones with their last moment', async () => {
    const shop = await openShop(await open())
    await shop.milestones(
      { key: 'primeiro_login', needs: [{ event: 'login' }] },
      { key: 'aha', needs: [{ event: 'nfce_autorizada' }], within: { hours: 24, of: 'primeiro_login' } },
      { key: 'caixa', needs: [{ event: 'caixa_aberto' }], deadlineDays: 7 },
      { key: 'alheio', needs: [{ event: 'login' }] },
    )
    const task = (milestone: string, more: object) => ({
      id: milestone.replace('_', '-'),
      title: text(milestone),
      done: { milestone },
      ...more,
    })
    const guide = Draft.parse({
      kind: 'checklist',
      name: 'Guia',
      audience: { all: [] },
      trigger: { on: 'load' },
      frequency: {},
      title: text('Guia'),
      per: 'account',
      tasks: [task('primeiro_login', { medal: 'aha' }), task('caixa', {})],
    })
    await publish(shop, { guia: guide })
    const { now } = shop.clock
    await shop.send([shop.event('login', { at: now - HOUR })])
    const { bundle } = await shop.boot()
    expect(bundle.milestones).toEqual({ primeiro_login: now - HOUR })
    expect(bundle.dueAt).toEqual({ aha: now + 23 * HOUR, caixa: now - HOUR + 7 * DAY })
    expect(bundle.accountSince).toBe(now - HOUR)
  })

  test('history is the person’s own, and the shop’s where the checklist is shared', async () => {
    const shop = await openShop(await open())
    const guide = Draft.parse({
      kind: 'checklist',
      name: 'Guia',
      audience: { all: [] },
      trigger: { on: 'load' },
      frequency: {},
      title: text('Guia'),
      per: 'account',
      tasks: [{ id: 'caixa', title: text('Caixa'), done: { event: 'caixa_aberto' } }],
    })
    await publish(shop, { guia: guide, venda: tour({ all: [] }) })
    const about = (experience: string, more = {}) => ({
      properties: { experience, version: 1, run: 'r', ...more },
    })
    await shop.send([
      shop.event('tour.completed', about('venda')),
      shop.event('checklist.task_done', about('guia', { task: 'caixa' })),
    ])
    const mine = await shop.boot()
    expect(mine.bundle.history).toMatchObject({
      guia: { tasks: { caixa: shop.clock.now } },
      venda: { completedAt: shop.clock.now },
    })
    const his = await shop.boot({ user: { id: 'joao' } })
    expect(his.bundle.history).toEqual({ guia: { tasks: { caixa: shop.clock.now } } })
  })

  test('an answer the till has already is 204, until something in it changes', async () => {
    const shop = await openShop(await open())
    await publish(shop, { um: tour({ all: [] }) })
    const first = await shop.boot()
    shop.clock.now += 5 * HOUR
    const again = await shop.boot({ have: first.bundle.etag })
    expect(again.status).toBe(204)
    expect(again.headers.get('x-trilha-now')).toBe(String(shop.clock.now))
    expect(again.headers.get('access-control-expose-headers')).toContain('x-trilha-now')
    await shop.send([
      shop.event('tour.dismissed', { properties: { experience: 'um', version: 1, run: 'r' } }),
    ])
    const changed = await shop.boot({ have: first.bundle.etag })
    expect(changed.status).toBe(200)
    expect(changed.bundle.etag).not.toBe(first.bundle.etag)
    expect((await shop.boot({ user: { id: 'joao' }, have: changed.bundle.etag })).status).toBe(200)
  })

  test('people who agree in all that audiences ask share an answer, with a grant and a first sign-in of their own', async () => {
    const shop = await openShop(await open())
    await publish(shop, { donos: tour({ user: { $or: [{ papel: 'dono' }] } }) })
    const at = (name: string, papel: string) =>
      shop.boot({
        device: `caixa-${name}`,
        user: { id: name, traits: { nome: name, papel } },
        account: { id: `loja-${name}`, traits: { nome: name } },
      })
    const first = await at('maria', 'dono')
    shop.clock.now += HOUR
    const second = await at('joao', 'dono')
    expect(ids(first)).toEqual(['donos'])
    expect(ids(second)).toEqual(['donos'])
    expect(second.bundle.accountSince).toBe(first.bundle.accountSince! + HOUR)
    expect(second.bundle.etag).not.toBe(first.bundle.etag)
    expect(second.bundle.grant).not.toBe(first.bundle.grant)
    expect(ids(await at('eva', 'caixa'))).toEqual([])
  })

  test('candidates come by priority, then by the older id, and expired ones not at all', async () => {
    const shop = await openShop(await open())
    await publish(shop, {
      b: tour({ all: [] }),
      a: tour({ all: [] }),
      z: tour({ all: [] }, { priority: 90 }),
      velho: tour({ all: [] }, { expiresAt: shop.clock.now }),
    })
    expect(ids(await shop.boot())).toEqual(['z', 'a', 'b'])
  })

  test('enforced identity refuses the unsigned, the forged, the expired and somebody else’s token', async () => {
    const db = await open()
    const { boot, clock } = await openShop(db, { identity: 'enforced' })
    const expiresAt = clock.now + HOUR
    const code = async (request: object) => {
      const { status, bundle } = await boot(request)
      return [status, (bundle as unknown as { code: string }).code]
    }
    const none = btoa(JSON.stringify({ alg: 'none' })).replace(/=+$/, '')
    const claims = btoa(JSON.stringify({ sub: 'maria' })).replace(/=+$/, '')
    expect(await code({})).toEqual([403, 'identity_required'])
    for (const token of [
      'x',
      `${none}.${claims}.`,
      await tokenFor(maria, { expiresAt, secret: 'not the secret of this environment at all' }),
      await tokenFor(maria, { expiresAt: clock.now - HOUR }),
      await tokenFor(joao, { expiresAt }),
      await tokenFor({ user: 'maria', account: 'outra' }, { expiresAt }),
    ])
      expect(await code({ token })).toEqual([403, 'identity_invalid'])
    expect(await db.select().from(db.tables.users)).toEqual([])
    expect(await db.select().from(db.tables.accounts)).toEqual([])

    const token = await tokenFor(maria, { expiresAt, traits: { papel: 'dono' } })
    const signed = await boot({ token, user: { id: 'maria', traits: { papel: 'invasor', turno: 'noite' } } })
    expect(signed.status).toBe(200)
    expect(await db.select().from(db.tables.users)).toMatchObject([
      { verified: true, traits: { papel: 'dono', turno: 'noite' } },
    ])
    clock.now += 60 * DAY
    expect((await boot({ token, grant: signed.bundle.grant })).status).toBe(200)
    expect(await code({ token, grant: signed.bundle.grant, device: 'outro-caixa' })).toEqual([
      403,
      'identity_invalid',
    ])
  })

  test('content is served for ever under its hash, and only where it was published', async () => {
    const shop = await openShop(await open())
    await publish(shop, { um: tour({ all: [] }) })
    const found = await shop.app.request('/v1/pk_teste/content/hash-um')
    expect(found.headers.get('cache-control')).toContain('immutable')
    expect(await found.json()).toMatchObject({ id: 'um', version: 1, kind: 'tour' })
    expect((await shop.app.request('/v1/pk_teste/content/hash-outro')).status).toBe(404)
  })

  test('the pulse tells the revision and what was taken back', async () => {
    const shop = await openShop(await open())
    await publish(shop, { um: tour({ all: [] }), dois: tour({ all: [] }) })
    const { db } = shop.services
    const { publications } = db.tables
    const pulse = async () => (await shop.app.request('/v1/pk_teste/pulse')).json()
    expect(await pulse()).toEqual({ rev: 2, off: [] })
    await db
      .update(publications)
      .set({ unpublishedAt: shop.clock.now })
      .where(eq(publications.experience, 'um'))
    await touchEnvironment(db, shop.environment.id)
    expect(await pulse()).toEqual({ rev: 3, off: ['um'] })
    expect(ids(await shop.boot())).toEqual(['dois'])
  })

  test('a request that is none is refused before anybody is created', async () => {
    const db = await open()
    const { post } = await openShop(db)
    const good = { device: TILL, user: { id: 'maria' }, locale: 'pt-BR', sdk: '1' }
    for (const body of [
      '',
      '[]',
      'null',
      { ...good, device: 'x' },
      { ...good, user: { id: 'a\u0000' } },
      { ...good, user: { id: 'a', traits: { 'nome ruim': 1 } } },
    ])
      expect((await post('/v1/pk_teste/boot', body)).status).toBe(400)
    expect(await db.select().from(db.tables.users)).toEqual([])
  })

  test('a usual person’s answer fits 4 kB compressed', async () => {
    const shop = await openShop(await open(), { theme: null })
    const drafts = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `conteudo-${idAt(i, i * 7919)}`,
        tour({
          all: [
            { path: '/venda' },
            { element: { label: 'Finalizar', selector: '[data-guia=finalizar]' }, present: true },
          ],
        }),
      ]),
    )
    await publish(shop, drafts)
    const { bundle } = await shop.boot()
    expect(bundle.candidates).toHaveLength(40)
    expect(gzipSync(JSON.stringify(bundle)).length).toBeLessThan(4096)
    const packed = await shop.post(
      '/v1/pk_teste/boot',
      { device: TILL, user: { id: 'maria' }, account: { id: 'lurdes' }, locale: 'pt-BR', sdk: '1' },
      { 'accept-encoding': 'gzip' },
    )
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const file = Buffer.from(await packed.arrayBuffer())
    expect(file.length).toBeLessThan(4096)
    expect(JSON.parse(gunzipSync(file).toString())).toEqual(bundle)
  })

  test('a server reports what it knows first by its secret key, never from a browser', async () => {
    const db = await open()
    const shop = await openShop(db)
    const { hashOfSecret } = await import('../ingest/track')
    await shop.milestones({ key: 'kit_entregue', needs: [{ event: 'kit_entregue' }] })
    await db.insert(db.tables.secretKeys).values({
      environment: shop.environment.id,
      hash: hashOfSecret('sk_um-segredo'),
      label: 'ERP',
      createdAt: 0,
      revokedAt: null,
    })
    const events = [
      {
        id: 'c0ffee00-0000-4000-8000-000000000001',
        name: 'kit_entregue',
        at: shop.clock.now - HOUR,
        account: 'lurdes',
      },
    ]
    const track = (headers: Record<string, string>) =>
      shop.post('/api/track', { events }, { 'content-type': 'application/json', ...headers })
    expect((await track({ authorization: 'Bearer sk_outro' })).status).toBe(404)
    expect(
      (await track({ authorization: 'Bearer sk_um-segredo', origin: 'https://loja.example' })).status,
    ).toBe(403)
    for (const _ of ['once', 'again']) {
      const answer = await track({ authorization: 'Bearer sk_um-segredo' })
      expect(await answer.json()).toMatchObject({ results: [{ status: 'ok' }] })
    }
    expect(await db.select().from(db.tables.events)).toHaveLength(1)
    expect(await db.select().from(db.tables.milestonesReached)).toMatchObject([
      { account: 'lurdes', at: shop.clock.now - HOUR },
    ])
    // Nobody has signed in yet: deadlines have not begun.
    expect(await db.select().from(db.tables.accounts)).toMatchObject([{ id: 'lurdes', signedInAt: null }])
  })
})
