import { expect, test } from 'vitest'
import type { Milestone } from '#contract/milestone'
import type { AccountDetail, AccountRow, Page, TimelineItem, UserDetail, UserRow } from '#contract/people'
import type { Vocabulary } from '#contract/report'
import type { Segment, SegmentPreview } from '#contract/segment'
import { type Browser, company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const ladder = [
  { key: 'primeiro_login', name: { 'pt-BR': 'Primeiro login' }, needs: [{ event: 'login' }] },
  {
    key: 'abrir_caixa',
    name: { 'pt-BR': 'Abrir caixa' },
    needs: [{ event: 'caixa_aberto' }],
    deadlineDays: 3,
  },
  {
    key: 'primeira_nota',
    name: { 'pt-BR': 'Primeira nota' },
    flag: 'firstValue',
    needs: [{ event: 'nfce_autorizada' }],
    deadlineDays: 7,
  },
  {
    key: 'aha',
    name: { 'pt-BR': 'Nota em 24 h' },
    flag: 'aha',
    needs: [{ event: 'nfce_autorizada' }],
    within: { hours: 24, of: 'primeiro_login' },
  },
]

async function withLadder(ana: Browser) {
  for (const rung of ladder) expect((await ana('POST', '/api/milestones', rung)).status).toBe(201)
}

forEachDialect('shops and people', (open) => {
  test('a shop shows who works there and where it stands on the ladder', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await withLadder(ana)
    const { clock } = office.services
    const start = clock.now
    const lurdes = await office.till('lurdes', 'mercearia', {
      user: { nome: 'Lurdes Conceição' },
      account: { nome: 'Mercearia Dona Lurdes', uf: 'SP' },
    })
    await office.till('maria', 'mercearia', { user: { nome: 'Maria' } })
    await lurdes('login', {}, start)
    clock.now = start + 2 * DAY
    await lurdes('nfce_autorizada', {}, start + 2 * DAY)
    clock.now = start + 5 * DAY

    const list = await ana<Page<AccountRow>>('GET', '/api/production/accounts')
    expect(list.body).toMatchObject({
      total: 1,
      items: [
        {
          id: 'mercearia',
          name: 'Mercearia Dona Lurdes',
          users: 2,
          milestones: { reached: 2, total: 4 },
          firstValueAt: start + 2 * DAY,
        },
      ],
    })
    const shop = await ana<AccountDetail>('GET', '/api/production/accounts/mercearia')
    expect(shop.body.people.map(({ name }) => name).sort()).toEqual(['Lurdes Conceição', 'Maria'])
    expect(Object.fromEntries(shop.body.milestoneStates.map(({ key, state }) => [key, state]))).toEqual({
      primeiro_login: 'reached',
      abrir_caixa: 'overdue',
      primeira_nota: 'reached',
      aha: 'lost',
    })
    await lurdes('caixa_aberto', {}, start + 5 * DAY)
    const after = await ana<AccountDetail>('GET', '/api/production/accounts/mercearia')
    expect(after.body.milestoneStates[1]).toEqual({
      key: 'abrir_caixa',
      reachedAt: start + 5 * DAY,
      dueAt: start + 3 * DAY,
      state: 'late',
    })
    expect((await ana('GET', '/api/staging/accounts/mercearia')).status).toBe(404)
  })

  test('somebody is found without accents and capitals, and what was typed is no wildcard', async () => {
    const office = await company(await open())
    const ana = await office.as('viewer')
    await office.till('u1', '', { user: { nome: 'José Antônio' } })
    await office.till('u2', '', { user: { nome: '100% Pet' } })
    const found = async (search: string) =>
      (
        await ana<Page<UserRow>>('GET', `/api/production/users?search=${encodeURIComponent(search)}`)
      ).body.items.map(({ id }) => id)
    expect(await found('jose anto')).toEqual(['u1'])
    expect(await found('ANTÔNIO')).toEqual(['u1'])
    expect(await found('0% p')).toEqual(['u2'])
    expect(await found('%')).toEqual(['u2'])
    expect(await found('_')).toEqual([])
    expect(await found("'; drop table users; --")).toEqual([])
  })

  test('a long list comes in pages, each shop once, also when several were seen at the same moment', async () => {
    const office = await company(await open())
    const ana = await office.as('viewer')
    for (let i = 0; i < 7; i++) await office.till(`caixa-${i}`, `loja-${i}`)
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const { body } = await ana<Page<AccountRow>>('GET', `/api/production/accounts?limit=3${cursor}`)
      expect(body.total).toBe(7)
      seen.push(...body.items.map(({ id }) => id))
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    expect((await ana('GET', '/api/production/accounts?cursor=nonsense')).body).toMatchObject({
      code: 'invalid',
    })
    expect((await ana('GET', '/api/production/accounts?limit=9999')).status).toBe(422)
  })

  test('a timeline tells what happened, newest first, with the milestone at the moment of the sale', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await withLadder(ana)
    await ana('POST', '/api/experiences', { kind: 'tour', name: 'Primeira venda' })
    const { clock } = office.services
    const start = clock.now
    const maria = await office.till('maria', 'mercearia', { user: { nome: 'Maria' } })
    const step = { experience: 'primeira-venda', version: 1, run: 'r1', step: 'passo-1' }
    await maria('login', {}, start - 3 * HOUR)
    await maria('tour.step_seen', step, start - 2 * HOUR)
    await maria('nfce_autorizada', { serie: 1 }, start - HOUR)

    const path = '/api/production/accounts/mercearia/timeline'
    const { body } = await ana<Page<TimelineItem>>('GET', path)
    expect(body.items.map(({ name, about }) => [name, about ?? ''])).toEqual([
      ['milestone.reached', 'Primeira nota'],
      ['milestone.reached', 'Nota em 24 h'],
      ['nfce_autorizada', ''],
      ['tour.step_seen', 'Primeira venda'],
      ['milestone.reached', 'Primeiro login'],
      ['login', ''],
    ])
    expect(body.items[0]).toMatchObject({ at: start - HOUR, properties: { milestone: 'primeira_nota' } })
    expect(body.items[2]).toMatchObject({ user: { id: 'maria', name: 'Maria' }, properties: { serie: 1 } })

    const paged: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: Page<TimelineItem> = (
        await ana<Page<TimelineItem>>('GET', `${path}?limit=2${cursor && `&cursor=${cursor}`}`)
      ).body
      expect(page.items.length).toBeLessThanOrEqual(2)
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(paged).toEqual(body.items.map(({ id }) => id))

    const hers = await ana<Page<TimelineItem>>('GET', '/api/production/users/maria/timeline')
    expect(hers.body.items.map(({ name }) => name)).toEqual(['nfce_autorizada', 'tour.step_seen', 'login'])
  })

  test('the second cashier of a till has her own untouched state', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await ana('POST', '/api/experiences', { kind: 'tour', name: 'Primeira venda' })
    const maria = await office.till('maria', 'mercearia')
    await office.till('joana', 'mercearia')
    const run = { experience: 'primeira-venda', version: 1, run: 'r1' }
    await maria('tour.started', run)
    await maria('tour.completed', run)
    const state = async (id: string) =>
      (await ana<UserDetail>('GET', `/api/production/users/${id}`)).body.experiences
    expect(await state('maria')).toMatchObject([
      {
        experience: 'primeira-venda',
        name: 'Primeira venda',
        kind: 'tour',
        past: { completedAt: expect.any(Number) },
      },
    ])
    expect(await state('joana')).toEqual([])
  })

  test('a changed milestone counts for the past, a used one stays, and the ladder keeps its order', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await withLadder(ana)
    const maria = await office.till('maria', 'mercearia')
    const at = office.services.clock.now - HOUR
    await maria('login', {}, at)
    await maria('caixa_aberto', {}, at)
    const rungs = (await ana<Array<{ id: string; key: string }>>('GET', '/api/milestones')).body
    const rung = rungs.find(({ key }) => key === 'abrir_caixa')!
    const states = async () =>
      (await ana<AccountDetail>('GET', '/api/production/accounts/mercearia')).body.milestoneStates
    expect((await states())[1]).toMatchObject({ reachedAt: at })
    const twice = { ...ladder[1]!, needs: [{ event: 'caixa_aberto', atLeast: 2 }], revision: 0 }
    await ana('PUT', `/api/milestones/${rung.id}`, twice)
    expect((await states())[1]).toMatchObject({ reachedAt: null })

    const second = await ana('POST', '/api/milestones', { ...ladder[2], key: 'outra' })
    expect(second.body).toMatchObject({ code: 'invalid', issues: [{ path: 'flag', code: 'taken' }] })
    const circle = { ...ladder[0], within: { hours: 1, of: 'aha' }, revision: 0 }
    expect((await ana('PUT', `/api/milestones/${rungs[0]!.id}`, circle)).body).toMatchObject({
      issues: [{ path: 'within.of', code: 'cycle' }],
    })
    expect((await ana('DELETE', `/api/milestones/${rungs[0]!.id}`)).body).toMatchObject({ code: 'in_use' })

    const turned = rungs.map(({ id }) => id).reverse()
    const ordered = await ana<Array<{ key: string }>>('PUT', '/api/milestones/order', { ids: turned })
    expect(ordered.body.map(({ key }) => key)).toEqual([
      'aha',
      'primeira_nota',
      'abrir_caixa',
      'primeiro_login',
    ])
    expect((await ana('PUT', '/api/milestones/order', { ids: turned.slice(1) })).status).toBe(409)
    expect((await ana('DELETE', `/api/milestones/${rung.id}`)).status).toBe(204)
  })

  test('of two authors with one segment open, the slower is told and shown what stands there', async () => {
    const office = await company(await open())
    const [ana, olga] = [await office.as('author'), await office.as('owner')]
    const donos = { name: 'Donos', condition: { all: [{ user: { papel: 'dono' } }] } }
    const begun = await ana<Segment>('POST', '/api/segments', donos)
    expect(begun.body).toMatchObject({ revision: 0, updatedBy: 'Ana' })
    const path = `/api/segments/${begun.body.id}`
    const saved = await ana('PUT', path, { ...donos, name: 'Donas e donos', revision: 0 })
    expect(saved.body).toMatchObject({ name: 'Donas e donos', revision: 1 })
    const late = await olga('PUT', path, { ...donos, name: 'Proprietários', revision: 0 })
    expect(late.body).toMatchObject({
      status: 409,
      code: 'conflict',
      current: { name: 'Donas e donos', revision: 1, updatedBy: 'Ana' },
    })
    expect((await ana('GET', path)).body).toMatchObject({ name: 'Donas e donos' })
    const knowing = await olga('PUT', path, { ...donos, name: 'Proprietários', revision: 1 })
    expect(knowing.body).toMatchObject({ name: 'Proprietários', revision: 2, updatedBy: 'Olga' })
    expect((await olga('PUT', path, donos)).status).toBe(422)
    expect((await olga('PUT', '/api/segments/apagado', { ...donos, revision: 0 })).status).toBe(404)
  })

  test('of two authors with one milestone open, the slower is told; moving it on the ladder disturbs neither', async () => {
    const office = await company(await open())
    const [ana, olga] = [await office.as('author'), await office.as('owner')]
    await withLadder(ana)
    const rungs = (await ana<Milestone[]>('GET', '/api/milestones')).body
    const path = `/api/milestones/${rungs[1]!.id}`
    await olga('PUT', '/api/milestones/order', { ids: rungs.map(({ id }) => id).reverse() })
    const sooner = await ana('PUT', path, { ...ladder[1], deadlineDays: 2, revision: 0 })
    expect(sooner.body).toMatchObject({ deadlineDays: 2, revision: 1, updatedBy: 'Ana' })
    const late = await olga('PUT', path, { ...ladder[1], deadlineDays: 9, revision: 0 })
    expect(late.body).toMatchObject({
      status: 409,
      code: 'conflict',
      current: { deadlineDays: 2, revision: 1 },
    })
    const knowing = await olga('PUT', path, { ...ladder[1], deadlineDays: 9, revision: 1 })
    expect(knowing.body).toMatchObject({ deadlineDays: 9, revision: 2 })
  })

  test('a segment is asked before it is saved, kept while it is used, and never contains itself', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await office.till('lurdes', 'mercearia', { account: { uf: 'SP' }, user: { papel: 'dono' } })
    await office.till('rita', 'atelie', { account: { uf: 'MG' }, user: { papel: 'dono' } })
    const condition = { all: [{ user: { papel: 'dono' } }, { account: { uf: 'SP' } }] }
    const asked = await ana<SegmentPreview>('POST', '/api/production/segments/preview', { condition })
    expect(asked.body).toMatchObject({ users: { matched: 1, total: 2 }, after: [2, 1] })

    const saved = await ana('POST', '/api/segments', { name: 'Donos paulistas', condition })
    expect(saved.body).toMatchObject({ id: 'donos-paulistas', usedBy: [] })
    const wider = { name: 'Todos', condition: { any: [{ segment: 'donos-paulistas' }] } }
    expect((await ana('POST', '/api/segments', wider)).status).toBe(201)
    expect((await ana('DELETE', '/api/segments/donos-paulistas')).body).toMatchObject({
      code: 'in_use',
      detail: 'Used by "Todos".',
    })
    const circle = { name: 'Donos', condition: { not: { segment: 'todos' } }, revision: 0 }
    expect((await ana('PUT', '/api/segments/donos-paulistas', circle)).body).toMatchObject({
      issues: [{ code: 'cycle' }],
    })
    const page = { name: 'Na venda', condition: { path: '/venda' } }
    expect((await ana('POST', '/api/segments', page)).body).toMatchObject({ issues: [{ code: 'page_only' }] })
    expect((await ana('DELETE', '/api/segments/todos')).status).toBe(204)
    expect((await ana('DELETE', '/api/segments/donos-paulistas')).status).toBe(204)
  })

  test('the builders suggest what tills have really sent', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    const maria = await office.till('maria', 'mercearia', { user: { papel: 'caixa' }, account: { uf: 'SP' } })
    await office.till('rita', 'atelie', { user: { papel: 'dono' }, account: { uf: 'SP' } })
    await maria('venda_concluida', { forma: 'pix', itens: 3 })
    await maria('venda_concluida', { forma: 'dinheiro' })
    await maria('login')
    const { body } = await ana<Vocabulary>('GET', '/api/production/vocabulary')
    expect(body.events).toMatchObject([
      { name: 'venda_concluida', n: 2, properties: ['forma', 'itens'] },
      { name: 'login', n: 1, properties: [] },
    ])
    expect(body.accountTraits).toEqual([{ name: 'uf', values: ['SP'] }])
    expect(body.userTraits).toEqual([{ name: 'papel', values: ['caixa', 'dono'] }])
  })
})
