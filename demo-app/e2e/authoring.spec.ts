import type { Browser, Page } from '@playwright/test'
import type { World } from '../../scripts/world'
import { ana } from './ana'
import { overlay } from './overlay'
import { till } from './till'
import { expect, test } from './world'

/** Ana signed in at both ends of one browser: the console, and Dona Lurdes' till as Maria. */
async function office(browser: Browser, world: World, how: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...how })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  const she = ana(page, world)
  await she.signsIn()
  const maria = till(page, world.tillUrl)
  await maria.opensShop()
  await maria.signsIn('lurdes-maria', '1234')
  return { context, page, she, errors }
}

const edit = (page: Page) => page.getByRole('button', { name: 'Editar na tela' }).click()

test('Ana goes from the console to the running till, writes on the card itself, and a reload finds her where she was', async ({
  browser,
  world,
}) => {
  test.setTimeout(180_000)
  const { page, she, errors, context } = await office(browser, world)
  const exchanges: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/authoring/token')) exchanges.push(request.postData()!)
  })
  let token = ''
  page.on('response', async (answer) => {
    if (answer.url().endsWith('/v1/authoring/token')) token = (await answer.json()).token ?? token
  })
  await she.beginsATour('Escrito na tela')
  await edit(page)
  const tool = overlay(page)
  await expect(tool.rail).toBeVisible()
  expect(page.url()).not.toContain('trilha-editor')

  await tool.writes('Vamos vender hoje?')
  await tool.saved()
  await tool.rail.getByRole('button', { name: 'Adicionar passo' }).click()
  await expect(tool.title).toBeFocused()
  await page.keyboard.type('Abra a venda')
  await expect(page.getByText('12 de 60')).toBeVisible()
  await page.keyboard.press('Escape')
  await tool.body.click()
  await page.keyboard.type('Olá, ')
  await page.getByRole('button', { name: 'Nome da pessoa' }).click()
  await page.keyboard.type('. Toque em ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Venda')
  await page.keyboard.press('Escape')
  await expect(tool.body).toHaveText('Olá, você. Toque em Venda')
  await expect(tool.body.locator('strong')).toHaveText('Venda')

  await tool.panel.getByRole('button', { name: 'Acontece um evento' }).click()
  await tool.rail.getByRole('button', { name: 'Navegar' }).click()
  const maria = till(page, world.tillUrl)
  await maria.mark('nav-venda').click()
  await maria.mark('abrir-caixa').click()
  await maria.opensTheDrawer()
  await page.getByRole('button', { name: 'Voltar a editar' }).click()
  await tool.panel.getByRole('button', { name: /^caixa_aberto/ }).click()
  await expect(tool.panel.getByRole('textbox', { name: 'Evento' })).toHaveValue('caixa_aberto')
  await tool.panel.getByRole('button', { name: /^Esta tela/ }).click()

  await tool.rail.getByRole('button', { name: 'Desfazer' }).click()
  await expect(tool.panel.getByRole('textbox', { name: 'Só na tela' })).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(tool.panel.getByRole('textbox', { name: 'Só na tela' })).not.toHaveValue('')
  await tool.saved()

  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(kept).not.toContain(token)
  await page.reload()
  await expect(tool.title).toHaveText('Abra a venda')
  await expect(tool.rail.getByRole('button', { name: 'Passo 2: Abra a venda' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  expect(page.url()).not.toContain('trilha-editor')

  const origin = new URL(world.tillUrl).origin
  const again = await context.request.post(`${world.consoleUrl}/v1/authoring/token`, {
    headers: { origin, 'content-type': 'application/json' },
    data: exchanges.at(-1)!,
  })
  expect(again.status()).toBe(401)
  await tool.writes('Depois da cópia')
  await expect(tool.rail.getByText('A edição expirou, guardado aqui')).toBeVisible()
  await page.getByRole('button', { name: 'Entrar de novo' }).click()
  await expect(tool.title).toHaveText('Depois da cópia')
  await tool.saved()

  await tool.rail.getByRole('button', { name: 'Publicar…' }).click()
  await expect(page.getByRole('heading', { name: '2 passos' })).toBeVisible()
  await expect(page.getByText('Depois da cópia').first()).toBeVisible()
  expect(errors).toEqual([])
})

test('somebody writes in the console at the same time: both are joined, and only the same words are asked about', async ({
  browser,
  world,
}) => {
  test.setTimeout(180_000)
  const { page, she, context, errors } = await office(browser, world)
  await she.beginsATour('A quatro mãos')
  const beside = await context.newPage()
  await beside.goto(page.url())
  await edit(page)
  const tool = overlay(page)
  await tool.writes('Da tela')
  await tool.saved()

  await beside.reload()
  const field = beside.getByRole('textbox', { name: 'Título', exact: true })
  await beside.getByText('Acontece um evento').click()
  await expect(beside.getByText(/salvo às/).first()).toBeVisible()
  await tool.writes('Da tela, outra vez')
  await expect(page.getByText('Ana Ribeiro também mudou este passeio. Juntamos os dois.')).toBeVisible()
  await tool.saved()

  await beside.reload()
  await expect(field).toHaveValue('Da tela, outra vez')
  await field.fill('Do console')
  await expect(beside.getByText(/salvo às/).first()).toBeVisible()
  await tool.writes('Minhas palavras')
  const asked = page.getByRole('alert')
  await expect(asked).toContainText('mudou as mesmas palavras')
  await asked.getByRole('button', { name: 'Usar as novas' }).click()
  await expect(tool.title).toHaveText('Do console')
  await tool.rail.getByRole('button', { name: 'Desfazer' }).click()
  await expect(tool.title).toHaveText('Minhas palavras')
  await tool.saved()
  await beside.reload()
  await expect(field).toHaveValue('Minhas palavras')
  expect(errors).toEqual([])
})

test('what she writes without connection is kept in her tab and arrives later', async ({
  browser,
  world,
}) => {
  test.setTimeout(180_000)
  const { page, she } = await office(browser, world)
  await she.beginsATour('No trem')
  await edit(page)
  const tool = overlay(page)
  await expect(tool.rail).toBeVisible()
  const deaf = '**/v1/authoring/draft'
  await page.route(deaf, (route) => route.abort())
  await tool.writes('Escrito no túnel')
  await expect(tool.rail.getByText('Sem conexão, guardado aqui')).toBeVisible()
  await page.unroute(deaf)
  await page.reload()
  await expect(tool.title).toHaveText('Escrito no túnel')
  await tool.saved()
})

test('on a phone, by touch: steps, words, settings and another order', async ({ browser, world }) => {
  test.setTimeout(180_000)
  const { page, she, errors } = await office(browser, world)
  await she.beginsATour('Com o dedo')
  const id = page.url().split('/').pop()
  const state = await page.context().storageState()
  const phone = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    storageState: state,
  })
  const small = await phone.newPage()
  await small.goto(`${world.tillUrl}/?bar=0#trilha-editor=${id}`)
  // She did not come from the console in this browser, so she is asked first.
  await expect(small.getByText('Escrito').or(small.getByText('Com o dedo'))).toBeVisible()
  await small.getByRole('button', { name: 'Editar na tela' }).tap()
  const tool = overlay(small)
  await expect(tool.rail).toBeVisible()
  await tool.title.tap()
  await small.keyboard.press('Control+a')
  await small.keyboard.type('Primeiro')
  await small.keyboard.press('Enter')
  await tool.rail.getByRole('button', { name: 'Passo 1 de 1' }).tap()
  const list = small.getByRole('dialog', { name: 'Lista de passos' })
  await list.getByRole('button', { name: 'Adicionar passo' }).tap()
  await expect(tool.title).toBeFocused()
  await small.keyboard.type('Segundo')
  await small.keyboard.press('Enter')
  await tool.saved()
  await tool.rail.getByRole('button', { name: 'Passo 2 de 2' }).tap()
  const grip = await list.getByRole('button', { name: 'Mover Segundo' }).boundingBox()
  const first = await list.getByRole('button', { name: 'Mover Primeiro' }).boundingBox()
  await drag(small, centre(grip!), { x: centre(first!).x, y: first!.y + 4 })
  await expect(list.getByRole('listitem').first()).toContainText('Segundo')
  await list.getByRole('button', { name: 'Fechar' }).tap()
  await tool.rail.getByRole('button', { name: 'Ajustes do passo' }).tap()
  await tool.panel.getByRole('button', { name: 'Celebração' }).tap()
  await tool.saved()
  expect(errors).toEqual([])
})

const centre = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width / 2,
  y: y + height / 2,
})

/** One finger, down, along and up. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: typeof from) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  await touch('touchStart', from)
  for (const part of [0.3, 0.6, 1])
    await touch('touchMove', { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })
  await touch('touchEnd')
}
