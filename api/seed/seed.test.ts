import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BusySettings } from '#contract/busy'
import { Draft } from '#contract/experience'
import { MilestoneInput } from '#contract/milestone'
import { SegmentInput } from '#contract/segment'
import { createApp } from '../src/app'
import { forEachDialect } from '../src/db/testing'
import { tokenFor } from '../src/ingest/testing'
import { testServices } from '../src/testing'
import { busy } from './busy'
import { firstSale } from './content/first-sale'
import { guide } from './content/guide'
import { milestones } from './milestones'
import { SIGN_IN, seed } from './seed'
import { segments } from './segments'

const password = 'cafe-com-leite'

test('everything written for the demonstration passes the schemas of the console', () => {
  expect(() => [firstSale, guide].map((draft) => Draft.parse(draft))).not.toThrow()
  expect(BusySettings.parse(busy)).toEqual(busy)
  expect(() => milestones.map((milestone) => MilestoneInput.parse(milestone))).not.toThrow()
  expect(() => segments.map(({ id: _, ...segment }) => SegmentInput.parse(segment))).not.toThrow()
})

test('the tour has seven steps and the guide nine tasks that weigh 100', () => {
  const [tour, checklist] = [Draft.parse(firstSale), Draft.parse(guide)]
  expect(tour.kind === 'tour' && tour.steps).toHaveLength(7)
  const tasks = checklist.kind === 'checklist' ? checklist.tasks : []
  expect(tasks).toHaveLength(9)
  expect(tasks.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
})

forEachDialect('the demonstration', (open) => {
  test('a fresh start has its shops, and a second start changes nothing', async () => {
    const db = await open()
    const services = testServices(db)
    const { environment, identitySecret } = await seed(services, { password })
    expect(environment).toMatchObject({
      name: 'Produção',
      identity: 'enforced',
      publicKey: expect.stringMatching(/^pk_/),
    })
    const counts = () =>
      db.rows(sql`select (select count(*) from events) as events, (select count(*) from versions) as versions,
        (select count(*) from members) as members, (select count(*) from users) as users`)
    const before = await counts()
    expect(before).toMatchObject([{ members: 1, versions: 2 }])
    services.clock.now += 60_000
    expect(await seed(services, { password })).toEqual({ environment, identitySecret })
    expect(await counts()).toEqual(before)

    const reached = await db.rows<{ account: string; keys: number; note: number | null }>(sql`
      select account, count(*) as keys, max(case when milestone = 'primeira_nota' then 1 end) as note
      from milestones_reached group by account order by account`)
    expect(reached).toEqual([
      { account: 'brasa-viva', keys: 10, note: 1 },
      { account: 'dona-lurdes', keys: 1, note: null },
      { account: 'flor-de-chita', keys: 4, note: null },
      { account: 'pet-bom-amigo', keys: 9, note: 1 },
    ])

    const app = createApp(services)
    const maria = { user: 'lurdes-maria', account: 'dona-lurdes' }
    const token = await tokenFor(maria, {
      secret: identitySecret,
      expiresAt: services.clock.now + 3_600_000,
      traits: { papel: 'dono' },
    })
    const boot = await app.request(`/v1/${environment.publicKey}/boot`, {
      method: 'POST',
      body: JSON.stringify({
        device: 'caixa-da-lurdes',
        user: { id: maria.user },
        account: { id: maria.account },
        token,
        locale: 'pt-BR',
        sdk: '0.1.0',
      }),
    })
    expect(boot.status).toBe(200)
    const bundle = (await boot.json()) as {
      candidates: Array<{ id: string }>
      milestones: object
      theme: object
    }
    expect(bundle.candidates.map(({ id }) => id)).toEqual(['primeira-venda', 'guia-de-implantacao'])
    expect(Object.keys(bundle.milestones)).toEqual(['kit_entregue'])
    expect(bundle.theme).toMatchObject({ radiusCard: 14 })

    const signIn = await app.request('/api/sign-in', {
      method: 'POST',
      body: JSON.stringify({ email: SIGN_IN.email, password }),
      headers: { 'content-type': 'application/json' },
    })
    expect(signIn.status).toBe(200)
  })
})
