import { expect, type Page, test } from '@playwright/test'
import { Step } from '#contract/experience'
import { serveEditor } from '../../../fixtures/editor/serve'
import { scan } from '../../../fixtures/scanner'

let shop: Awaited<ReturnType<typeof serveEditor>>
test.beforeAll(async () => {
  shop = await serveEditor()
})
test.afterAll(() => shop.close())

async function anaRecords(page: Page, locale: 'pt-BR' | 'en' = 'pt-BR', size = { width: 1366, height: 900 }) {
  await page.setViewportSize(size)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${shop.url}/shop.html`)
  await page.evaluate((locale) => void window.bench.record(locale), locale)
  const bar = page.getByRole('toolbar')
  return {
    bar,
    errors,
    list: page.locator('.rec-list'),
    async stops() {
      await bar.getByRole('button', { name: /Parar e revisar|Stop and review/ }).click()
      await expect(page.locator('.rec-frame')).toHaveCount(0)
      return (await page.evaluate(() => window.bench.steps))!
    },
  }
}

test('the task is done once, and its tour is drafted: what was touched, when to go on, on which page', async ({
  page,
}) => {
  const ana = await anaRecords(page)
  await page.locator('nav a').first().click()
  await page.locator('#busca').click()
  await scan(page, '7891000100103')
  await page.locator('tbody tr:nth-child(3) button').first().click()
  await page.locator('[name=cpf]').click()
  await page.keyboard.type('123.456.789-09', { delay: 130 })
  await page.locator('aside button').first().dblclick()
  await page.locator('[data-guia=finalizar] svg').click()
  await expect(ana.list.getByRole('listitem')).toHaveCount(6)
  await expect(page.locator('.rec-mark:visible')).toHaveCount(5)
  await expect(ana.list.getByText('O que se digita, nomes e PIN não são gravados.')).toBeVisible()

  const steps = await ana.stops()
  expect(steps.map(({ title, advance, path }) => [title['pt-BR'], advance, path])).toEqual([
    ['Toque em Venda', { on: 'click' }, '/shop.html'],
    ['Leia o código', { on: 'button' }, '/venda'],
    ['Toque em Editar', { on: 'click' }, '/venda'],
    ['Preencha CPF na nota', { on: 'button' }, '/venda'],
    ['Toque em Desconto', { on: 'click' }, '/venda'],
    ['Toque em Finalizar', { on: 'event', event: 'venda_concluida' }, '/venda'],
  ])
  expect(steps.map(({ title }) => title.en).at(-1)).toBe('Tap Finalizar')
  for (const [n, step] of steps.entries())
    expect(Step.safeParse({ ...step, id: `passo-${n}`, body: [] }).error).toBeUndefined()
  const stored = JSON.stringify(steps)
  for (const secret of ['7891000100103', '123.456.789-09', '456']) expect(stored).not.toContain(secret)
  expect(steps.at(-1)!.target).toMatchObject({
    label: 'Finalizar',
    fingerprint: { key: 'finalizar', tag: 'button' },
  })
  expect(ana.errors).toEqual([])
})

test('the host works as ever: each of its buttons hears each touch, and typing arrives', async ({ page }) => {
  await anaRecords(page)
  await page.locator('aside button').first().click()
  await page.locator('[name=cpf]').fill('1')
  await page.locator('form button').click()
  const heard = await page.evaluate(() => window.heard.filter((line) => /^(click|submit)/.test(line)))
  expect(heard).toEqual(['click Desconto', 'click Salvar cliente', expect.stringMatching(/^submit/)])
  await expect(page.locator('[name=cpf]')).toHaveValue('1')
})

test('undo, delete, another title: the draft is what the list says', async ({ page }) => {
  const ana = await anaRecords(page)
  await page.locator('nav a').nth(1).click()
  await page.locator('aside button').first().click()
  await page.locator('[data-guia=finalizar]').click()
  await page.locator('nav a').nth(2).click()
  await ana.bar.getByRole('button', { name: 'Desfazer' }).click()
  await ana.list.getByRole('button', { name: 'Excluir o passo 1' }).click()
  await expect(ana.list.getByRole('listitem')).toHaveCount(2)
  await ana.list.getByRole('button', { name: 'Tocou em Finalizar' }).click()
  const title = ana.list.getByRole('textbox', { name: 'Título do passo 2' })
  await title.fill('Receba o cliente')
  await title.press('Enter')
  await expect(ana.list.getByText('Receba o cliente')).toBeVisible()
  const steps = await ana.stops()
  expect(steps.map(({ title }) => title['pt-BR'])).toEqual(['Toque em Desconto', 'Receba o cliente'])
  expect(await page.evaluate(() => window.heard.filter((line) => line.startsWith('keydown')))).toEqual([])
})

test('while paused nothing is recorded, and what our own bar hears is no step', async ({ page }) => {
  const ana = await anaRecords(page)
  await ana.bar.getByRole('button', { name: 'Pausar' }).click()
  await page.locator('[data-guia=finalizar]').click()
  await ana.bar.getByRole('button', { name: 'Continuar' }).click()
  await page.locator('aside button').first().click()
  expect((await ana.stops()).map(({ title }) => title['pt-BR'])).toEqual(['Toque em Desconto'])
})

test('a key of the keypad’s shadow root and a button in the card machine’s frame are steps like others', async ({
  page,
}) => {
  const ana = await anaRecords(page)
  await page.locator('pos-keypad').getByRole('button', { name: 'Receber' }).click()
  await page.frameLocator('#maquina').getByRole('button', { name: 'Cobrar no cartão' }).click()
  await page.keyboard.press('F4')
  expect((await ana.stops()).map(({ title }) => title.en)).toEqual([
    'Tap Receber',
    'Tap Cobrar no cartão',
    'Press F4',
  ])
})

test('with nothing done there is nothing to review, and leaving leaves no trace', async ({ page }) => {
  const ana = await anaRecords(page, 'en')
  await expect(ana.bar.getByRole('button', { name: 'Stop and review' })).toBeDisabled()
  await ana.bar.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('.rec-frame')).toHaveCount(0)
  expect(await page.evaluate(() => window.bench.cancelled)).toBe(1)
  expect(ana.errors).toEqual([])
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('on a pocket till the bar fits, the list opens when asked, and the main button stays free', async ({
    page,
  }) => {
    const ana = await anaRecords(page, 'pt-BR', { width: 360, height: 640 })
    await page.locator('nav a').first().tap()
    await expect(ana.list).toBeHidden()
    await ana.bar.getByRole('button', { name: /1 passo/ }).tap()
    await expect(ana.list.getByText('Venda')).toBeVisible()
    for (const part of [ana.bar, ana.list, ana.bar.getByRole('button', { name: 'Parar e revisar' })]) {
      const box = (await part.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(360)
      expect(box.y + box.height).toBeLessThanOrEqual(640)
    }
    const end = async () => ((await ana.bar.boundingBox())!.y > 320 ? 'bottom' : 'top')
    const before = await end()
    await ana.bar.getByRole('button', { name: 'Mudar a barra de lado' }).tap()
    await expect.poll(end).toBe(before === 'top' ? 'bottom' : 'top')
    expect((await ana.stops()).length).toBe(1)
  })
})
