import { expect, test } from 'vitest'
import type { Experience, ExperienceRow, Version } from '#contract/library'
import { type Browser, company } from '../auth/testing'
import { forEachDialect } from '../db/testing'

const step = (id: string, title: string) => ({
  id,
  title: { 'pt-BR': title, en: title },
  body: [],
  advance: { on: 'button' },
})
const tour = (...titles: string[]) => ({
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: titles.map((title, i) => step(`passo-${i + 1}`, title)),
})

/** Ana writes a tour; what she does next reads as acts. */
async function writing(ana: Browser, draft: unknown = tour('Abra o caixa')) {
  const { body } = await ana<Experience>('POST', '/api/experiences', draft)
  const path = `/api/experiences/${body.id}`
  return {
    path,
    read: async () => (await ana<Experience>('GET', path)).body,
    save: (revision: number, draft: unknown) => ana<Experience>('PUT', `${path}/draft`, { revision, draft }),
    publish: (environment: string, revision: number) =>
      ana<Experience>('POST', `${path}/publish`, { environment, revision }),
    unpublish: (environment: string) => ana<Experience>('POST', `${path}/unpublish`, { environment }),
    versions: async () => (await ana<Version[]>('GET', `${path}/versions`)).body,
  }
}

const revOf = async ({ services }: Awaited<ReturnType<typeof company>>, id: string) => {
  const { environments } = services.db.tables
  const rows = await services.db.select().from(environments)
  return rows.find((environment) => environment.id === id)!.rev
}

forEachDialect('contents', (open) => {
  test('a fresh tour has a readable id and one step to write over', async () => {
    const ana = await (await company(await open())).as('author')
    const first = await ana<Experience>('POST', '/api/experiences', {
      kind: 'tour',
      name: 'Primeira venda à vista',
    })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      id: 'primeira-venda-a-vista',
      revision: 0,
      updatedBy: 'Ana',
      issues: [],
    })
    const second = await ana<Experience>('POST', '/api/experiences', {
      kind: 'tour',
      name: 'Primeira venda à vista',
    })
    expect(second.body.id).toBe('primeira-venda-a-vista-2')
  })

  test('a fresh checklist waits for the author to say what proves its task', async () => {
    const ana = await (await company(await open())).as('author')
    const { body } = await ana<Experience>('POST', '/api/experiences', { kind: 'checklist', name: 'Guia' })
    expect(body.issues).toMatchObject([{ path: 'tasks.0.done.event', code: 'missing' }])
  })

  test('a draft is saved on the revision it is based on; the slower of two authors is told', async () => {
    const office = await company(await open())
    const ana = await writing(await office.as('author'))
    const saved = await ana.save(0, tour('Abra o caixa', 'Escolha o produto'))
    expect(saved.body).toMatchObject({ revision: 1, draft: { steps: [{}, {}] } })

    const olga = await office.as('owner')
    const late = await olga('PUT', `${ana.path}/draft`, { revision: 0, draft: tour('Outra coisa') })
    expect(late.body).toMatchObject({ status: 409, code: 'conflict' })
    expect(await ana.read()).toMatchObject({ revision: 1, updatedBy: 'Ana' })
  })

  test('an unfinished draft is saved as it is, a wrong one is not', async () => {
    const ana = await writing(await (await company(await open())).as('author'))
    const unfinished = await ana.save(0, tour('Abra o caixa', ''))
    expect(unfinished.status).toBe(200)
    expect(unfinished.body.issues.map(({ path }) => path)).toContain('steps.1.title.pt-BR')
    const wrong = await ana.save(1, { ...tour('x'), html: '<script>' })
    expect(wrong.body).toMatchObject({ status: 422, code: 'invalid', issues: [{ code: 'unknown_field' }] })
    const other = await ana.save(1, { kind: 'checklist', name: 'x' })
    expect(other.status).toBe(422)
    expect((await ana.read()).revision).toBe(1)
  })

  test('publishing freezes a version, and tills are told by the revision of their environment only', async () => {
    const office = await company(await open())
    const ana = await writing(await office.as('author'))
    const published = await ana.publish('production', 0)
    expect(published.body.publications).toMatchObject([
      { environment: 'production', version: 1, publishedBy: 'Ana' },
    ])
    expect([await revOf(office, 'production'), await revOf(office, 'staging')]).toEqual([2, 1])

    const [version] = await ana.versions()
    expect(version).toMatchObject({ version: 1, environments: ['production'], createdBy: 'Ana' })
    const { versions } = office.services.db.tables
    const [row] = await office.services.db.select().from(versions)
    expect(row!.content).toMatchObject({ id: 'primeira-venda', version: 1, steps: [{ id: 'passo-1' }] })
  })

  test('publishing the same content again makes no new version and disturbs no till', async () => {
    const office = await company(await open())
    const ana = await writing(await office.as('author'))
    await ana.publish('production', 0)
    // The defaults written out, and keys in another order, say the same.
    const { draft } = await ana.read()
    await ana.save(0, Object.fromEntries(Object.entries(draft).reverse()))
    await ana.publish('production', 1)
    expect(await ana.versions()).toHaveLength(1)
    expect(await revOf(office, 'production')).toBe(2)
    await ana.publish('staging', 1)
    expect(await ana.versions()).toMatchObject([{ version: 1, environments: ['production', 'staging'] }])
  })

  test('a published draft that was changed shows as changed until it is published again', async () => {
    const browser = await (await company(await open())).as('author')
    const ana = await writing(browser)
    const changed = async () => {
      const [row] = (await browser<ExperienceRow[]>('GET', '/api/experiences')).body
      const { body } = await browser<Experience>('GET', `/api/experiences/${row!.id}`)
      expect(body.changed).toBe(row!.changed)
      return body.changed
    }
    expect(await changed()).toBe(true)
    await ana.publish('production', 0)
    expect(await changed()).toBe(false)
    await ana.save(0, tour('Abra o caixa', 'Venda'))
    expect(await changed()).toBe(true)
    await ana.publish('production', 1)
    expect(await changed()).toBe(false)
    expect(await ana.versions()).toMatchObject([
      { version: 2, environments: ['production'] },
      { version: 1, environments: [] },
    ])
  })

  test('what is not finished, or speaks of what is gone, is not published', async () => {
    const office = await company(await open())
    const ana = await writing(await office.as('author'), {
      ...tour('Abra'),
      audience: { segment: 'apagado' },
    })
    const refused = await ana.publish('production', 0)
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'not_publishable',
      issues: [{ path: 'audience', code: 'unknown_segment' }],
    })
    await ana.save(0, tour(''))
    expect((await ana.publish('production', 1)).body).toMatchObject({ code: 'not_publishable' })
    expect((await ana.publish('production', 0)).body).toMatchObject({ code: 'conflict' })
    expect((await ana.publish('of-someone-else', 1)).status).toBe(404)
    expect(await ana.versions()).toEqual([])
    expect(await revOf(office, 'production')).toBe(1)
  })

  test('taking a content back tells the tills once, and only then can it be removed, and brought back', async () => {
    const office = await company(await open())
    const browser = await office.as('author')
    const ana = await writing(browser)
    await ana.publish('production', 0)
    expect((await browser('DELETE', ana.path)).body).toMatchObject({ code: 'in_use' })
    expect((await ana.unpublish('production')).body.publications).toEqual([])
    await ana.unpublish('production')
    expect(await revOf(office, 'production')).toBe(3)

    expect((await browser('DELETE', ana.path)).status).toBe(204)
    expect((await browser('GET', ana.path)).status).toBe(404)
    expect((await browser('POST', `${ana.path}/restore`)).body).toMatchObject({ id: 'primeira-venda' })
    await ana.publish('production', 0)
    expect(await revOf(office, 'production')).toBe(4)
  })

  test('a copy starts unpublished under its own name, and a draft can go back to an earlier version', async () => {
    const browser = await (await company(await open())).as('author')
    const ana = await writing(browser)
    await ana.publish('production', 0)
    await ana.save(0, tour('Abra o caixa', 'Venda'))
    const copy = await browser<Experience>('POST', `${ana.path}/duplicate`)
    expect(copy.body).toMatchObject({
      id: 'primeira-venda-2',
      publications: [],
      draft: { name: 'Primeira venda (2)' },
    })
    const reverted = await browser<Experience>('POST', `${ana.path}/revert`, { version: 1, revision: 1 })
    expect(reverted.body).toMatchObject({ revision: 2, draft: { steps: [{ id: 'passo-1' }] } })
    expect((await browser('POST', `${ana.path}/revert`, { version: 9, revision: 2 })).status).toBe(404)
  })

  test('two publications at the same moment make one version', async () => {
    const office = await company(await open())
    const ana = await writing(await office.as('author'))
    await Promise.all([ana.publish('production', 0), ana.publish('staging', 0), ana.publish('production', 0)])
    expect(await ana.versions()).toMatchObject([{ version: 1, environments: ['production', 'staging'] }])
    expect(await revOf(office, 'production')).toBe(2)
  })

  test('a body that nests without end is refused before anything recurses into it', async () => {
    const ana = await (await company(await open())).as('author')
    const deep = JSON.parse(`${'{"not":'.repeat(60)}{"online":true}${'}'.repeat(60)}`)
    expect((await ana('POST', '/api/experiences', { ...tour('x'), audience: deep })).status).toBe(400)
  })
})
