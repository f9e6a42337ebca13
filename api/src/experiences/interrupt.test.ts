import { expect, test } from 'vitest'
import type { Experience } from '#contract/library'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const tour = (duringSale: boolean, name = 'Primeira venda') => ({
  kind: 'tour',
  name,
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  duringSale,
  steps: [
    {
      id: 'passo-1',
      title: { 'pt-BR': 'Abra o caixa', en: 'Open the drawer' },
      body: [],
      advance: { on: 'button' },
    },
  ],
})

forEachDialect('what may stay open during a sale', (open) => {
  const people = async () => {
    const shop = await company(await open())
    return { ana: await shop.as('author'), olga: await shop.as('owner') }
  }

  test('an author may not decide it, neither in a new tour nor in an old one', async () => {
    const { ana } = await people()
    const refused = await ana<{ issues: unknown[] }>('POST', '/api/experiences', tour(true))
    expect(refused.status).toBe(403)
    expect(refused.body.issues).toMatchObject([{ path: 'duringSale', code: 'owners_only' }])
    const { body } = await ana<Experience>('POST', '/api/experiences', tour(false))
    const path = `/api/experiences/${body.id}/draft`
    expect((await ana('PUT', path, { revision: 0, draft: tour(true) })).status).toBe(403)
    expect((await ana('PUT', path, { revision: 0, draft: tour(false, 'Outra') })).status).toBe(200)
  })

  test('what an owner has decided and published, an author goes on working on', async () => {
    const { ana, olga } = await people()
    const { body } = await olga<Experience>('POST', '/api/experiences', tour(true))
    const path = `/api/experiences/${body.id}`
    const publish = (who: typeof ana, revision: number) =>
      who('POST', `${path}/publish`, { environment: 'production', revision })
    // The first word to the tills is the owner's.
    expect((await publish(ana, 0)).status).toBe(403)
    expect((await publish(olga, 0)).status).toBe(200)
    expect((await ana('PUT', `${path}/draft`, { revision: 0, draft: tour(true, 'Venda') })).status).toBe(200)
    expect((await publish(ana, 1)).status).toBe(200)
  })

  test('once taken away it takes an owner to bring it back, by whatever door', async () => {
    const { ana, olga } = await people()
    const { body } = await olga<Experience>('POST', '/api/experiences', tour(true))
    const path = `/api/experiences/${body.id}`
    await olga('POST', `${path}/publish`, { environment: 'production', revision: 0 })
    expect((await ana('PUT', `${path}/draft`, { revision: 0, draft: tour(false) })).status).toBe(200)
    expect((await ana('PUT', `${path}/draft`, { revision: 1, draft: tour(true) })).status).toBe(403)
    expect((await ana('POST', `${path}/revert`, { version: 1, revision: 1 })).status).toBe(403)
    expect((await olga('POST', `${path}/revert`, { version: 1, revision: 1 })).status).toBe(200)
  })

  test('a copy in an author’s hands waits for the sale', async () => {
    const { ana, olga } = await people()
    const { body } = await olga<Experience>('POST', '/api/experiences', tour(true))
    const copy = (who: typeof ana) => who<Experience>('POST', `/api/experiences/${body.id}/duplicate`)
    expect((await copy(ana)).body.draft).toMatchObject({ duringSale: false })
    expect((await copy(olga)).body.draft).toMatchObject({ duringSale: true })
  })
})
