import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from './sqlite'

test('two servers on one file: what one has written the other sees at its next request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trilha-'))
  const [one, other] = [0, 1].map(() => openSqlite(join(folder, 'trilha.db')))
  const names = async () => (await other!.select().from(other!.tables.workspaces)).map(({ name }) => name)
  expect(await names()).toEqual([])
  await one!.insert(one!.tables.workspaces).values({ id: 'a', name: 'Lurdes', createdAt: 1 })
  // Requests come with turns of the event loop.
  await new Promise((resolve) => setImmediate(resolve))
  expect(await names()).toEqual(['Lurdes'])
  await one!.close()
  await other!.close()
  rmSync(folder, { recursive: true, force: true })
})
