import { expect, type Page, test } from '@playwright/test'
import { openShop, type Shop } from '../../fixtures/host'
import { firstSale, offer } from '../../fixtures/tours'

// What a developer sees who asks a till why nothing appears.

let shop: Shop

test.beforeEach(async () => {
  shop = await openShop([offer(firstSale)], [firstSale])
})
test.afterEach(() => shop.close())

const panel = (page: Page, name = 'Trilha neste caixa') => page.getByRole('region', { name })
const call = (page: Page, work: string) => page.evaluate(`window.trilha.${work}`)

async function open(page: Page, options = '') {
  shop.options = options
  shop.body += `<input id="busca"><script nonce="n1">trilha.identify('maria-silva', { account: { id: 'loja-7' } })</script>`
  await page.goto(shop.page.replace('/venda', '/cliente/4711'))
  await expect(page.getByText(/^(Abra o caixa|Step 1)$/)).toBeVisible()
}

test('the panel tells who, which shop, what may appear and why not, what is owed, and what we cost', async ({
  page,
}) => {
  shop.bundle.candidates.push(
    offer(firstSale, { id: 'dica', trigger: { on: 'event', event: 'estoque_baixo' } }),
    offer(firstSale, { id: 'antiga', expiresAt: 5 }),
  )
  await open(page)
  await page.locator('#busca').focus()
  await call(page, "busy('venda')")
  await call(page, 'debug()')
  for (const text of [
    'maria-silva',
    'loja-7',
    '/cliente/4711',
    'em venda: venda',
    'primeira-venda (versão 1): está na tela',
    'dica (versão 1): espera: venda',
    'antiga (versão 1): não: passou da data',
    '0 erros nossos (com 3 num minuto o script se desliga)',
  ])
    await expect(panel(page).getByText(text, { exact: true })).toBeVisible()
  await expect(page.locator('#busca')).toBeFocused()
  // It follows what happens, without asking for it.
  await call(page, "free('venda')")
  await expect(panel(page).getByText('livre: pode abrir')).toBeVisible()
  await expect(
    panel(page).getByText('dica (versão 1): apareceria agora; espera o evento estoque_baixo'),
  ).toBeVisible()
})

test('what is copied names no person, no shop and no part of the path that might', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  await call(page, 'debug()')
  await expect(panel(page).getByText('maria-silva')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Copiar relatório' }).click()
  await expect(panel(page).getByRole('status')).toHaveText('Copiado, sem dados de pessoas')
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('primeira-venda (versão 1): está na tela')
  expect(text).toContain('/cliente/*')
  expect(text).not.toMatch(/maria|loja-7|4711|grant/)
})

test('it moves aside, closes by its X and by Escape inside it, and leaves nothing behind', async ({
  page,
}) => {
  await open(page)
  await call(page, 'debug()')
  const before = (await panel(page).boundingBox())!
  await panel(page).getByRole('button', { name: 'Mudar de lado' }).click()
  await expect.poll(async () => (await panel(page).boundingBox())!.x).toBeLessThan(before.x)
  await panel(page).getByRole('button', { name: 'Fechar' }).click()
  await expect(panel(page)).toHaveCount(0)
  await call(page, 'debug()')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeVisible()
  await panel(page).getByRole('button', { name: 'Fechar' }).focus()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  expect(await call(page, 'debug(false).errors')).toBe(0)
  await expect(panel(page)).toHaveCount(0)
})

test('who reads English reads it in English, and nothing of Maria stays once she has gone', async ({
  page,
}) => {
  await open(page, "locale:'en-US',")
  await call(page, 'debug()')
  await expect(panel(page, 'Trilha on this till').getByText('maria-silva')).toBeVisible()
  await call(page, 'reset()')
  await expect(panel(page, 'Trilha on this till').getByText('nobody: identify() is missing')).toBeVisible()
  await expect(panel(page, 'Trilha on this till').getByText('maria-silva')).toHaveCount(0)
})
