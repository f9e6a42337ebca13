import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../db/database'
import { openDatabase } from '../db/open'
import { readSettings } from '../env'
import { makeEnvironment } from '../environments/testing'
import { type Aside, inPlace, inThread } from './aside'

// A thread loads its own copy of everything: seconds on a machine that has other things to do.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

// Beside the packages it imports.
const built = mkdtempSync(join(process.cwd(), 'node_modules', '.aside-'))
const file = join(built, 'thread.js')
const opened: Array<() => Promise<void>> = []

beforeAll(() =>
  build({
    entryPoints: ['api/src/aside/thread.ts'],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  }),
)
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})
afterAll(() => rmSync(built, { recursive: true }))

async function shopBeside(): Promise<{ db: Database; aside: Aside }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilha-'))
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: '' })
  const db = await openDatabase(settings)
  const aside = inThread(file, settings)
  opened.push(
    async () => rmSync(dataDir, { recursive: true }),
    () => db.close(),
    () => aside.close(),
  )
  return { db, aside }
}

const everybody = {
  condition: { all: [{ user: { papel: 'dono' } }] },
  environment: 'e',
  now: 0,
  segments: new Map(),
}
const person = (id: string) => ({
  environment: 'e',
  id,
  account: '',
  name: id,
  search: id,
  traits: { papel: 'dono' },
  verified: false,
  firstSeenAt: 1,
  lastSeenAt: 1,
})

test('the thread beside answers what this one would, with all that has been written until then', async () => {
  const { db, aside } = await shopBeside()
  await makeEnvironment(db)
  for (const name of ['maria', 'joao']) {
    await db.insert(db.tables.users).values(person(name))
    const answer = await aside.ask('segmentPreview', everybody)
    expect(answer).toEqual(await inPlace(db).ask('segmentPreview', everybody))
    expect(answer.users.matched).toBe(name === 'maria' ? 1 : 2)
  }
})

test('a question that fails is the asker’s alone, and the next one is answered', async () => {
  const { aside } = await shopBeside()
  const spoilt = { ...everybody, condition: { segment: 'donos' }, segments: null as never }
  const [failed, good] = await Promise.allSettled([
    aside.ask('segmentPreview', spoilt),
    aside.ask('segmentPreview', everybody),
  ])
  expect(failed.status).toBe('rejected')
  expect(good.status).toBe('fulfilled')
})

test('a thread that cannot start fails those who wait, and keeps none of them', async () => {
  const settings = readSettings({ DATA_DIR: join(built, 'nowhere'), DATABASE_URL: '' })
  const aside = inThread(file, settings)
  for (const _ of ['once', 'again'])
    await expect(aside.ask('segmentPreview', everybody)).rejects.toThrow(/directory|unable to open/i)
  await aside.close()
})

test('more than can be answered soon is refused at once', async () => {
  const { aside } = await shopBeside()
  const asked = Array.from({ length: 32 }, () => aside.ask('segmentPreview', everybody))
  expect(() => aside.ask('segmentPreview', everybody)).toThrow('unavailable')
  await Promise.all(asked)
  await expect(aside.ask('segmentPreview', everybody)).resolves.toBeDefined()
})
