import { expect, test } from 'vitest'
import type { BusySettings, SavedBusySettings } from '#contract/busy'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const counting = { while: 'path', name: 'Fechando o caixa', path: '/caixa' } as const
const paying = {
  while: 'events',
  name: 'Pagamento',
  from: 'pagamento_iniciado',
  until: ['venda_concluida', 'venda_cancelada'],
  atMostMinutes: 15,
} as const
const lunch = { hours: [11.5, 13.5], days: [1, 2, 3, 4, 5] }
const settings = { rules: [counting, paying], rushHours: [lunch] }
const first = { ...settings, revision: 0 }

forEachDialect('when tills stay out of the way', (open) => {
  test('a shop that has written nothing down is disturbed by nobody’s rules', async () => {
    const vera = await (await company(await open())).as('viewer')
    const { status, body } = await vera<SavedBusySettings>('GET', '/api/production/busy')
    expect(status).toBe(200)
    expect(body).toMatchObject({ rules: [], rushHours: [], revision: 0, updatedBy: '' })
  })

  test('what an author writes reaches the tills of that environment, and no other', async () => {
    const shop = await company(await open())
    const ana = await shop.as('author')
    expect((await ana('PUT', '/api/production/busy', first)).status).toBe(200)
    expect((await ana<SavedBusySettings>('GET', '/api/production/busy')).body).toMatchObject({
      ...settings,
      revision: 1,
    })
    expect((await ana<BusySettings>('GET', '/api/staging/busy')).body.rules).toEqual([])
    expect(await bootOf(shop, 'production')).toMatchObject({ rev: 2, busy: settings })
    expect((await bootOf(shop, 'staging')).busy).toBeUndefined()
  })

  test('a till that has the bundle is told of the change', async () => {
    const shop = await company(await open())
    const ana = await shop.as('author')
    const before = await bootOf(shop, 'production')
    await ana('PUT', '/api/production/busy', first)
    const after = await bootOf(shop, 'production')
    expect(after.etag).not.toBe(before.etag)
    await ana('PUT', '/api/production/busy', { rules: [], rushHours: [], revision: 1 })
    expect((await bootOf(shop, 'production')).busy).toBeUndefined()
  })

  test('who saves over somebody else’s situations is told what they are now, and nothing is overwritten', async () => {
    const shop = await company(await open())
    const [ana, olga] = [await shop.as('author'), await shop.as('owner')]
    const theirs = await olga<SavedBusySettings>('PUT', '/api/production/busy', first)
    const late = await ana<{ code: string; current: SavedBusySettings }>('PUT', '/api/production/busy', {
      rules: [],
      rushHours: [],
      revision: 0,
    })
    expect([late.status, late.body.code]).toEqual([409, 'conflict'])
    expect(late.body.current).toEqual(theirs.body)
    expect(await bootOf(shop, 'production')).toMatchObject({ rev: 2, busy: settings })
    const knowingly = { rules: [], rushHours: [], revision: theirs.body.revision }
    expect((await ana('PUT', '/api/production/busy', knowingly)).status).toBe(200)
  })

  test('a viewer reads, and writes nothing', async () => {
    const vera = await (await company(await open())).as('viewer')
    expect((await vera('PUT', '/api/production/busy', first)).status).toBe(403)
  })

  test('a stranger’s environment is not there', async () => {
    const ana = await (await company(await open())).as('author')
    expect((await ana('PUT', '/api/outra/busy', first)).status).toBe(404)
  })

  for (const [what, wrong] of Object.entries({
    'a path without its slash': { rules: [{ ...counting, path: 'caixa' }], rushHours: [] },
    'an end that is never told': { rules: [{ ...paying, until: [] }], rushHours: [] },
    'a situation of two days': { rules: [{ ...paying, atMostMinutes: 3000 }], rushHours: [] },
    'an element with no way to it': {
      rules: [{ while: 'element', name: 'Tela', target: { label: 'x' } }],
      rushHours: [],
    },
    'two situations of one name': { rules: [counting, { ...paying, name: counting.name }], rushHours: [] },
    'a rush that ends as it begins': { rules: [], rushHours: [{ hours: [12, 12] }] },
    'an hour of another planet': { rules: [], rushHours: [{ hours: [11, 25] }] },
    'a rush on no day': { rules: [], rushHours: [{ hours: [11, 13], days: [] }] },
    'a word nobody asked for': { rules: [{ ...counting, script: 'x' }], rushHours: [] },
  }))
    test(`${what} is refused, with the place`, async () => {
      const ana = await (await company(await open())).as('author')
      const { status, body } = await ana<{ issues: unknown[] }>('PUT', '/api/production/busy', {
        ...wrong,
        revision: 0,
      })
      expect(status).toBe(422)
      expect(body.issues.length).toBeGreaterThan(0)
    })
})

async function bootOf(shop: Awaited<ReturnType<typeof company>>, environment: string) {
  const answer = await shop.app.request(`/v1/pk_${environment}/boot`, {
    method: 'POST',
    body: JSON.stringify({
      device: 'till-of-lurdes',
      user: { id: 'maria' },
      account: { id: 'loja-1' },
      locale: 'pt-BR',
      sdk: 'test',
    }),
  })
  return answer.json() as Promise<{ rev: number; etag: string; busy?: BusySettings }>
}
