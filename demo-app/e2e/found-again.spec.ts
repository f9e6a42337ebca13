import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import type { Fingerprint } from '#contract/fingerprint'
import type { World } from '../../scripts/world'
import { ana } from './ana'
import { overlay } from './overlay'
import { pointsAt } from './points'
import { till } from './till'
import { expect, test } from './world'

const locator = readFileSync(new URL('../../dist/bench/locator.js', import.meta.url), 'utf8')

/** What an author would have kept of the menu's "Produtos" when it had another name, address and look. */
async function describedAsItWas(page: Page): Promise<Fingerprint> {
  await page.evaluate(locator)
  return page.evaluate(() => {
    const link = document.querySelector('[data-guia="nav-produtos"]')!
    const before = link.outerHTML
    link.removeAttribute('data-guia')
    link.setAttribute('href', '/mercadorias')
    link.setAttribute('class', 'side-link')
    for (const part of link.childNodes) if (part.textContent?.trim()) part.textContent = 'Mercadorias'
    const { describe } = window as unknown as { describe(element: Element): Fingerprint }
    const kept = describe(link)
    link.outerHTML = before
    return kept
  })
}

/** Maria, at a till of the shop that was not used before. */
async function atATill(browser: Browser, world: World) {
  const shop = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await shop.newPage()
  const maria = till(page, world.tillUrl)
  await maria.opensShop()
  await maria.signsIn('lurdes-maria', '1234')
  return { page, maria }
}

test('a button that no till finds any more is proposed to Ana, she says it is this one, and the next tills find it', async ({
  browser,
  world,
}) => {
  test.setTimeout(300_000)
  const office = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await office.newPage()
  const she = ana(page, world)
  await she.signsIn()
  const trainer = till(page, world.tillUrl)
  await trainer.opensShop()
  await trainer.signsIn('lurdes-maria', '1234')
  const fingerprint = await describedAsItWas(page)
  const made = await page.request.post(`${world.consoleUrl}/api/experiences`, {
    data: {
      kind: 'tour',
      name: 'Cadastre um produto',
      audience: { all: [] },
      trigger: { on: 'load' },
      frequency: { untilCompleted: true },
      priority: 100,
      steps: [
        {
          id: 'menu',
          title: { 'pt-BR': 'Abra os produtos', en: 'Open the products' },
          body: [],
          target: { label: 'Mercadorias', fingerprint },
          path: '/inicio',
          missing: { waitMs: 0, otherwise: 'pause' },
          advance: { on: 'button' },
        },
      ],
    },
  })
  const { id } = await made.json()
  await page.goto(`${world.consoleUrl}/contents/${id}`)
  await she.publishes()

  const { maria } = await atATill(browser, world)
  await page.goto(`${world.consoleUrl}/contents`)
  const line = page.getByRole('row', { name: /Cadastre um produto/ })
  // The till tells of its looks within a few seconds, and the list looks anew every twenty.
  await expect(line).toContainText('1 passo não encontra seu elemento', { timeout: 70_000 })
  await expect(maria.card('Abra os produtos')).toBeHidden()

  await line.getByText('1 passo não encontra seu elemento').click()
  await page.getByRole('button', { name: 'Apontar de novo no caixa' }).click()
  const tool = overlay(page)
  await tool.panel.getByRole('button', { name: 'Procurar de novo' }).click()
  const proposal = page.getByRole('region', { name: 'Achar o alvo de novo' })
  await expect(proposal).toContainText('O mais parecido com “Mercadorias” nesta tela')
  await proposal.getByRole('button', { name: 'É este' }).click()
  await expect(tool.panel.getByText('Está nesta tela')).toBeVisible()
  await expect(tool.panel.getByText('Produtos', { exact: true })).toBeVisible()
  await tool.saved()
  await tool.rail.getByRole('button', { name: 'Publicar…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publicar/ })
    .click()
  await expect(page.getByText('v2 no ar', { exact: true })).toBeVisible()

  const next = await atATill(browser, world)
  await expect(next.maria.card('Abra os produtos')).toBeVisible()
  await pointsAt(next.page, next.maria.mark('nav-produtos'))
  await page.goto(`${world.consoleUrl}/contents`)
  await expect(line).toContainText('no verde', { timeout: 70_000 })
  await expect(line).not.toContainText('não encontra')
})
