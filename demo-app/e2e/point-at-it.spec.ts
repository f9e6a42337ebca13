import type { Page } from '@playwright/test'
import { ana } from './ana'
import { overlay } from './overlay'
import { pointsAt } from './points'
import { till } from './till'
import { expect, test } from './world'

/** The demo POS gets a new version, as its bar offers it. */
async function release(page: Page, version: string) {
  const { origin, pathname } = new URL(page.url())
  await page.goto(`${origin}${pathname}?bar=1`)
  await page.getByLabel(/^(Versão do caixa|Release)$/).selectOption(version)
  await expect(page.locator('meta[name=trilha-release]')).toHaveAttribute('content', version)
  await page.waitForLoadState()
  // The bar is the demo's own: no shop has it above its till.
  await page.goto(`${origin}${pathname}?bar=0`)
}

test('Ana records a sale on the running till, it survives a release, and a button that really goes raises an alarm', async ({
  browser,
  world,
}) => {
  test.setTimeout(300_000)
  const office = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await office.newPage()
  const she = ana(page, world)
  await she.signsIn()
  await she.makesASegmentOfOwners('Donos')
  const trainer = till(page, world.tillUrl)
  await trainer.opensShop()
  await trainer.signsIn('lurdes-maria', '1234')

  await she.beginsATour('Vender no balcão')
  await she.writes('Vamos vender?', 'Leva 1 minuto.')
  await she.showsItTo('Donos')
  await expect(page.getByText(/salvo às/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Editar na tela' }).click()
  const tool = overlay(page)
  await expect(tool.rail).toBeVisible()
  await tool.rail.getByRole('button', { name: 'Navegar' }).click()
  await trainer.mark('nav-caixa').click()
  await trainer.opensTheDrawer()
  await trainer.mark('nav-inicio').click()
  await page.getByRole('button', { name: 'Voltar a editar' }).click()
  await tool.rail.getByRole('button', { name: 'Gravar' }).click()
  await trainer.mark('nav-venda').click()
  await trainer.adds('Arroz 5 kg')
  await trainer.mark('finalizar').click()
  await page.getByRole('button', { name: 'Parar e revisar' }).click()
  await expect(tool.rail.getByRole('button', { name: /^Passo 4: / })).toBeVisible()

  await tool.rail.getByRole('button', { name: /^Passo 2: / }).click()
  await tool.writes('Comece por aqui')
  await tool.rail.getByRole('button', { name: /^Passo 4: / }).click()
  await tool.writes('Agora finalize')
  await tool.saved()
  await tool.rail.getByRole('button', { name: 'Publicar…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publicar/ })
    .click()
  await expect(page.getByText('v1 no ar', { exact: true })).toBeVisible()

  const shop = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const counter = await shop.newPage()
  const errors: string[] = []
  counter.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  const maria = till(counter, world.tillUrl)
  await maria.opensShop()
  await maria.signsIn('lurdes-maria', '1234')
  await expect(maria.card('Vamos vender?')).toBeVisible()
  await maria.card('Vamos vender?').getByRole('button', { name: 'Continuar' }).click()
  await expect(maria.card('Comece por aqui')).toBeVisible()
  await pointsAt(counter, maria.mark('nav-venda'))
  await maria.mark('nav-caixa').click()
  await maria.opensTheDrawer()
  await maria.mark('nav-inicio').click()

  await release(counter, '2.5.0')
  await expect(counter.locator('[data-guia], .nav-item, .btn')).toHaveCount(0)
  const sale = counter.getByRole('link', { name: 'Sale', exact: true })
  await pointsAt(counter, sale)
  await sale.click()
  // The till speaks English now, and so does the tour, in what the recorder drafted.
  const card = counter.getByRole('dialog', { name: /^(Tap|Choose) / })
  await expect(card).toHaveAccessibleName(/Arroz/)
  const rice = counter.getByRole('button', { name: /^Arroz 5 kg/ })
  await pointsAt(counter, rice)
  await rice.click()
  await expect(card).toHaveAccessibleName(/Finalizar/)
  await pointsAt(counter, counter.getByRole('button', { name: /^Check out/ }))

  await page.goto(`${world.consoleUrl}/contents`)
  const line = page.getByRole('row', { name: /Vender no balcão/ })
  // The till tells of its looks within a few seconds, and the list looks anew every twenty.
  await expect(line).toContainText('no verde', { timeout: 40_000 })
  await release(counter, '2.6.0')
  // A reload in the middle of a sale brings no card back; she puts the sale aside.
  await counter.getByRole('button', { name: 'Hold', exact: true }).click()
  const goneAt = Date.now()
  await expect(line).toContainText('1 passo não encontra seu elemento', { timeout: 70_000 })
  expect(Date.now() - goneAt).toBeLessThan(70_000)
  await expect(line).toContainText(/desde \d\d:\d\d, versão 2\.6\.0/)
  await line.getByText('1 passo não encontra seu elemento').click()
  await expect(
    page.getByText('Nada na tela se parece com ele.').or(page.getByText('pode ser outro')),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Apontar de novo no caixa' }).click()
  await expect(tool.rail.getByRole('button', { name: 'Passo 4: Agora finalize' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  expect(errors).toEqual([])
})
