import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jwtVerify } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { api } from './api.ts'
import { startDemo } from './demo.ts'
import { openOperators } from './operators.ts'
import { withSnippet } from './page.ts'

const SECRET = 'a secret for these tests, long enough'
const key = new TextEncoder().encode(SECRET)
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'caixa-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

const backEnd = (dataDir = folder()) => api(openOperators(dataDir), SECRET)
const post = (app: ReturnType<typeof backEnd>, path: string, body: unknown, token = '') =>
  app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  })
const signIn = async (app: ReturnType<typeof backEnd>, operator: string, pin: string, shop = 'dona-lurdes') =>
  post(app, '/token', { shop, operator, pin })
const tokenOf = async (answer: Response) => ((await answer.json()) as { token: string }).token
const ana = { id: 'lurdes-k3f9', name: 'Ana Dias', role: 'caixa', pin: '8642' }

test('Maria’s PIN gives her a token for her shop and one shift', async () => {
  const { payload } = await jwtVerify(await tokenOf(await signIn(backEnd(), 'lurdes-maria', '1234')), key)
  expect(payload).toMatchObject({ sub: 'lurdes-maria', account: 'dona-lurdes', traits: { papel: 'dono' } })
  expect(payload.exp! - payload.iat!).toBe(8 * 60 * 60)
})

test('a wrong PIN, another shop and an unknown operator get no token', async () => {
  const app = backEnd()
  expect((await signIn(app, 'lurdes-maria', '9999')).status).toBe(401)
  expect((await signIn(app, 'lurdes-maria', '1234', 'brasa-viva')).status).toBe(401)
  expect((await signIn(app, 'nobody', '1234')).status).toBe(401)
})

test('guessing a PIN is stopped after six tries, for that operator only', async () => {
  const app = backEnd()
  for (let tries = 0; tries < 6; tries++) expect((await signIn(app, 'lurdes-maria', '0000')).status).toBe(401)
  expect((await signIn(app, 'lurdes-maria', '1234')).status).toBe(429)
  expect((await signIn(app, 'lurdes-joao', '2345')).status).toBe(200)
})

test('an operator created by the owner signs in after a restart', async () => {
  const dataDir = folder()
  const app = backEnd(dataDir)
  const owner = await tokenOf(await signIn(app, 'lurdes-maria', '1234'))
  expect((await post(app, '/operators', ana, owner)).status).toBe(201)
  expect((await post(app, '/operators', ana, owner)).status).toBe(200)
  expect((await signIn(backEnd(dataDir), ana.id, ana.pin)).status).toBe(200)
})

test('a cashier and a forged token create nobody', async () => {
  const app = backEnd()
  const cashier = await tokenOf(await signIn(app, 'lurdes-joao', '2345'))
  expect((await post(app, '/operators', ana, cashier)).status).toBe(403)
  expect((await post(app, '/operators', ana, 'x.y.z')).status).toBe(403)
})

test('nobody takes over an operator of another shop', async () => {
  const app = backEnd()
  const owner = await tokenOf(await signIn(app, 'lurdes-maria', '1234'))
  expect((await post(app, '/operators', { ...ana, id: 'brasa-lia' }, owner)).status).toBe(409)
})

test('the snippet goes where the page says, untouched', () => {
  expect(withSnippet('<head><!-- trilha --></head>', '<script>"$&"</script>')).toBe(
    '<head><script>"$&"</script></head>',
  )
  expect(() => withSnippet('<head></head>', '')).toThrow('no place')
})

test('a taken port is named in one sentence, with the setting that changes it', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port)),
  )
  const given = { port, dataDir: folder(), built: folder() }
  writeFileSync(join(given.built, 'index.html'), '<!-- trilha -->')
  const start = startDemo({ ...given, trilhaOrigin: '', publicKey: '', identitySecret: SECRET, snippet: '' })
  await expect(start).rejects.toThrow(`Port ${port} is taken: another program listens there. Choose another`)
  other.close()
})
