import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { scan } from '../../sdk/fixtures/scanner'
import { startDemo } from '../server/demo'
import { till } from './till'

type Properties = Record<string, string | number | boolean>

/** Caixa Fácil alone, on a device that nobody has used, with a guide that only listens. */
export interface Counter extends ReturnType<typeof till> {
  url: string
  /** Waits until the till has told the guide of this event, and answers with what came with it the last time. */
  hears(event: string): Promise<Properties>
  /** How often it told of it. */
  times(event: string): Promise<number>
  scans(code: string): Promise<void>
  /** Maria is at the till of her shop, with the drawer open. */
  startsTheDay(): Promise<void>
}

const LISTENS =
  '<script>window.said = []; window.trilha = new Proxy({}, { get: (_, call) => (...given) => { said.push([call, ...given]) } })</script>'

export const test = base.extend<{ counter: Counter }>({
  counter: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
    const dataDir = mkdtempSync(join(tmpdir(), 'caixa-facil-'))
    const demo = await startDemo({
      port: 0,
      dataDir,
      trilhaOrigin: 'http://127.0.0.1:9',
      publicKey: 'pk_none',
      identitySecret: 'a secret for this till alone, long enough',
      snippet: LISTENS,
    })
    const all = async (event: string) => (await page.evaluate(tracked)).filter(([name]) => name === event)
    const counter = till(page, demo.url)
    await use({
      ...counter,
      url: demo.url,
      async hears(event) {
        await expect.poll(async () => (await all(event)).length, `"${event}" is told`).toBeGreaterThan(0)
        return (await all(event)).pop()![1]
      },
      times: async (event) => (await all(event)).length,
      scans: (code) => scan(page, code),
      async startsTheDay() {
        await counter.opensShop()
        await counter.signsIn('lurdes-maria', '1234')
        await counter.mark('nav-caixa').click()
        await counter.opensTheDrawer()
      },
    })
    expect(errors).toEqual([])
    expect(await page.evaluate(tracked).then(leaks)).toEqual([])
    await page.close()
    await demo.stop()
    rmSync(dataDir, { recursive: true })
  },
})

function tracked() {
  const { said } = window as unknown as { said: [call: string, ...given: unknown[]][] }
  return said
    .filter(([call]) => call === 'track')
    .map(([, name, properties]): [string, Properties] => [name as string, (properties ?? {}) as Properties])
}

/** What may never leave a till: amounts, names of goods or people, a customer's CPF. */
const leaks = (events: [string, Properties][]) =>
  events.filter(([, properties]) =>
    Object.values(properties).some(
      (value) =>
        typeof value === 'string' && (/\d{3}\.?\d{3}|R\$|,\d\d/.test(value) || /[A-ZÁÉÍÓÚ]/.test(value)),
    ),
  )

export { expect } from '@playwright/test'
export type { Page }
