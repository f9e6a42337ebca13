import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { defaultTheme } from '#contract/default-theme'
import { openShop, type Shop } from '../fixtures/host'
import { firstSale, offer } from '../fixtures/tours'

// One till, as its host page lives it. The API of each shop answers from this process.

let shop: Shop
let complaints: string[]

test.beforeEach(async ({ page }) => {
  shop = await openShop([offer(firstSale)], [firstSale])
  complaints = []
  page.on('pageerror', (error) => complaints.push(`${error.stack}`))
  page.on('console', (message) => {
    // The browser itself reports a failed request; no script can keep it from that.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
      complaints.push(message.text())
  })
})

test.afterEach(() => {
  shop.close()
})

const signIn = (user = 'maria') =>
  `<script nonce="n1">trilha.identify('${user}', { account: { id: 'loja-1' } })</script>`
const title = (page: Page, text: string) => page.getByText(text, { exact: true })
const firstStep = (page: Page) => title(page, 'Abra o caixa')
const call = (page: Page, work: string) =>
  page.evaluate(`(() => { const t = window.trilha; return ${work} })()`)
const stored = () => [...shop.events.values()]
const names = () => stored().map(({ name }) => name)

/** The names under which something is kept on this till. */
const rowsOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const keys: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open(name!)
        asked.onsuccess = () => done(asked.result)
      })
      for (const store of db.objectStoreNames) {
        const asked = db.transaction(store).objectStore(store).getAllKeys()
        await new Promise((done) => {
          asked.onsuccess = done
        })
        keys.push(...asked.result.map(String))
      }
      db.close()
    }
    return keys
  })

/** The host's own button still works, and nobody complained. */
async function hostIsFine(page: Page) {
  await page.evaluate(() => {
    document.querySelector('#novo')!.addEventListener('click', () => {
      document.title = 'vendendo'
    })
    document.querySelector<HTMLElement>('#novo')!.click()
  })
  expect(await page.title()).toBe('vendendo')
  expect(complaints).toEqual([])
}

test('a tour offered to Maria appears, and its steps arrive once', async ({ page }) => {
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await expect.poll(names).toEqual(expect.arrayContaining(['tour.started', 'tour.step_seen']))
  expect(stored().every(({ user, grant }) => user === 'maria' && grant === 'grant-of-maria')).toBe(true)
  await hostIsFine(page)
})

test('of two guides the more urgent one opens, though both were asked for before their code had come', async ({
  page,
}) => {
  shop.close()
  const urgent = {
    ...firstSale,
    id: 'urgente',
    steps: [{ ...firstSale.steps[0]!, title: { 'pt-BR': 'Urgente' } }],
  }
  const offers = [offer(urgent, { priority: 90 }), offer(firstSale, { trigger: { on: 'path', path: '/**' } })]
  shop = await openShop(offers, [firstSale, urgent])
  shop.body += signIn()
  for (let visit = 0; visit < 5; visit++) {
    await page.goto(shop.page)
    await expect(title(page, 'Urgente')).toBeVisible()
    await expect(firstStep(page)).toBeHidden()
  }
})

test('calls made before the script has come are not lost', async ({ page }) => {
  shop.body += `<script nonce="n1">
    const stop = trilha.on('login', () => { window.heard = (window.heard || 0) + 1 })
    trilha.on('login', () => { window.kept = true })
    stop()
  </script>${signIn()}<script nonce="n1">trilha.track('login', { turno: 'manhã' })</script>`
  await page.goto(shop.page)
  await expect.poll(names).toContain('login')
  expect(await page.evaluate('[window.kept, window.heard]')).toEqual([true, undefined])
})

test('after one visit the tour resumes at its step without network', async ({ page, context }) => {
  shop.body += signIn()
  await page.goto(shop.page)
  await page.getByRole('button', { name: /próximo|continuar|avançar/i }).click()
  await expect(title(page, 'Passe o produto')).toBeVisible()
  await expect.poll(() => shop.events.size).toBe(3)
  const run = stored()[0]!.properties!.run
  // The page itself comes from the host, which has its own way to be there offline; the API has not.
  shop.fault = (_, response) => response.destroy()
  await page.reload()
  await expect(title(page, 'Passe o produto')).toBeVisible()
  await page.getByRole('button', { name: /próximo|continuar|avançar/i }).click()
  await expect(title(page, 'Receba')).toBeVisible()
  await call(page, "t.track('venda_concluida', { forma: 'pix' })")
  // On disk: the step she came back to, the next one, and the sale.
  await expect.poll(() => call(page, 't.debug(false).outbox.events')).toBe(3)
  await page.reload()
  await expect(title(page, 'Receba')).toBeVisible()
  shop.fault = undefined
  await context.setOffline(true)
  await context.setOffline(false)
  await expect.poll(names).toContain('venda_concluida')
  expect(
    new Set(
      stored()
        .filter(({ name }) => name.startsWith('tour.'))
        .map(({ properties }) => properties!.run),
    ),
  ).toEqual(new Set([run]))
  expect(names().filter((name) => name === 'tour.started')).toHaveLength(1)
})

test('João signs in on the same till: nothing of Maria stays, and her events stay hers', async ({ page }) => {
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await expect.poll(() => shop.events.size).toBe(2)
  shop.fault = (_, response) => response.destroy()
  await call(page, "t.track('venda_concluida')")
  shop.bundle = { ...shop.bundle, etag: 'e2', candidates: [] }
  shop.fault = undefined
  await call(page, "t.identify('joao', { account: { id: 'loja-1' } })")
  await expect(firstStep(page)).toBeHidden()
  await call(page, "t.track('troca_operador')")
  await expect.poll(names).toEqual(expect.arrayContaining(['venda_concluida', 'troca_operador']))
  const by = (name: string) => stored().find((event) => event.name === name)!
  expect(by('venda_concluida')).toMatchObject({ user: 'maria', grant: 'grant-of-maria' })
  expect(by('troca_operador')).toMatchObject({ user: 'joao', grant: 'grant-of-joao' })
  expect(JSON.stringify(await call(page, 't.debug(false)'))).not.toContain('maria')
})

test('a known person is back from the cache while the API stays silent', async ({ page }) => {
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await call(page, "t.identify('joao')")
  await expect.poll(() => shop.boots.length).toBe(2)
  shop.fault = () => {}
  await call(page, "t.identify('maria', { account: { id: 'loja-1' } })")
  await expect.poll(() => call(page, "t.why('primeira-venda').because")).not.toBe('not a candidate')
})

test('a tour about the sale comes back after a reload in its middle, and begins for nobody else', async ({
  page,
}) => {
  const about = { ...firstSale, duringSale: true }
  shop = await openShop([offer(about, { duringSale: true })], [about])
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await call(page, "t.busy('venda')")
  await expect(firstStep(page)).toBeVisible()
  shop.body += `<script nonce="n1">trilha.busy('venda')</script>`
  await page.reload()
  await expect(firstStep(page)).toBeVisible()
  await call(page, "t.identify('joao', { account: { id: 'loja-1' } })")
  await expect(firstStep(page)).toBeHidden()
  await expect.poll(() => call(page, "t.why('primeira-venda').because")).toBe('busy')
  await expect(firstStep(page)).toBeHidden()
})

test('nothing opens during a sale, and what waited opens after it', async ({ page }) => {
  shop.body += `<script nonce="n1">trilha.busy('venda')</script>${signIn()}`
  await page.goto(shop.page)
  await expect.poll(() => call(page, "t.why('primeira-venda').because")).toBe('busy')
  expect(shop.requests.some((path) => path.endsWith('/pulse'))).toBe(false)
  await call(page, "t.free('venda')")
  await expect(firstStep(page)).toBeVisible()
})

test('behind a slow line the first card already leaves the sale and the field in use alone', async ({
  page,
}) => {
  const [open, ...rest] = firstSale.steps
  const pointing = {
    ...firstSale,
    steps: [{ ...open!, target: { label: 'Nova venda', selector: '#novo' } }, ...rest],
  }
  shop.bundle.candidates = [offer(pointing)]
  shop.contents['h-primeira-venda'] = pointing
  shop.bundle.theme = defaultTheme
  shop.body += `<input id="codigo">${signIn()}`
  let come = () => {}
  const arrived = new Promise<void>((done) => {
    come = done
  })
  await page.route('**/chunks/upkeep-*', async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto(shop.page)
  await page.locator('#codigo').focus()
  await expect(firstStep(page)).toBeVisible()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await expect(page.locator('#codigo')).toBeFocused()
  await call(page, "t.busy('venda')")
  await expect(firstStep(page)).toBeHidden({ timeout: 100 })
  await call(page, "t.free('venda')")
  await expect(firstStep(page)).toBeVisible()
  await call(page, "t.busy('venda')")
  come()
  await expect(page.locator('trilha-frame .pill')).toBeVisible()
  await expect(page.locator('#codigo')).toBeFocused()
})

test('what was switched off is not shown, although the cache has it', async ({ page }) => {
  shop.off = ['primeira-venda']
  shop.body += signIn()
  await page.goto(shop.page)
  await expect.poll(() => shop.requests.some((path) => path.endsWith('/pulse'))).toBe(true)
  await expect.poll(() => call(page, "t.why('primeira-venda').because")).not.toBe('on screen')
  await expect(firstStep(page)).toBeHidden()
})

test('what was switched off goes again when the till learns of it late', async ({ page }) => {
  shop.off = ['primeira-venda']
  shop.body += signIn()
  let tell = () => {}
  const seen = new Promise<void>((done) => {
    tell = done
  })
  await page.route('**/pulse', async (route) => {
    await seen
    await route.continue()
  })
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  tell()
  await expect(firstStep(page)).toBeHidden()
})

test('nothing is read, kept or sent before consent', async ({ page }) => {
  shop.body = `${signIn()}<script nonce="n1">trilha.track('login')</script>`
  shop.options = 'consent:false,'
  await page.goto(shop.page)
  await expect.poll(() => call(page, 't.debug(false).mayAct')).toBe(false)
  expect(shop.requests).toEqual([])
  expect(await page.evaluate('indexedDB.databases()')).toEqual([])
  await call(page, 't.consent(true)')
  await expect(firstStep(page)).toBeVisible()
  expect(names()).not.toContain('login')
})

test('consent taken back clears the screen and the device, and nothing more is kept or sent', async ({
  page,
}) => {
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await expect.poll(() => names()).toContain('tour.step_seen')
  await call(page, 't.consent(false)')
  await expect(firstStep(page)).toBeHidden()
  await expect.poll(() => rowsOnDevice(page)).toEqual([])
  const before = shop.requests.length
  await call(page, "t.track('venda_concluida')")
  await call(page, "t.show('primeira-venda')")
  expect(await call(page, "t.why('primeira-venda').because")).toBe('not a candidate')
  expect(await rowsOnDevice(page)).toEqual([])
  await call(page, 't.consent(true)')
  await expect(firstStep(page)).toBeVisible()
  expect(shop.requests.slice(before, before + 1)[0]).toMatch(/boot$/)
  expect(names()).not.toContain('venda_concluida')
})

test('what waited through ten minutes of a sale belongs to a moment that has passed', async ({ page }) => {
  await page.clock.install()
  shop.bundle.candidates = [offer(firstSale, { trigger: { on: 'event', event: 'produto_passado' } })]
  shop.body += `<script nonce="n1">trilha.busy('venda', { ttlMs: 3600000 })</script>${signIn()}`
  await page.goto(shop.page)
  await expect.poll(() => call(page, "t.why('primeira-venda').because")).toBe('busy')
  await call(page, "t.track('produto_passado')")
  await page.clock.fastForward('11:00')
  await call(page, "t.free('venda')")
  await page.clock.fastForward('00:05')
  expect(await call(page, "t.why('primeira-venda')")).toMatchObject({ show: true })
  await expect(firstStep(page)).toBeHidden()
  await call(page, "t.track('produto_passado')")
  await expect(firstStep(page)).toBeVisible()
})

test('a strict host sees no violation, with Trusted Types set to none', async ({ page }) => {
  shop.headers['content-security-policy'] =
    `default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src ${shop.api}; style-src 'nonce-n1'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'`
  shop.body += `<script nonce="n1">addEventListener('securitypolicyviolation', (e) => { (window.seen = window.seen || []).push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample) })</script>${signIn()}`
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  expect(await page.evaluate('window.seen')).toBeUndefined()
  await hostIsFine(page)
})

test('the script loaded twice, also from another address, runs once', async ({ page }) => {
  shop.body += `<script type="module" nonce="n1" src="${shop.api}/sdk/trilha.js" async></script>
    <script type="module" nonce="n1" src="${shop.api}/sdk/trilha.js?copy" async></script>${signIn()}`
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await expect.poll(() => shop.events.size).toBe(2)
  expect(shop.boots).toHaveLength(1)
  expect(names().filter((name) => name === 'tour.started')).toHaveLength(1)
})

test('two tabs deliver each event once', async ({ page, context }) => {
  shop.bundle.candidates = []
  shop.body += signIn()
  const other = await context.newPage()
  await Promise.all([page.goto(shop.page), other.goto(shop.page)])
  for (const each of [page, other]) {
    await expect.poll(() => call(each, "t.why('x').because")).toBe('not a candidate')
    await each.evaluate(() => {
      const { trilha } = window as unknown as { trilha: { track(name: string, more: object): void } }
      for (let n = 0; n < 50; n++) trilha.track('venda_concluida', { n })
    })
  }
  await expect.poll(() => shop.events.size, { timeout: 30_000 }).toBe(100)
  const seqs = stored().map(({ seq }) => seq)
  expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  expect(new Set(shop.batches.map(({ device }) => device)).size).toBe(1)
})

test('the one-file build for old browsers does the same', async ({ page }) => {
  const legacy = readFileSync('dist/sdk/trilha.legacy.js', 'utf8')
  expect(legacy).not.toMatch(/\bimport\(/)
  shop.body += signIn()
  await page.route('**/sdk/trilha.js', (route) => route.abort())
  await page.goto(shop.page)
  await page.addScriptTag({ url: `${shop.api}/sdk/trilha.legacy.js` })
  await expect(firstStep(page)).toBeVisible()
})

// ── faults: the host goes on, nobody complains ───────────────────────────────────────────────────────────────

const html = '<!doctype html><title>Portal</title>'
const answers: Array<[what: string, Shop['fault']]> = [
  ['is refused', (_, response) => response.destroy()],
  ['hangs', () => {}],
  ['fails', (_, response) => response.writeHead(500).end('oops')],
  ['is told to wait', (_, response) => response.writeHead(429, { 'retry-after': '60' }).end()],
  [
    'is a portal page with 200',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
  ],
  ['is null', (_, response) => response.writeHead(200).end('null')],
  ['is an empty object', (_, response) => response.writeHead(200).end('{}')],
  ['is a list', (_, response) => response.writeHead(200).end('[1,2]')],
  ['is 5 MB of noise', (_, response) => response.writeHead(200).end('{"a":"'.padEnd(5_000_000, 'x'))],
  ['is cut short', (_, response) => response.writeHead(200, { 'content-length': '900' }).end('{"etag":"e')],
]

for (const [what, fault] of answers)
  test(`an API whose answer ${what} costs the shop no event`, async ({ page }) => {
    shop.fault = fault
    shop.body += `${signIn()}<script nonce="n1">trilha.track('venda_concluida')</script>`
    await page.goto(shop.page)
    await expect.poll(() => shop.requests.some((path) => path.endsWith('/boot'))).toBe(true)
    await expect.poll(() => call(page, 't.debug(false).outbox && t.debug(false).outbox.events')).toBe(1)
    await hostIsFine(page)
    expect(await call(page, 't.debug(false).errors')).toBe(0)
    shop.fault = undefined
    await page.reload()
    await expect(firstStep(page)).toBeVisible()
    const sales = () => names().filter((name) => name === 'venda_concluida')
    await expect.poll(sales, { timeout: 30_000 }).toHaveLength(2)
    expect(complaints).toEqual([])
  })

const hosts: Array<[what: string, script: string]> = [
  ['has no IndexedDB', "Object.defineProperty(window, 'indexedDB', { value: undefined })"],
  [
    'throws at IndexedDB',
    "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('SecurityError') } })",
  ],
  ['has an IndexedDB that hangs', 'IDBFactory.prototype.open = () => new EventTarget()'],
  [
    'has a full disk',
    "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
  ],
  [
    'throws at web storage',
    "for (const s of ['localStorage', 'sessionStorage']) Object.defineProperty(window, s, { get() { throw new Error('denied') } })",
  ],
  [
    'bends JSON',
    "Array.prototype.toJSON = function () { return 'list' }; String.prototype.toJSON = function () { return '\"' + this + '\"' }",
  ],
  ['extends every object', 'Object.prototype.extra = function () {}; Array.prototype.last = function () {}'],
  [
    'lacks crypto.randomUUID and subtle',
    "delete Crypto.prototype.randomUUID; Object.defineProperty(crypto, 'subtle', { value: undefined })",
  ],
  [
    'lacks newer web APIs',
    'delete window.structuredClone; delete Navigator.prototype.locks; delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover; delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; delete window.requestIdleCallback; delete window.AbortController',
  ],
]

for (const [what, script] of hosts)
  test(`a page that ${what} still gets its guide`, async ({ page }) => {
    await page.addInitScript(script)
    shop.body += `${signIn()}<script nonce="n1">trilha.track('venda_concluida', { formas: ['pix'] })</script>`
    await page.goto(shop.page)
    await expect(firstStep(page)).toBeVisible()
    await hostIsFine(page)
    await expect.poll(names).toContain('venda_concluida')
    const sale = stored().find(({ name }) => name === 'venda_concluida')!
    expect(sale.properties).toEqual({ formas: ['pix'] })
  })

test('a page with an element named trilha still gets its guide', async ({ page }) => {
  shop.top = '<form id="trilha"></form>'
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await hostIsFine(page)
})

test('a page that overrides fetch with something broken sells on without us', async ({ page }) => {
  await page.addInitScript("window.fetch = () => { throw new Error('ours now') }")
  shop.body += signIn()
  await page.goto(shop.page)
  await expect.poll(() => call(page, 't.debug(false).isStale')).toBe(true)
  await hostIsFine(page)
})

test('three errors of ours within a minute switch the script off for the visit', async ({ page }) => {
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  await page.evaluate((home) => {
    for (let n = 0; n < 3; n++) {
      const error = new Error('broken')
      error.stack = `Error: broken\n    at x (${home}/sdk/trilha.js:1:${n})`
      setTimeout(() => dispatchEvent(new ErrorEvent('error', { error, cancelable: true })))
    }
  }, shop.api)
  await expect(firstStep(page)).toBeHidden()
  await page.reload()
  await expect.poll(() => call(page, 't.debug(false).warnings.length')).toBeGreaterThan(0)
  await expect(firstStep(page)).toBeHidden()
  await hostIsFine(page)
})

test('a rule broken deep inside an audience leaves out its own guide, and is told once', async ({ page }) => {
  const broken = { ...firstSale, id: 'quebrada' }
  shop.bundle.candidates.unshift(
    offer(broken, {
      priority: 90,
      audience: { all: [{ path: '/venda' }, { not: { any: [null] } }] } as never,
    }),
  )
  shop.body += signIn()
  await page.goto(shop.page)
  await expect(firstStep(page)).toBeVisible()
  // Looked at again and again, it is no error of ours.
  for (let i = 0; i < 5; i++) await call(page, `t.page('/venda/${i}'), t.why('quebrada')`)
  expect(await call(page, "t.why('quebrada')")).toMatchObject({ show: false, because: 'audience' })
  expect(await call(page, 't.debug(false).errors')).toBe(0)
  await expect.poll(() => names().filter((name) => name === 'trilha.error')).toHaveLength(1)
  const told = stored().find(({ name }) => name === 'trilha.error')
  expect(told!.properties).toMatchObject({ because: 'rule', experience: 'quebrada' })
})
