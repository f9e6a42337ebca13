import { expect, test } from 'vitest'
import type { ContentSummary } from '#contract/report'
import type { TargetHealth } from '#contract/target-health'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const HOUR = 60 * 60 * 1000

const tour = (selector: string, label = 'Finalizar') => ({
  kind: 'tour',
  name: 'Vender',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: [
    {
      id: 'finalizar',
      title: { 'pt-BR': 'Finalize', en: 'Finish' },
      body: [],
      advance: { on: 'button' },
      target: { label, selector },
    },
  ],
})

forEachDialect('target health', (open) => {
  test('a till’s failure is an alarm at once, and a new target begins with a clean sheet', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    const { clock } = office.services
    const publish = async (revision: number) =>
      expect(
        (await ana('POST', '/api/experiences/vender/publish', { environment: 'production', revision }))
          .status,
      ).toBe(200)
    const health = async () => (await ana<TargetHealth>('GET', '/api/production/targets/vender')).body
    const alarm = async () =>
      (await ana<ContentSummary[]>('GET', '/api/production/reports/contents')).body[0]!.target
    await ana('POST', '/api/experiences', tour('#finalizar'))
    await publish(0)
    expect(await health()).toMatchObject({ version: 1, steps: [{ step: 'finalizar', state: 'unseen' }] })

    const maria = await office.till('maria', 'mercearia')
    const about = (version: number, more = {}) => ({ experience: 'vender', version, run: 'r', ...more })
    const look = { step: 'finalizar', confidence: 0.98, release: '2.4.1' }
    await maria('tour.started', about(1), clock.now - 2 * HOUR)
    await maria('tour.step_seen', about(1, look), clock.now - 2 * HOUR)
    expect(await alarm()).toEqual({ state: 'ok' })

    // Calling it by another name is no new target.
    await ana('PUT', '/api/experiences/vender/draft', { revision: 0, draft: tour('#finalizar', 'Fim') })
    await publish(1)
    const why = {
      step: 'finalizar',
      because: 'several',
      confidence: 0.4,
      n: 2,
      path: '/venda',
      release: '2.5.0',
    }
    await maria('tour.step_missing', about(2, why), clock.now - HOUR)
    expect(await alarm()).toEqual({
      state: 'missing',
      step: 1,
      share: 0.5,
      broken: 1,
      since: clock.now - HOUR,
      release: '2.5.0',
    })
    expect(await health()).toMatchObject({
      version: 2,
      steps: [
        {
          state: 'missing',
          found: 1,
          missing: 1,
          confidence: 0.95,
          trouble: { since: clock.now - HOUR, because: 'several', confidence: 0.4, path: '/venda' },
        },
      ],
    })

    await ana('PUT', '/api/experiences/vender/draft', { revision: 1, draft: tour('#receber') })
    await publish(2)
    expect(await alarm()).toEqual({ state: 'ok' })
    expect((await health()).steps[0]).toMatchObject({ state: 'unseen', releases: [] })
  })

  test('of what was never published there is no health, and a stranger is told nothing', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    expect((await ana('GET', '/api/production/targets/nada')).status).toBe(404)
    expect((await ana('GET', '/api/production/targets/nada?days=400')).status).toBe(422)
  })
})
