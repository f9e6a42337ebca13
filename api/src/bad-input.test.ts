import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors } from '#contract/errors'
import { company, cookiesOf, PASSWORD, people } from './auth/testing'
import { freshSqlite } from './db/testing'
import { management } from './management'

// Whatever comes in at whichever door: never an error of ours, and always an answer that a program can read.

let office: Awaited<ReturnType<typeof company>>
let remove: () => Promise<void>
let cookie: string
let doors: Array<[method: string, path: string]>

const forTills: typeof doors = [
  ['POST', '/v1/pk_production/boot'],
  ['POST', '/v1/pk_production/events'],
  ['GET', '/v1/pk_production/content/:id'],
  ['GET', '/v1/pk_production/pulse'],
  ['POST', '/v1/:id/boot'],
  ['POST', '/api/track'],
]

/** Behind an author's token, and before it. */
const forAuthors: typeof doors = [
  ['GET', '/v1/authoring/door?key=:id'],
  ['POST', '/v1/authoring/token'],
  ['GET', '/v1/authoring/draft'],
  ['PUT', '/v1/authoring/draft'],
  ['GET', '/v1/authoring/segments'],
  ['POST', '/v1/authoring/why'],
]
const POS = 'https://caixa.example'

/** The owner at work on the running application, as the editor overlay is. */
async function openDraft(): Promise<string> {
  const { app, services } = office
  await services.db.update(services.db.tables.environments).set({ appUrl: POS })
  const post = async (path: string, headers: Record<string, string>, body: object) => {
    const answer = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as Record<string, string>
  }
  const owner = { cookie, origin: 'http://localhost' }
  const tour = { kind: 'tour', name: 'Tour', audience: { all: [] }, trigger: { on: 'load' }, frequency: {} }
  const step = { id: 'a', title: { 'pt-BR': 'A' }, body: [], advance: { on: 'button' } }
  const { id } = await post('/api/experiences', owner, { ...tour, steps: [step] })
  const verifier = 'v'.repeat(43)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const asked = { key: 'pk_production', experience: id, origin: POS, challenge }
  const { code } = await post('/api/authoring/codes', owner, asked)
  return (await post('/v1/authoring/token', { origin: POS }, { code: code!, verifier })).token!
}

beforeAll(async () => {
  const fresh = await freshSqlite()
  remove = fresh.remove
  office = await company(fresh.database)
  const { headers } = await office.app.request('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ email: people.owner.email, password: PASSWORD }),
  })
  cookie = cookiesOf(headers)
  doors = management(office.services)
    // Signing in hashes a password each time, and signing out ends the session of this test.
    .routes.filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/sign-'))
    .map(({ method, path }) => [method, `/api${path.replace('/:env', '/production')}`] as [string, string])
    .concat(forTills)
})
afterAll(() => remove())

const deep = (n: number) => '['.repeat(n) + ']'.repeat(n)
const odd = fc.oneof(
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.constantFrom(
    '',
    '..',
    '%00',
    '\u0000',
    '\ud800',
    '__proto__',
    "' or 1=1 --",
    '🧀',
    'x'.repeat(5000),
    '-1',
    '1e999',
  ),
)
/** Shapes that are nearly right get further in than noise does. */
const nearly = fc.record(
  {
    name: fc.oneof(odd, fc.constant('Tour')),
    kind: fc.constantFrom('tour', 'checklist', 'x'),
    revision: fc.constantFrom(0, -1, 1.5, 1e21),
    draft: fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant({ kind: 'tour', steps: [{}] })),
    condition: fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({ event: odd, where: fc.dictionary(odd, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }) }),
      fc.record({ account: fc.dictionary(odd, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }) }),
    ),
    environment: fc.constantFrom('production', 'nowhere'),
    ids: fc.array(odd, { maxLength: 3 }),
    device: fc.constantFrom('caixa-numero-1', 'x'),
    sentAt: fc.constantFrom(1, 1e13, 1e300),
    sdk: odd,
    locale: odd,
    user: fc.oneof(
      odd,
      fc.record({ id: odd, traits: fc.dictionary(odd, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }) }),
    ),
    actors: fc.array(fc.record({ user: odd, account: odd, grant: odd, token: odd }, { requiredKeys: [] }), {
      maxLength: 2,
    }),
    events: fc.array(
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.record({
          id: fc.oneof(odd, fc.constant('0199a5f0-0000-7000-8000-000000000001')),
          name: fc.oneof(odd, fc.constantFrom('tour.step_seen', 'tour.step_missing')),
          at: fc.constantFrom(1, 1_790_000_000_000, 9e13),
          seq: fc.constantFrom(0, -1),
          actor: fc.constantFrom(0, 1, 1e9),
          properties: fc.dictionary(
            fc.oneof(odd, fc.constantFrom('experience', 'run', 'version', 'step')),
            fc.jsonValue({ maxDepth: 2 }),
            { maxKeys: 4 },
          ),
        }),
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  { weight: 6, arbitrary: nearly.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '{', 'null', '"x"', deep(100), deep(20_000), `{"a":${deep(5000)}}`),
  },
  { weight: 1, arbitrary: odd },
)
const type = fc.constantFrom(
  'application/json',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  '',
  'x',
)

const call = (
  method: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
) =>
  office.app.request(path, {
    method,
    headers: { cookie, origin: 'http://localhost', ...headers },
    ...(method !== 'GET' && method !== 'DELETE' && { body }),
  })

async function isProblem(answer: Response, what: string) {
  expect(answer.status, what).toBeLessThan(500)
  if (answer.status < 400) return
  expect(answer.headers.get('content-type'), what).toBe('application/problem+json')
  expect(Object.keys(errors), what).toContain(((await answer.json()) as { code: string }).code)
}

test('whatever is sent to whichever door is served or refused with a code, and is never an error of ours', async () => {
  const met = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.nat(), odd, odd, body, type, async (n, id, query, sent, contentType) => {
      const [method, path] = doors[n % doors.length]!
      const of = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))
      const address = `${path.replace(/:[a-z]+/g, of(id) || 'x')}?search=${of(query)}&cursor=${of(query)}&days=${of(id)}&limit=${of(id)}`
      const answer = await call(method, address, sent, { 'content-type': contentType })
      met.add(answer.status)
      await isProblem(answer, `${method} ${address} ${sent}`)
    }),
    { numRuns: 400 },
  )
  // It did come in: served, read and refused, and not only turned away.
  expect([...met]).toEqual(expect.arrayContaining([200, 400, 404, 422]))
  expect(met).not.toContain(401)
}, 120_000)

test('an author’s page is served or refused with a code, with her token and without', async () => {
  const authorization = `Bearer ${await openDraft()}`
  const passes = fc.constantFrom<Record<string, string>>(
    { authorization, origin: POS },
    { authorization, origin: 'https://evil.example' },
    { authorization: 'Bearer', origin: POS },
    { authorization: `Basic ${'x'.repeat(5000)}` },
    { origin: 'null' },
  )
  const exchange = fc.record({ code: odd, verifier: odd }).map((value) => JSON.stringify(value))
  const whom = fc.record({ who: fc.oneof(fc.record({ user: odd }), fc.record({ segment: odd }), odd) })
  const sent = fc.oneof(
    body,
    exchange,
    whom.map((value) => JSON.stringify(value)),
  )
  const met = new Set<number>()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forAuthors),
      odd,
      sent,
      type,
      passes,
      async (door, id, text, as, pass) => {
        const [method, path] = door
        const address = path.replace(':id', encodeURIComponent(id.replace(/\p{Cs}/gu, '')))
        const answer = await call(method, address, text, { cookie: '', 'content-type': as, ...pass })
        met.add(answer.status)
        await isProblem(answer, `${method} ${address} ${JSON.stringify(pass)} ${text}`)
        // Only the page that the token was made for may read what lies behind it.
        if (pass.origin === 'https://evil.example' && !/door|token/.test(path))
          expect(answer.status, address).toBe(403)
      },
    ),
    { numRuns: 300 },
  )
  expect([...met]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 422]))
}, 120_000)

test('what is packed, endless or far too large is refused at the door', async () => {
  const bomb = gzipSync('['.repeat(50_000_000))
  for (const [method, path] of [...doors, ...forAuthors]) {
    if (method === 'GET' || method === 'DELETE') continue
    const address = path.replace(/:[a-z]+/g, 'x')
    const json = { 'content-type': 'application/json' }
    // Nothing here unpacks: to a reader of JSON it is noise.
    const packed = await call(method, address, bomb, { ...json, 'content-encoding': 'gzip' })
    await isProblem(packed, `${method} ${address} packed`)
    expect(packed.status).toBeGreaterThanOrEqual(400)
    const large = await call(method, address, 'x'.repeat(600_000), json)
    await isProblem(large, `${method} ${address} large`)
    expect(large.status).toBeGreaterThanOrEqual(400)
  }
}, 120_000)
