import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { BROWSER_ARGS, ensureBrowser } from './browser'
import { build } from './build'
import { looseSettings, startWorld } from './world'

// `npm run pictures`: takes the README's picture from the running product, so that it cannot show what isn't there.

const PICTURE = 'docs/till.jpg'

build()
const dataDir = mkdtempSync(join(tmpdir(), 'trilha-pictures-'))
const world = await startWorld(await looseSettings(dataDir))
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS })
try {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
  })
  const mark = (name: string) => page.locator(`[data-guia="${name}"]`).first()
  await page.goto(`${world.tillUrl}/?bar=0`)
  await mark('loja-dona-lurdes').click()
  await mark('operador-lurdes-maria').click()
  for (const digit of '1234') await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Fazer agora' }).click()
  await mark('nav-caixa').click()
  await page.getByRole('button', { name: 'R$ 100,00' }).click()
  await mark('confirmar-abertura').click()
  await mark('nav-venda').click()
  for (const product of ['Arroz 5 kg', 'Leite integral 1 L', 'Feijão carioca 1 kg'])
    await mark('grade-produtos').getByText(product, { exact: true }).click()
  await page.getByRole('dialog', { name: 'Confira o total e toque em Finalizar' }).waitFor()
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  mkdirSync('docs', { recursive: true })
  await page.screenshot({ path: PICTURE, type: 'jpeg', quality: 72 })
  console.log(`wrote ${PICTURE}`)
} finally {
  await browser.close()
  await world.stop()
  rmSync(dataDir, { recursive: true })
}
