import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Code, Desk, Door, Opened, Segments, VerdictHere } from '#contract/authoring'
import type { Problem } from '#contract/errors'
import type { Experience } from '#contract/library'
import { company } from '../auth/testing'
import type { Database } from '../db/database'
import { forEachDialect } from '../db/testing'

const POS = 'https://caixa.example'
const VERIFIER = `${'v'.repeat(42)}1`
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

const tour = (...titles: string[]) => ({
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: titles.map((title, i) => ({
    id: `passo-${i + 1}`,
    title: { 'pt-BR': title, en: title },
    body: [],
    advance: { on: 'button' },
  })),
})

/** Ana has a tour, the till runs at its registered address, and her page there can ask the API. */
async function counter(db: Database) {
  const office = await company(db)
  const { environments } = db.tables
  await db.update(environments).set({ appUrl: `${POS}/inicio` })
  const ana = await office.as('author')
  await ana('POST', '/api/experiences', tour('Abra o caixa'))

  const ask = (changes: Record<string, unknown> = {}, by = ana) =>
    by<Code>('POST', '/api/authoring/codes', {
      key: 'pk_production',
      experience: 'primeira-venda',
      origin: POS,
      challenge: challengeOf(VERIFIER),
      ...changes,
    })
  const send = async <T>(
    method: string,
    path: string,
    { body, token, origin = POS }: { body?: unknown; token?: string; origin?: string } = {},
  ) => {
    const answer = await office.app.request(`/v1/authoring/${path}`, {
      method,
      headers: {
        origin,
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      body: (text ? JSON.parse(text) : null) as T,
      allowed: answer.headers.get('access-control-allow-origin'),
    }
  }
  const exchange = (code: string, { verifier = VERIFIER, origin = POS } = {}) =>
    send<Opened>('POST', 'token', { body: { code, verifier }, origin })
  /** Ana at work on the running application. */
  const opened = async () => (await exchange((await ask()).body.code)).body
  const draft = (token: string, origin = POS) => send<Desk>('GET', 'draft', { token, origin })
  const save = (token: string, revision: number, draft: unknown, origin = POS) =>
    send<Experience>('PUT', 'draft', { token, origin, body: { revision, draft } })
  return { ...office, ana, ask, send, exchange, opened, draft, save }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

forEachDialect('authoring on the running application', (open) => {
  test('Ana comes from the console with a code, and reads and saves her draft', async () => {
    const { opened, draft, save } = await counter(await open())
    const { token, desk } = await opened()
    expect(desk).toMatchObject({
      author: 'Ana',
      environment: { name: 'production' },
      experience: { id: 'primeira-venda', revision: 0 },
    })
    expect(desk.consoleUrl).toMatch(/\/contents\/primeira-venda$/)
    const saved = await save(token, 0, tour('Abra o caixa', 'Venda'))
    expect(saved).toMatchObject({ status: 200, body: { revision: 1, updatedBy: 'Ana' }, allowed: POS })
    expect((await draft(token)).body.experience.draft).toMatchObject({ steps: [{}, {}] })
  })

  test('the door is told by the API, so no address is ever read from the page’s own', async () => {
    const { send } = await counter(await open())
    const { body } = await send<Door>('GET', 'door?key=pk_production')
    expect(body.url).toMatch(/^http.*\/authoring$/)
    expect(await send('GET', 'door?key=pk_nobody')).toMatchObject({ status: 404 })
  })

  test('a code is good once; a second try also ends what the first one opened', async () => {
    const { ask, exchange, draft } = await counter(await open())
    const { code } = (await ask()).body
    const { token } = (await exchange(code)).body
    expect((await draft(token)).status).toBe(200)
    expect((await exchange(code)).status).toBe(401)
    expect((await draft(token)).status).toBe(401)
  })

  test('a code is good for a minute', async () => {
    const { services, ask, exchange } = await counter(await open())
    const [inTime, late] = [(await ask()).body.code, (await ask()).body.code]
    services.clock.now += MINUTE - 1
    expect((await exchange(inTime)).status).toBe(201)
    services.clock.now += 2
    expect((await exchange(late)).status).toBe(401)
  })

  test('a code alone is worth nothing: the verifier and the address must be its own', async () => {
    const { ask, exchange } = await counter(await open())
    const stolen = (await ask()).body.code
    expect((await exchange(stolen, { verifier: 'w'.repeat(43) })).status).toBe(401)
    const carried = (await ask()).body.code
    expect((await exchange(carried, { origin: 'https://caixa.example.evil.example' })).status).toBe(401)
    expect((await exchange(carried)).status).toBe(401)
  })

  test('a code is bound to its environment: neither its address nor its people are another one’s', async () => {
    const db = await open()
    const { till, ask, exchange, send } = await counter(db)
    const { environments } = db.tables
    const rehearsal = 'https://ensaio.caixa.example'
    await db.update(environments).set({ appUrl: rehearsal }).where(eq(environments.id, 'staging'))
    expect((await ask({ key: 'pk_staging' })).status).toBe(403)
    expect((await ask({ origin: rehearsal })).status).toBe(403)
    const staged = { key: 'pk_staging', origin: rehearsal }
    expect((await exchange((await ask(staged)).body.code)).status).toBe(401)
    const opened = await exchange((await ask(staged)).body.code, { origin: rehearsal })
    expect(opened).toMatchObject({ status: 201, body: { desk: { environment: { kind: 'staging' } } } })
    await till('lurdes', 'mercearia')
    const { token } = opened.body
    const body = { who: { user: 'lurdes' } }
    const there = await send<VerdictHere[]>('POST', 'why', { token, origin: rehearsal, body })
    expect(there).toMatchObject({ status: 200, body: [] })
    expect(await send('POST', 'why', { token, body })).toMatchObject({ status: 403, allowed: null })
  })

  test('no code for an address that is not exactly the registered one', async () => {
    const { ask } = await counter(await open())
    const others = {
      'another host': 'https://evil.example',
      'another port': 'https://caixa.example:8443',
      'without encryption': 'http://caixa.example',
      'a path behind it': 'https://caixa.example/',
      'no origin at all': 'null',
    }
    for (const [how, origin] of Object.entries(others))
      expect([how, (await ask({ origin })).body]).toMatchObject([how, { code: 'forbidden' }])
  })

  test('no code without an address of the application, for a viewer, a stranger’s key or what is not there', async () => {
    const db = await open()
    const office = await counter(db)
    expect((await office.ask({}, await office.as('viewer'))).status).toBe(403)
    expect((await office.ask({}, office.visit())).status).toBe(401)
    expect((await office.ask({ key: 'pk_other' })).status).toBe(404)
    expect((await office.ask({ experience: 'outra' })).status).toBe(404)
    expect((await office.ask({ challenge: 'short' })).status).toBe(422)
    await db.update(db.tables.environments).set({ appUrl: null })
    expect((await office.ask()).status).toBe(403)
  })

  test('a token opens the one draft it was made for, from the one address', async () => {
    const { ana, opened, draft, save, app } = await counter(await open())
    await ana('POST', '/api/experiences', { ...tour('Outra'), name: 'Outro passeio' })
    const { token } = await opened()
    const elsewhere = await draft(token, 'https://evil.example')
    expect(elsewhere).toMatchObject({ status: 403, allowed: null })
    expect((await save(token, 0, tour('x'), 'https://evil.example')).status).toBe(403)
    expect((await draft('x'.repeat(43))).status).toBe(401)
    const doors = [
      ['GET', '/api/me'],
      ['GET', '/api/experiences'],
      ['GET', '/api/experiences/outro-passeio'],
      ['PUT', '/api/experiences/outro-passeio/draft'],
      ['PUT', '/api/experiences/primeira-venda/draft'],
      ['POST', '/api/experiences/primeira-venda/publish'],
      ['DELETE', '/api/experiences/primeira-venda'],
    ] as const
    const headers = {
      authorization: `Bearer ${token}`,
      origin: 'http://localhost',
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ environment: 'production', revision: 0 })
    for (const [method, path] of doors) {
      const { status } = await app.request(path, { method, headers, ...(method !== 'GET' && { body }) })
      expect([path, status]).toEqual([path, 401])
    }
  })

  test('a token rests after two hours without a call, and after a shift in any case', async () => {
    const { services, opened, draft } = await counter(await open())
    const { token } = await opened()
    for (let hours = 1.5; hours < 12; hours += 1.5) {
      services.clock.now += 1.5 * HOUR
      expect((await draft(token)).status).toBe(200)
    }
    services.clock.now += 1.5 * HOUR + 1
    expect((await draft(token)).status).toBe(401)
    const { token: idle } = await opened()
    services.clock.now += 2 * HOUR + 1
    expect((await draft(idle)).status).toBe(401)
  })

  test('who leaves the company, or may only read from now on, is out with the next call', async () => {
    const { as, ids, opened, draft, ask, exchange } = await counter(await open())
    const { token } = await opened()
    const waiting = (await ask()).body.code
    const olga = await as('owner')
    await olga('PATCH', `/api/members/${ids.author}`, { role: 'viewer' })
    expect((await draft(token)).status).toBe(403)
    expect((await exchange(waiting)).status).toBe(401)
    await olga('PATCH', `/api/members/${ids.author}`, { role: 'author' })
    expect((await draft(token)).status).toBe(200)
    await olga('DELETE', `/api/members/${ids.author}`)
    expect((await draft(token)).status).toBe(401)
  })

  test('whoever saves second is given what stands there now, in the console and on the application', async () => {
    const { as, opened, save } = await counter(await open())
    const { token } = await opened()
    const olga = await as('owner')
    await olga('PUT', '/api/experiences/primeira-venda/draft', { revision: 0, draft: tour('De Olga') })
    const late = await save(token, 0, tour('De Ana'))
    expect(late).toMatchObject({ status: 409, allowed: POS })
    expect(late.body as unknown as Problem).toMatchObject({
      code: 'conflict',
      current: { revision: 1, updatedBy: 'Olga', draft: { steps: [{ title: { en: 'De Olga' } }] } },
    })
    const again = await olga('PUT', '/api/experiences/primeira-venda/draft', {
      revision: 0,
      draft: tour('De Olga, outra vez'),
    })
    expect(again.body).toMatchObject({ code: 'conflict', current: { revision: 1 } })
  })

  test('a wrong draft is refused with its fields, and a removed one is gone', async () => {
    const { ana, opened, save, draft } = await counter(await open())
    const { token } = await opened()
    expect(await save(token, 0, { ...tour('x'), html: '<b>' })).toMatchObject({ status: 422, allowed: POS })
    await ana('DELETE', '/api/experiences/primeira-venda')
    expect((await draft(token)).status).toBe(404)
  })

  test('Ana asks on the till whether a segment would see her draft, and is told names and reasons but no traits', async () => {
    const { ana, till, opened, send } = await counter(await open())
    const owners = { user: { papel: 'dono' } }
    const draft = tour('Abra o caixa')
    const [step] = draft.steps
    const sold = { milestone: 'primeira_venda', reached: false }
    const variants = [{ when: owners, title: { 'pt-BR': 'Abra você' }, body: [] }]
    const meets = (other: boolean) => [{ id: step!.id, shows: true, variants: [other] }]
    await ana('PUT', '/api/experiences/primeira-venda/draft', {
      revision: 0,
      draft: { ...draft, audience: { all: [owners] }, steps: [{ ...step, when: sold, variants }] },
    })
    await ana('POST', '/api/segments', { name: 'Centro', condition: { account: { bairro: 'centro' } } })
    const shop = { bairro: 'centro' }
    await till('lurdes', 'mercearia', { user: { papel: 'dono' }, account: shop })
    await till('maria', 'mercearia', { user: { papel: 'caixa' }, account: shop })
    await till('joao', 'padaria')
    const { token } = await opened()

    expect((await send<Segments>('GET', 'segments', { token })).body).toEqual([
      { id: 'centro', name: 'Centro' },
    ])
    const ask = (who: object) => send<VerdictHere[]>('POST', 'why', { token, body: { who } })
    const { body, allowed } = await ask({ segment: 'centro' })
    expect(allowed).toBe(POS)
    expect(Object.fromEntries(body.map(({ person, ...verdict }) => [person.id, verdict]))).toEqual({
      lurdes: { decision: { show: true }, rules: [{ holds: true }], steps: meets(true) },
      maria: {
        decision: { show: false, because: 'audience' },
        rules: [{ holds: false }],
        steps: meets(false),
      },
    })
    expect(JSON.stringify(body)).not.toContain('papel')
    expect((await ask({ user: 'joao' })).body).toMatchObject([{ person: { id: 'joao' } }])
    expect(await send('POST', 'why', { body: { who: { user: 'joao' } } })).toMatchObject({ status: 401 })
    const other = { experience: 'outro', who: { user: 'joao' } }
    expect(await send('POST', 'why', { token, body: other })).toMatchObject({ status: 422 })
  })

  test('browsers may ask beforehand under /v1/authoring, and nowhere else', async () => {
    const { app } = await counter(await open())
    const before = (path: string) =>
      app.request(path, {
        method: 'OPTIONS',
        headers: { origin: POS, 'access-control-request-method': 'PUT' },
      })
    const allowed = await before('/v1/authoring/draft')
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization')
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT')
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
    const { headers } = await before('/api/experiences')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
