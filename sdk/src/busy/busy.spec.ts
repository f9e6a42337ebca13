import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import type { BusyRule } from '#contract/busy'
import { openShop, type Shop } from '../../fixtures/host'
import { firstSale, offer } from '../../fixtures/tours'

// What Customer Success wrote down in the console, on a till that has never heard of it in its own code.

let shop: Shop

test.beforeEach(async () => {
  shop = await openShop([offer(firstSale)], [firstSale])
  shop.body += `<script nonce="n1">trilha.identify('maria', { account: { id: 'loja-1' } })</script>`
})
test.afterEach(() => shop.close())

const guide = (page: Page) => page.getByText('Abra o caixa', { exact: true })
const resume = (page: Page) => page.getByRole('button', { name: 'Retomar passo 1' })
const call = (page: Page, work: string) => page.evaluate(`window.trilha.${work}`)
const whyNot = (page: Page) => call(page, "why('primeira-venda')")
const heed = (...rules: BusyRule[]) => {
  shop.bundle.busy = { rules, rushHours: [] }
}
const heeded = (page: Page) => expect.poll(() => whyNot(page)).toMatchObject({ because: 'busy' })

const paying: BusyRule = {
  while: 'events',
  name: 'Pagamento',
  from: 'pagamento_iniciado',
  until: ['venda_concluida', 'venda_cancelada'],
  atMostMinutes: 10,
}
const counting: BusyRule = { while: 'path', name: 'Fechando o caixa', path: '/caixa/**' }
const dialog: BusyRule = {
  while: 'element',
  name: 'Maquininha',
  target: { label: 'Maquininha', selector: '#maquininha' },
}

test('while the path is the drawer’s nothing opens, and on the next page it does', async ({ page }) => {
  heed(counting)
  await page.goto(`${new URL(shop.page).origin}/caixa/fechar`)
  await heeded(page)
  expect(await whyNot(page)).toMatchObject({ show: false, because: 'busy', busy: ['rule:Fechando o caixa'] })
  await expect(guide(page)).toHaveCount(0)
  await page.evaluate(() => history.pushState(null, '', '/venda'))
  await expect(guide(page)).toBeVisible()
})

test('an open guide folds while the element is there, and comes back where it was', async ({ page }) => {
  heed(dialog)
  await page.goto(shop.page)
  await expect(guide(page)).toBeVisible()
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<div id="maquininha">Aproxime o cartão</div>'),
  )
  await expect(guide(page)).toBeHidden()
  await page.evaluate(() => document.querySelector('#maquininha')!.remove())
  await resume(page).click()
  await expect(guide(page)).toBeVisible()
})

test('from one event until another nothing opens, whichever of the ends is told', async ({ page }) => {
  heed(paying)
  await page.goto(shop.page)
  await expect(guide(page)).toBeVisible()
  for (const end of paying.until) {
    await call(page, "track('pagamento_iniciado')")
    await expect(guide(page)).toBeHidden()
    await call(page, `track('${end}')`)
    await resume(page).click()
    await expect(guide(page)).toBeVisible()
  }
})

test('an end that is never told comes by itself, and a reload does not put it off', async ({ page }) => {
  heed(paying)
  await page.clock.install()
  await page.goto(shop.page)
  await expect(guide(page)).toBeVisible()
  await call(page, "track('pagamento_iniciado')")
  await expect(guide(page)).toBeHidden()
  await page.clock.runFor(4 * 60_000)
  await page.reload()
  await heeded(page)
  await page.clock.runFor(7 * 60_000)
  expect(await whyNot(page)).not.toMatchObject({ because: 'busy' })
})

test('the rules hold without network, after one visit', async ({ page, context }) => {
  heed(counting, dialog)
  await page.goto(shop.page)
  await expect(guide(page)).toBeVisible()
  shop.fault = (_, response) => void response.destroy()
  await page.evaluate(() => history.pushState(null, '', '/caixa/fechar'))
  await expect(guide(page)).toBeHidden()
  await page.reload()
  await heeded(page)
  await expect(guide(page)).toHaveCount(0)
  await context.setOffline(false)
})

test('a host’s own free does not end what the console’s rule began', async ({ page }) => {
  heed(counting)
  await page.goto(`${new URL(shop.page).origin}/caixa/fechar`)
  await heeded(page)
  await call(page, "free('Fechando o caixa')")
  await call(page, 'free()')
  expect(await whyNot(page)).toMatchObject({ because: 'busy' })
})

test('who has seen everything loads no rule', async ({ page }) => {
  heed(counting)
  shop.bundle.candidates = []
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(shop.page)
  await expect.poll(() => shop.boots.length).toBe(1)
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
  const parts: Array<{ name: string; file: string }> = JSON.parse(
    readFileSync('dist/sdk/manifest.json', 'utf8'),
  )
  const { file } = parts.find(({ name }) => name === 'busy')!
  expect(loaded.filter((url) => url.endsWith(file))).toEqual([])
})

test('a rule of a later version, and garbage among the rules, silence nobody', async ({ page }) => {
  shop.bundle.busy = {
    rules: [{ while: 'dream', name: 'x' }, null, 7, { while: 'path' }, counting],
    rushHours: [],
  } as never
  await page.goto(shop.page)
  await expect(guide(page)).toBeVisible()
  expect(await call(page, 'debug(false).errors')).toBeLessThan(3)
})

test.describe('the shop’s rush hours', () => {
  test.use({ timezoneId: 'America/Sao_Paulo' })
  /** Tuesday in São Paulo. */
  const tuesday = (hour: number) => Date.UTC(2026, 10, 24, 3 + hour)
  /** By the till's clock and the API's. */
  async function openAt(page: Page, at: number) {
    await page.clock.install({ time: at })
    shop.now = () => at
    await page.goto(shop.page)
  }

  test('nothing opens by itself at lunch, and afterwards it does', async ({ page }) => {
    shop.bundle.busy = { rules: [], rushHours: [{ hours: [11.5, 13.5], days: [1, 2, 3, 4, 5] }] }
    await openAt(page, tuesday(13))
    await expect.poll(() => whyNot(page)).toMatchObject({ because: 'rush hours' })
    await expect(guide(page)).toHaveCount(0)
    shop.now = () => tuesday(13.6)
    await page.clock.runFor(36 * 60_000)
    await expect(guide(page)).toBeVisible()
  })

  test('what she asks for herself opens at lunch too', async ({ page }) => {
    shop.bundle.busy = { rules: [], rushHours: [{ hours: [11.5, 13.5] }] }
    await openAt(page, tuesday(12))
    await expect.poll(() => whyNot(page)).toMatchObject({ because: 'rush hours' })
    await call(page, "show('primeira-venda')")
    await expect(guide(page)).toBeVisible()
  })
})
