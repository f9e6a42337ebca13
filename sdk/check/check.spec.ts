import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { PublishedStep } from '#contract/published-step'
import { run } from './cli'
import type { Verdict } from './index'

// A till of three pages and an API that publishes four steps about them.
const KEY = 'pk_teste'
const step = (place: number, label: string, selector: string, path?: string): PublishedStep => ({
  experience: 'primeira-venda',
  version: 1,
  step: `s${place}`,
  place,
  ...(path && { path }),
  target: { label, selector },
})
const steps = [
  step(1, 'Abrir caixa', '[data-guia=abrir]', '/caixa'),
  step(2, 'Finalizar', '[data-guia=finalizar]', '/venda'),
  step(3, 'Menu', '[data-guia=menu]'),
  step(4, 'Receber', '[data-guia=receber]', '/pagamento'),
]
const menu = '<button data-guia="menu">Menu</button>'
const late = `<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend',
  '<button data-guia="finalizar">Finalizar</button>'), 200)</script>`
const pages: Record<string, string> = {
  '/caixa': `${menu}<button data-guia="abrir">Abrir caixa</button>`,
  '/venda': `${menu}${late}`,
  '/nova/venda': menu,
}

let server: Server
let base: string
let folder: string
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://shop')
    const json =
      pathname === `/v1/${KEY}/targets` ? { steps } : pathname.startsWith('/v1/') && { code: 'unknown_key' }
    const body = json ? JSON.stringify(json) : (pages[pathname] ?? menu)
    response.writeHead(json && 'code' in json ? 404 : 200, {
      'content-type': json ? 'application/json' : 'text/html; charset=utf-8',
    })
    response.end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  folder = mkdtempSync(join(tmpdir(), 'trilha-check-'))
})
test.afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

async function check(...args: string[]) {
  let said = ''
  const code = await run(args, (text) => (said += `${text}\n`), {
    ...process.env,
    TRILHA_API: base,
    TRILHA_KEY: KEY,
  })
  return { code, said }
}

test('a page that has everything, though late, passes; steps of pages nobody opened are named', async () => {
  const { code, said } = await check('--url', `${base}/caixa`, '--url', `${base}/venda`)
  expect(said).toContain('0 missing, 3 found, 1 not checked')
  expect(said).toMatch(/unchecked .*Receber +belongs to \/pagamento/)
  expect(code).toBe(0)
})

test('a button that a release took away fails the check, in words and as JSON', async () => {
  const before = pages['/venda']!
  pages['/venda'] = menu
  const { code, said } = await check('--url', `${base}/venda`, '--wait', '100', '--json')
  pages['/venda'] = before
  expect(code).toBe(1)
  const verdicts: Verdict[] = JSON.parse(said)
  expect(verdicts.map(({ is }) => is)).toEqual(['unchecked', 'missing', 'found', 'unchecked'])
  expect(verdicts[1]).toMatchObject({ label: 'Finalizar', because: 'absent', at: '/venda' })
})

test('a script of one’s own signs in and looks where it matters', async () => {
  const file = join(folder, 'steps.mjs')
  writeFileSync(
    file,
    `export default async ({ page, look }) => {
      await page.goto('${base}/pagamento')
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<button data-guia="receber">Receber</button>'))
      await look()
    }`,
  )
  const { code, said } = await check('--steps', file, '--wait', '100')
  expect(said).toMatch(/found .*Receber +\/pagamento +100 % sure/)
  expect(code).toBe(0)
})

test('wrong use is answered with a sentence and exit code 2', async () => {
  const url = `${base}/venda`
  const cases: Array<[string[], RegExp]> = [
    [[], /at least one page/],
    [['--url', 'venda'], /"venda" is no address/],
    [['--url', url, '--frobnicate'], /frobnicate/],
    [['--url', url, '--wait', 'long'], /milliseconds/],
    [['--url', url, '--steps', 'nowhere.mjs'], /no file "nowhere.mjs"/],
    [['--url', url, '--key', 'pk_outra'], /does not know the key "pk_outra"/],
    [['--url', url, '--key', 'sk_1'], /public key/],
    [['--url', url, '--tour', 'outro'], /No published tour "outro"/],
    [['--url', url, '--api', 'http://127.0.0.1:9'], /Nothing answers/],
    [['--url', 'http://127.0.0.1:9/'], /could not be opened/],
  ]
  for (const [args, words] of cases) {
    const { code, said } = await check(...args)
    expect(said, args.join(' ')).toMatch(words)
    expect(code).toBe(2)
  }
})
