import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from './app'
import type { Database } from './db/database'
import { freshSqlite } from './db/testing'
import { readSettings, SettingsError } from './env'
import { makeEnvironment } from './environments/testing'
import { startApi } from './server'
import { testServices } from './testing'

describe('settings', () => {
  test('nothing set is a good setting, and an empty one is not set', () => {
    expect(readSettings({ PORT: '', HOST: '' })).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '.data',
      publicUrl: 'http://localhost:4000',
      demoUrl: 'http://localhost:4001',
    })
  })

  test.each([
    [{ PORT: '99999' }, 'The setting PORT cannot be "99999"'],
    [{ PORT: 'http' }, 'The setting PORT cannot be "http"'],
    [{ DATABASE_URL: 'mysql://x' }, 'must begin with postgres://'],
    [{ PUBLIC_URL: 'loja.example' }, 'The setting PUBLIC_URL'],
  ])('%o is refused in one sentence that names it', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(SettingsError)
    expect(() => readSettings(env)).toThrow(sentence)
  })

  test('a secret that is too short is refused without being printed', () => {
    expect(() => readSettings({ AUTH_SECRET: 'curto' })).toThrow(
      /^The setting AUTH_SECRET must have at least 32/,
    )
  })
})

describe('starting and stopping', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trilha-start-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const settings = (env: Record<string, string> = {}) =>
    readSettings({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...env })

  test('it listens, answers, stops, and keeps its data for the next start', async () => {
    const first = await startApi(settings())
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    await makeEnvironment(first.services.db)
    await first.stop()
    await expect(fetch(`${first.url}/readyz`)).rejects.toThrow()
    const second = await startApi(settings())
    expect((await fetch(`${second.url}/v1/pk_teste/pulse`)).status).toBe(200)
    await second.stop()
  })

  test('a taken port is one clear sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(startApi(settings({ PORT: String(port) }))).rejects.toThrow(`Port ${port} is taken.`)
    await new Promise((resolve) => other.close(resolve))
  })

  test('a data folder that cannot be is one clear sentence', async () => {
    writeFileSync(join(folder, 'file'), '')
    if (process.platform === 'linux')
      await expect(startApi(settings({ DATA_DIR: '/proc/x' }))).rejects.toThrow(/DATA_DIR/)
    await expect(startApi(settings({ DATA_DIR: join(folder, 'file', 'data') }))).rejects.toThrow(
      /cannot be written/,
    )
  })

  test('a database that does not answer is one clear sentence', async () => {
    const nowhere = settings({ DATABASE_URL: 'postgres://127.0.0.1:1/trilha' })
    await expect(startApi(nowhere)).rejects.toThrow('Cannot open the database of DATABASE_URL')
  })
})

describe('the addresses', () => {
  let database: Database
  let remove: () => Promise<void>
  let dist: string
  beforeEach(async () => {
    ;({ database, remove } = await freshSqlite())
    dist = mkdtempSync(join(tmpdir(), 'trilha-dist-'))
    for (const part of ['console/assets', 'sdk/chunks']) mkdirSync(join(dist, part), { recursive: true })
    writeFileSync(
      join(dist, 'console/index.html'),
      '<script>start()</script><script src="/assets/x.js"></script>',
    )
    writeFileSync(join(dist, 'console/assets/index-AbCd1234.js'), 'console')
    writeFileSync(join(dist, 'sdk/trilha.js'), 'script')
    writeFileSync(join(dist, 'sdk/trilha.js.gz'), gzipSync('script'))
    writeFileSync(join(dist, 'sdk/chunks/tour-AbCd1234.js'), 'tour')
    writeFileSync(join(dist, 'secret.txt'), 'secret')
  })
  afterEach(async () => {
    await remove()
    rmSync(dist, { recursive: true, force: true })
  })
  const open = (more = {}) => createApp(testServices(database, { distDir: dist, ...more }))

  test('the script is short-lived and its hashed parts are for ever, for any page, packed where possible', async () => {
    const app = open()
    const entry = await app.request('/sdk/trilha.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(entry.headers.get('content-encoding')).toBe('gzip')
    expect(entry.headers.get('cache-control')).toContain('max-age=300')
    expect(entry.headers.get('access-control-allow-origin')).toBe('*')
    const plain = await app.request('/sdk/trilha.js')
    expect(await plain.text()).toBe('script')
    expect(plain.headers.get('content-encoding')).toBeNull()
    const chunk = await app.request('/sdk/chunks/tour-AbCd1234.js')
    expect(chunk.headers.get('cache-control')).toContain('immutable')
  })

  test('every address without a file is a page of the console, but a missing file stays missing', async () => {
    const app = open()
    for (const path of ['/', '/conteudos', '/lojas/dona-lurdes']) {
      const page = await app.request(path)
      expect(page.status).toBe(200)
      expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+'/)
    }
    for (const path of ['/assets/old-12345678.js', '/sdk/nothing.js', '/../secret.txt', '/%2e%2e/secret.txt'])
      expect((await app.request(path)).status).toBe(404)
  })

  test('a till that asks while a build has the script removed still gets it, and the new one right after', async () => {
    const app = open()
    const script = async () => (await app.request('/sdk/trilha.js')).text()
    expect(await script()).toBe('script')
    rmSync(join(dist, 'sdk'), { recursive: true })
    expect(await script()).toBe('script')
    mkdirSync(join(dist, 'sdk'))
    writeFileSync(join(dist, 'sdk/trilha.js'), 'new script')
    expect(await script()).toBe('new script')
  })

  test('an unknown address of the API is a problem, never the page', async () => {
    const response = await open().request('/api/nothing/here')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('a till’s page may ask first: the preflight is answered for any origin and remembered', async () => {
    const response = await open().request('/v1/pk_teste/events', {
      method: 'OPTIONS',
      headers: { origin: 'https://loja.example', 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('access-control-max-age')).toBe('86400')
  })

  test('one address that asks too often is told when to come back; the numbers show what was stored', async () => {
    await makeEnvironment(database)
    const app = open({ rateLimit: 3 })
    const ask = () =>
      app.request('/v1/pk_teste/pulse', { headers: { 'x-forwarded-for': String(Math.random()) } })
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 200])
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await (await app.request('/metrics')).text()).toContain('trilha_commits_waiting 0')
  })
})
