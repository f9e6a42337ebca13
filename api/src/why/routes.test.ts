import { expect, test } from 'vitest'
import type { Verdict } from '#contract/why'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const tour = {
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [{ user: { papel: 'dono' } }, { event: 'venda_concluida', atMost: 0 }] },
  trigger: { on: 'load' },
  frequency: { untilCompleted: true },
  steps: [{ id: 'caixa', title: { 'pt-BR': '' }, body: [], advance: { on: 'button' } }],
}

forEachDialect('why', (open) => {
  test('an unfinished draft says for whom of a shop it would appear, and which line keeps the others out', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await ana('POST', '/api/experiences', tour)
    await office.till('lurdes', 'mercearia', { user: { papel: 'dono' }, account: { uf: 'SP' } })
    const maria = await office.till('maria', 'mercearia', { user: { papel: 'caixa' } })
    const ask = async (who: object, experience: string | undefined = 'primeira-venda') =>
      (await ana<Verdict[]>('POST', '/api/production/why', { experience, who })).body

    const shop = await ask({ account: 'mercearia' })
    expect(
      shop.map(({ person, decision, rules }) => [person.id, decision, rules.map(({ holds }) => holds)]),
    ).toEqual(
      expect.arrayContaining([
        ['lurdes', { show: true }, [true, true]],
        ['maria', { show: false, because: 'audience' }, [false, true]],
      ]),
    )
    expect(shop[0]!.person.account).toMatchObject({ id: 'mercearia', traits: { uf: 'SP' } })

    await maria('venda_concluida', {}, office.services.clock.now)
    expect((await ask({ user: 'lurdes' }))[0]).toMatchObject({
      decision: { show: false, because: 'audience' },
      rules: [{ holds: true }, { holds: false }],
    })
    expect(await ask({ user: 'ninguem' })).toEqual([])
    expect(
      (await ana('POST', '/api/production/why', { experience: 'outra', who: { user: 'x' } })).status,
    ).toBe(404)
  })

  test('all that stands published is asked for one person, and a segment for its people', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    const finished = { ...tour, steps: [{ ...tour.steps[0], title: { 'pt-BR': 'Caixa', en: 'Till' } }] }
    await ana('POST', '/api/experiences', finished)
    await ana('POST', '/api/segments', { name: 'Donos', condition: { user: { papel: 'dono' } } })
    const lurdes = await office.till('lurdes', 'mercearia', { user: { papel: 'dono' } })
    await office.till('maria', 'mercearia', { user: { papel: 'caixa' } })
    const now = async (who: object) => (await ana<Verdict[]>('POST', '/api/production/why', { who })).body
    expect(await now({ user: 'lurdes' })).toEqual([])

    await ana('POST', '/api/experiences/primeira-venda/publish', { environment: 'production', revision: 0 })
    expect(await now({ segment: 'donos' })).toMatchObject([
      { experience: { name: 'Primeira venda' }, person: { id: 'lurdes' }, decision: { show: true } },
    ])
    await lurdes(
      'tour.completed',
      { experience: 'primeira-venda', version: 1, run: 'r' },
      office.services.clock.now,
    )
    expect(await now({ user: 'lurdes' })).toMatchObject([
      { decision: { show: false, because: 'completed' }, past: { completedAt: office.services.clock.now } },
    ])
  })
})
