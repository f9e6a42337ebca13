import { expect, test } from 'vitest'
import { forEachDialect } from '../db/testing'
import { DAY, HOUR, joao, maria, openShop, type Shop } from '../ingest/testing'
import { recomputeMilestones } from './milestones'

const firstLogin = { key: 'primeiro_login', needs: [{ event: 'login' }] }
const firstNote = { key: 'primeira_nota', needs: [{ event: 'nfce_autorizada' }] }
const aha = { key: 'aha', needs: [{ event: 'nfce_autorizada' }], within: { hours: 24, of: 'primeiro_login' } }
const fiveProducts = { key: 'cinco_produtos', needs: [{ event: 'produto_criado', atLeast: 5 }] }
const wow = {
  key: 'wow',
  needs: [{ event: 'caixa_fechado', where: { diferenca: 0 } }, { event: 'relatorio_aberto' }],
}

const reached = async ({ services: { db } }: Shop) =>
  Object.fromEntries(
    (await db.select().from(db.tables.milestonesReached)).map(({ milestone, at }) => [milestone, at]),
  )

forEachDialect('milestones', (open) => {
  test('the first note is reached at the time of the sale, not of the sync', async () => {
    const shop = await openShop(await open())
    await shop.milestones(firstNote)
    const sale = shop.event('nfce_autorizada')
    const soldAt = shop.clock.now
    shop.clock.now += 8 * HOUR
    const answer = await shop.send([sale])
    expect(answer.refresh).toBe(true)
    expect(await reached(shop)).toEqual({ primeira_nota: soldAt })
    expect((await shop.send([shop.event('nfce_autorizada')])).refresh).toBeUndefined()
  })

  test('an earlier sale that arrives late moves the moment back', async () => {
    const shop = await openShop(await open())
    await shop.milestones(firstNote)
    const early = shop.event('nfce_autorizada', { actor: 1 })
    shop.clock.now += HOUR
    await shop.send([shop.event('nfce_autorizada')])
    await shop.send([early], { actors: [maria, joao] })
    expect(await reached(shop)).toEqual({ primeira_nota: early.at })
  })

  test('five products are five events of the shop, whoever made them', async () => {
    const shop = await openShop(await open())
    await shop.milestones(fiveProducts)
    const made = Array.from({ length: 5 }, (_, i) =>
      shop.event('produto_criado', { at: shop.clock.now - (5 - i) * HOUR, actor: i % 2 }),
    )
    await shop.send(made.slice(1), { actors: [maria, joao] })
    expect(await reached(shop)).toEqual({})
    await shop.send(made, { actors: [maria, joao] })
    expect(await reached(shop)).toEqual({ cinco_produtos: made[4]!.at })
  })

  test('the race is won within 24 hours of the first login, lost after, and lost again when an older login turns up', async () => {
    const shop = await openShop(await open())
    await shop.milestones(aha, firstLogin)
    const now = shop.clock.now
    await shop.send([shop.event('nfce_autorizada', { at: now })])
    expect(await reached(shop)).toEqual({})
    await shop.send([shop.event('login', { at: now - 23 * HOUR })])
    expect(await reached(shop)).toEqual({ primeiro_login: now - 23 * HOUR, aha: now })
    await shop.send([shop.event('login', { at: now - 25 * HOUR })])
    expect(await reached(shop)).toEqual({ primeiro_login: now - 25 * HOUR })
    await shop.send([shop.event('nfce_autorizada', { at: now - 2 * HOUR })])
    expect(await reached(shop)).toEqual({ primeiro_login: now - 25 * HOUR, aha: now - 2 * HOUR })
  })

  test('a closing counts only without a difference, and only together with the report', async () => {
    const shop = await openShop(await open())
    await shop.milestones(wow)
    const now = shop.clock.now
    const closing = (diferenca: number, at: number) =>
      shop.event('caixa_fechado', { at, properties: { diferenca } })
    await shop.send([closing(-5, now - 3 * HOUR), shop.event('relatorio_aberto', { at: now - 2 * HOUR })])
    expect(await reached(shop)).toEqual({})
    await shop.send([closing(0, now - HOUR), closing(0, now)])
    expect(await reached(shop)).toEqual({ wow: now - HOUR })
  })

  test('a person without a shop reaches milestones of her own', async () => {
    const shop = await openShop(await open())
    await shop.milestones(firstLogin)
    const actors = [{ user: 'ana' }, { user: 'bia' }]
    await shop.send([shop.event('login'), shop.event('login', { actor: 1, at: shop.clock.now - HOUR })], {
      actors,
    })
    const { db } = shop.services
    const rows = await db.select().from(db.tables.milestonesReached).orderBy(db.tables.milestonesReached.user)
    expect(rows.map(({ account, user, at }) => [account, user, at - shop.clock.now])).toEqual([
      ['', 'ana', 0],
      ['', 'bia', -HOUR],
    ])
  })

  test('a definition made later finds what happened before, and a removed one leaves nothing', async () => {
    const shop = await openShop(await open())
    const { clock, environment, services } = shop
    const at = (days: number) => clock.now - days * DAY
    await shop.send([
      shop.event('login', { at: at(9) }),
      shop.event('nfce_autorizada', { at: at(8.5) }),
      ...[7, 6, 5, 4, 3].map((day) => shop.event('produto_criado', { at: at(day) })),
      shop.event('caixa_fechado', { at: at(2), properties: { diferenca: 0 } }),
      shop.event('relatorio_aberto', { at: at(1) }),
    ])
    const all = [aha, fiveProducts, firstLogin, firstNote, wow].map((definition) => ({
      name: { 'pt-BR': 'x' },
      flag: 'none' as const,
      weight: 1,
      ...definition,
    }))
    await services.db.withTx((tx) => recomputeMilestones(tx, environment.id, all, clock.now))
    expect(await reached(shop)).toEqual({
      primeiro_login: at(9),
      primeira_nota: at(8.5),
      aha: at(8.5),
      cinco_produtos: at(3),
      wow: at(1),
    })
    await services.db.withTx((tx) => recomputeMilestones(tx, environment.id, [all[2]!], clock.now))
    expect(await reached(shop)).toEqual({ primeiro_login: at(9) })
  })
})
