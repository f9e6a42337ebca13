import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { SIGN_IN, seed } from '../api/seed/seed'
import { readSettings } from '../api/src/env'
import { type Api, startApi } from '../api/src/server'

const PASSWORD = 'uma frase para testes'

interface Console {
  /** A workspace of its own per worker: the real API with the seed, serving the built console. */
  api: Api
  ana: Page
}

/** Opens the console as Ana, who owns the workspace. */
export const test = base.extend<Pick<Console, 'ana'>, Pick<Console, 'api'>>({
  api: [
    async ({ playwright: _ }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'trilha-console-'))
      const api = await startApi(
        readSettings({ PORT: '0', DATA_DIR: dataDir, DIST_DIR: process.env.DIST_DIR, LOG_LEVEL: 'silent' }),
      )
      await seed(api.services, { password: PASSWORD })
      await use(api)
      await api.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  ana: async ({ page, api }, use) => {
    await page.goto(api.url)
    await signIn(page)
    await expect(page.getByRole('navigation')).toBeVisible()
    await use(page)
  },
})

export async function signIn(page: Page, password = PASSWORD) {
  await page.getByLabel('E-mail').fill(SIGN_IN.email)
  await page.getByLabel('Senha', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Entrar' }).click()
}

/** Problems that axe finds under WCAG 2.2 A and AA, as lines a person can act on. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}

export { expect }
