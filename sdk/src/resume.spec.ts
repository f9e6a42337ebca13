import { expect, test } from '@playwright/test'
import { openShop } from '../fixtures/host'
import { firstSale, offer } from '../fixtures/tours'

test('a tour finished after the shop’s news came is over, and does not begin again', async ({ page }) => {
  const shop = await openShop([offer(firstSale)], [firstSale])
  shop.body += `<script nonce="n1">trilha.identify('maria', { account: { id: 'loja-1' } })</script>`
  await page.goto(shop.page)
  await expect(page.getByText('Abra o caixa', { exact: true })).toBeVisible()
  shop.bundle.etag = 'e2'
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/boot') && response.status() === 200),
    page.evaluate(`trilha.updateAccount({ produtos: 5 })`),
  ])
  for (const title of ['Abra o caixa', 'Passe o produto', 'Receba']) {
    await expect(page.getByText(title, { exact: true })).toBeVisible()
    await page.getByRole('button', { name: /continuar|concluir/i }).click()
  }
  expect(await page.evaluate(`trilha.why('primeira-venda')`)).toMatchObject({
    show: false,
    because: 'completed',
  })
  shop.close()
})
