import { expect, test } from 'vitest'
import type { PublishedSteps } from '#contract/published-step'
import { company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const step = (id: string, more: object) => ({
  id,
  title: { 'pt-BR': 'Segredo da casa', en: 'House secret' },
  body: [],
  advance: { on: 'button' },
  ...more,
})
const tour = {
  kind: 'tour',
  name: 'Vender',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: [
    step('convite', {}),
    step('finalizar', { path: '/venda', target: { label: 'Finalizar', selector: '#finalizar' } }),
  ],
}

forEachDialect('what published tours point at', (open) => {
  test('a host’s own tests get targets and pages of what is on the air, and no text of it', async () => {
    const office = await company(await open())
    const ana = await office.as('author')
    const me = (await ana<{ environments: Array<{ id: string; publicKey: string }> }>('GET', '/api/me')).body
    const { publicKey } = me.environments.find(({ id }) => id === 'production')!
    const ask = async () =>
      (await (await office.app.request(`/v1/${publicKey}/targets`)).json()) as PublishedSteps
    await ana('POST', '/api/experiences', tour)
    expect(await ask()).toEqual({ steps: [] })
    await ana('POST', '/api/experiences/vender/publish', { environment: 'production', revision: 0 })
    const answer = await ask()
    expect(answer.steps).toEqual([
      {
        experience: 'vender',
        version: 1,
        step: 'finalizar',
        place: 2,
        path: '/venda',
        target: { label: 'Finalizar', selector: '#finalizar' },
      },
    ])
    expect(JSON.stringify(answer)).not.toContain('Segredo')
    await ana('POST', '/api/experiences/vender/unpublish', { environment: 'production' })
    expect(await ask()).toEqual({ steps: [] })
  })
})
