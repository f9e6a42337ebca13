import { expect, test } from 'vitest'
import type { ActivationReport, ContentReport, ContentSummary } from '#contract/report'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const step = (id: string) => ({
  id,
  title: { 'pt-BR': id, en: id },
  body: [],
  advance: { on: 'button' },
  target: { label: id, selector: `#${id}` },
})
const tour = {
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: ['caixa', 'produto'].map(step),
}

forEachDialect('reports', (open) => {
  test('one completion is counted once, whoever asks how often, and the one who left is named with her reason', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await ana('POST', '/api/experiences', tour)
    await ana('POST', '/api/experiences/primeira-venda/publish', { environment: 'production', revision: 0 })
    const { clock } = office.services
    const about = (run: string, more = {}) => ({ experience: 'primeira-venda', version: 1, run, ...more })

    const maria = await office.till('maria', 'mercearia', { user: { papel: 'caixa' }, account: { uf: 'SP' } })
    const start = clock.now - HOUR
    await maria('tour.started', about('m1'), start - DAY)
    await maria('tour.started', about('m2'), start)
    await maria('tour.step_seen', about('m2', { step: 'caixa' }), start)
    await maria('tour.step_seen', about('m2', { step: 'produto' }), start + 20_000)
    await maria('tour.completed', about('m2'), start + 30_000)
    const rita = await office.till('rita', 'atelie', { user: { papel: 'dono' }, account: { uf: 'MG' } })
    await rita('tour.started', about('r1'), start)
    await rita('tour.step_seen', about('r1', { step: 'caixa' }), start)
    await rita('tour.step_missing', about('r1', { step: 'produto', path: '/venda', release: '4.12' }), start)
    await rita('tour.dismissed', about('r1', { step: 'caixa', because: 'closed' }), start + 5_000)

    const list = await ana<ContentSummary[]>('GET', '/api/production/reports/contents?days=28')
    expect(list.body).toMatchObject([
      {
        experience: 'primeira-venda',
        reach: 2,
        completion: { value: 0.5, n: 2 },
        target: { state: 'missing', step: 2, broken: 1, since: start, release: '4.12' },
      },
    ])
    const { body } = await ana<ContentReport>(
      'GET',
      '/api/production/reports/contents/primeira-venda?days=28',
    )
    expect(body).toMatchObject({
      kind: 'tour',
      reach: 2,
      completed: 1,
      dismissed: 1,
      medianSeconds: 30,
      steps: [
        { id: 'caixa', seen: 2, advanced: 1, left: 1, medianSeconds: 20, missing: 0 },
        { id: 'produto', seen: 1, advanced: 1, left: 0, medianSeconds: 10, missing: 1 },
      ],
      reasons: [{ because: 'closed', step: 'caixa', n: 1 }],
      missing: [
        { step: 'produto', path: '/venda', release: '4.12', because: 'unknown', n: 1, lastAt: start },
      ],
      versions: [1],
    })
    expect(body.daily).toHaveLength(28)
    expect(body.daily.at(-1)).toMatchObject({ started: 2, completed: 1 })
    expect(body.splits.map(({ by, value, n }) => `${by} ${value} ${n}`).sort()).toEqual([
      'papel caixa 1',
      'papel dono 1',
      'uf MG 1',
      'uf SP 1',
    ])
    const nowhere = await ana('GET', '/api/production/reports/contents/outra')
    expect(nowhere.status).toBe(404)
    expect((await ana('GET', '/api/staging/reports/contents')).body).toEqual([])
  })

  test('what was never published reports zeros, what was never made reports nothing', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    await ana('POST', '/api/experiences', tour)
    const fresh = await ana<ContentReport>('GET', '/api/production/reports/contents/primeira-venda?days=7')
    expect(fresh.body).toMatchObject({ kind: 'tour', reach: 0, completion: null, steps: [], versions: [] })
    expect(fresh.body.daily).toHaveLength(7)
    expect((await ana('GET', '/api/production/reports/contents/primeira-venda?version=1')).status).toBe(404)
  })

  test('time to value counts from the first sign-in, by the time of the sale, also for who is still on the way', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    for (const rung of [
      { key: 'primeiro_login', name: { 'pt-BR': 'Login' }, needs: [{ event: 'login' }] },
      { key: 'nota', name: { 'pt-BR': 'Nota' }, flag: 'firstValue', needs: [{ event: 'nfce_autorizada' }] },
    ])
      await ana('POST', '/api/milestones', rung)
    const { clock } = office.services
    const start = clock.now - 20 * DAY
    const shops: Array<[string, string, number | null]> = [
      ['a', 'SP', 1],
      ['b', 'SP', 2],
      ['c', 'MG', 6],
      ['d', 'MG', null],
    ]
    for (const [account, uf, days] of shops) {
      const till = await office.till(`dona-${account}`, account, { account: { uf } })
      await till('login', {}, start)
      if (days !== null) await till('nfce_autorizada', {}, start + days * DAY)
    }
    const { body } = await ana<ActivationReport>('GET', '/api/production/reports/activation')
    expect(body).toMatchObject({
      clock: 'primeiro_login',
      value: 'nota',
      groups: [{ key: 'all', n: 4, reached: 3, censored: 1, median: 4, within7Days: { value: 0.75, n: 4 } }],
      logRank: null,
      ladder: [
        { key: 'primeiro_login', reached: 4, median: 0, stoppedHere: 1 },
        { key: 'nota', reached: 3, total: 4, median: 4, stoppedHere: 3 },
      ],
    })
    const byState = await ana<ActivationReport>('GET', '/api/production/reports/activation?by=uf')
    expect(byState.body.groups.map(({ key, n, median }) => [key, n, median])).toEqual([
      ['MG', 2, 6],
      ['SP', 2, 1.5],
    ])
    expect(byState.body.logRank!.degreesOfFreedom).toBe(1)
    const cohort = await ana<ActivationReport>('GET', '/api/production/reports/activation?by=cohort')
    expect(cohort.body.groups.map(({ key }) => key)).toEqual(['2026-08'])
    const bySight = await ana<ActivationReport>('GET', '/api/production/reports/activation?clock=signed_in')
    expect(bySight.body.groups[0]).toMatchObject({ n: 4 })
    const later = await ana<ActivationReport>(
      'GET',
      `/api/production/reports/activation?from=${clock.now - DAY}`,
    )
    expect(later.body.groups).toEqual([])
    const unknown = await ana('GET', '/api/production/reports/activation?value=sumiu')
    expect(unknown.body).toMatchObject({ code: 'invalid', issues: [{ path: 'value' }] })
  })
})
