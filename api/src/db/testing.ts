import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, describe, inject } from 'vitest'
import type { Database } from './database'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'

/** Making a PostgreSQL database takes seconds on a machine that has other things to do. */
const TIMEOUT_MS = 30_000

/** Gives a fresh, migrated, empty database; it is closed and removed after the test that asked for it. */
export type Open = () => Promise<Database>

/** Runs one suite on both databases. A PostgreSQL that cannot be had fails it: nothing is skipped. */
export function forEachDialect(name: string, suite: (open: Open) => void) {
  for (const [engine, open] of [
    ['SQLite', freshSqlite],
    ['PostgreSQL', freshPostgres],
  ] as const)
    describe(`${name} on ${engine}`, { timeout: TIMEOUT_MS }, () => {
      const opened: Array<() => Promise<void>> = []
      afterEach(async () => {
        for (const close of opened.splice(0)) await close()
      })
      suite(async () => {
        const { database, remove } = await open()
        opened.push(remove)
        return database
      })
    })
}

export async function freshSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'trilha-'))
  const database = openSqlite(join(folder, 'trilha.db'), { watched: true })
  const remove = async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, remove }
}

export async function freshPostgres() {
  const server = inject('postgres')
  if (!('url' in server))
    throw new Error(
      `no PostgreSQL to test on: ${'failed' in server ? server.failed : 'it was not started for this run'}`,
    )
  const name = `trilha_${randomBytes(6).toString('hex')}`
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template trilha_template`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href, { connections: 4 })
  const remove = async () => {
    await database.close()
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  }
  return { database, remove }
}
