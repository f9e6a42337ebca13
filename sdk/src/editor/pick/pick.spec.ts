import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { Snapshot } from '#contract/snapshot'
import { Target } from '#contract/target'
import { serveEditor } from '../../../fixtures/editor/serve'

let shop: Awaited<ReturnType<typeof serveEditor>>
let stranger: Server

test.beforeAll(async () => {
  shop = await serveEditor()
  stranger = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<button>De fora</button>'),
  )
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done))
})
test.afterAll(async () => {
  await shop.close()
  stranger.close()
})

/** Ana opens the shop and begins to point. A page's error, or a word of its policy against us, fails the test. */
async function anaPoints(page: Page, locale: 'pt-BR' | 'en' = 'pt-BR', size = { width: 1366, height: 900 }) {
  await page.setViewportSize(size)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const { port } = stranger.address() as AddressInfo
  await page.goto(`${shop.url}/shop.html?fora=http://127.0.0.1:${port}/`)
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      window.heard.push(`refused ${violatedDirective}`),
    ),
  )
  await page.evaluate((locale) => void window.bench.pick(locale), locale)
  const card = page.getByRole('dialog', { name: locale === 'en' ? 'This target is' : 'Este alvo é' })
  const middle = async (selector: string, frame?: string) => {
    const found = (frame ? page.frameLocator(frame) : page).locator(selector).first()
    await found.scrollIntoViewIfNeeded()
    const box = (await found.boundingBox())!
    return [box.x + box.width / 2, box.y + box.height / 2] as const
  }
  return {
    card,
    errors,
    crumb: page.locator('.pick-crumbs [aria-current]'),
    async hovers(selector: string, frame?: string) {
      await page.mouse.move(...(await middle(selector, frame)))
    },
    async clicks(selector: string, frame?: string) {
      await page.mouse.click(...(await middle(selector, frame)))
    },
    async taps(selector: string) {
      await page.touchscreen.tap(...(await middle(selector)))
    },
    uses: (name = 'Usar este alvo') => card.getByRole('button', { name, exact: true }).click(),
    picked: () => page.evaluate(() => window.bench.picked()),
    heard: () => page.evaluate(() => window.heard),
  }
}

test('Finalizar is pointed at by its icon: the host feels nothing, and the target is found again', async ({
  page,
}) => {
  const ana = await anaPoints(page)
  await ana.hovers('[data-guia=finalizar] svg')
  await expect(ana.crumb).toHaveText('Finalizar')
  const outline = (await page.locator('.pick-outline').boundingBox())!
  const button = (await page.locator('[data-guia=finalizar]').boundingBox())!
  expect(Math.abs(outline.width - button.width - 4)).toBeLessThanOrEqual(1)
  await ana.clicks('[data-guia=finalizar] svg')
  await expect(ana.card.getByRole('heading', { name: 'Muito seguro' })).toBeVisible()
  await expect(ana.card.getByText('data-guia “finalizar”')).toBeVisible()
  await expect(ana.card.getByText('o valor R$ 89,06 muda a cada vez')).toBeVisible()
  await ana.uses()
  const picked = await ana.picked()
  expect(picked).toMatchObject({ tag: 'button', level: 'very_sure', isFound: true })
  expect(Target.safeParse(picked!.target).error).toBeUndefined()
  expect(picked!.target.label).toBe('Finalizar')
  await expect(page.locator('.pick')).toHaveCount(0)
  expect(await ana.heard()).toEqual([])
  expect(ana.errors).toEqual([])
})

test('once the pointing is over, the host’s buttons work as ever', async ({ page }) => {
  const ana = await anaPoints(page)
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => window.bench.cancelled)).toBe(1)
  await page.locator('[data-guia=finalizar]').click()
  expect(await ana.heard()).toContainEqual(expect.stringMatching(/^click /))
})

test('by keys alone: Tab walks the controls, arrows climb, Enter takes, Escape goes back', async ({
  page,
}) => {
  const ana = await anaPoints(page)
  await page.locator('#busca').focus()
  await page.keyboard.press('Tab')
  await expect(ana.crumb).toHaveText('Venda')
  await page.keyboard.press('Tab')
  await expect(ana.crumb).toHaveText('Produtos')
  await page.keyboard.press('Shift+Tab')
  await expect(ana.crumb).toHaveText('Venda')
  await page.keyboard.press('ArrowUp')
  await expect(ana.crumb).toHaveText('Menu')
  await page.keyboard.press('ArrowDown')
  await expect(ana.crumb).toHaveText('Venda')
  await page.keyboard.press('ArrowRight')
  await expect(ana.crumb).toHaveText('Produtos')
  await page.keyboard.press('Enter')
  await expect(ana.card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ana.card).toBeHidden()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await ana.uses()
  expect((await ana.picked())!.says).toBe('Venda')
  expect((await ana.heard()).filter((line) => line.startsWith('keydown'))).toEqual([])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('busca')
})

test('the path leads to the parent with one click', async ({ page }) => {
  const ana = await anaPoints(page)
  await ana.clicks('tbody tr:nth-child(3) button')
  await page.locator('.pick-crumbs').getByRole('button').first().click()
  await expect(ana.crumb).not.toHaveText('Editar')
  await expect(ana.card).toBeVisible()
})

test('a key in two shadow roots and a button in the card machine’s frame are pointed at and found', async ({
  page,
}) => {
  const ana = await anaPoints(page)
  await ana.clicks('pos-keypad button >> text="7"')
  await ana.card.getByRole('button', { name: /^Usar/ }).first().click()
  expect(await ana.picked()).toMatchObject({ says: '7', isFound: true })
  await page.evaluate(() => void window.bench.pick())
  await ana.clicks('#cobrar', '#maquina')
  await expect(ana.crumb).toHaveText('Cobrar no cartão')
  await ana.uses()
  expect(await ana.picked()).toMatchObject({ id: 'cobrar', isFound: true })
  expect(await ana.heard()).toEqual([])
})

test('a stranger’s frame is one block, and nothing in it is looked at', async ({ page }) => {
  const ana = await anaPoints(page)
  await ana.hovers('#fora')
  await expect(ana.crumb).toHaveText('Outra loja')
  await page.keyboard.press('ArrowDown')
  await expect(ana.crumb).toHaveText('Outra loja')
  expect(ana.errors).toEqual([])
})

test('“Editar” of Café is held by its row, or by its place if she says so', async ({ page }) => {
  const ana = await anaPoints(page)
  await ana.clicks('tbody tr:nth-child(3) button')
  await expect(ana.card.getByLabel('A linha que contém “Café”')).toBeChecked()
  await ana.uses()
  const held = await ana.picked()
  expect(held!.target.fingerprint).toMatchObject({ row: 'café' })
  expect(held!.target.selector).toBeUndefined()

  await page.evaluate(() => void window.bench.pick())
  await ana.clicks('tbody tr:nth-child(3) button')
  await ana.card.getByText('A 3ª linha, seja qual for').click()
  await ana.card.getByRole('button', { name: /^Usar/ }).last().click()
  const placed = (await ana.picked())!.target
  expect(placed.fingerprint).not.toHaveProperty('row')
  await page.evaluate(() =>
    window.renderTable([
      ['Leite', '5'],
      ['Sal', '2'],
      ['Trigo', '4'],
      ['Café', '18'],
    ]),
  )
  const rows = await page.evaluate(
    (targets) => targets.map((target) => window.bench.find(target)?.closest('tr')?.cells[0]?.textContent),
    [held!.target, placed],
  )
  expect(rows).toEqual(['Café', 'Trigo'])
})

test('a line of a list that hands its elements on is weak, and the card says why', async ({ page }) => {
  const ana = await anaPoints(page)
  await ana.clicks('.line button')
  await expect(ana.card.getByRole('heading', { name: 'Fraco' })).toBeVisible()
  await expect(ana.card.getByText('rolar troca o elemento')).toBeVisible()
  await expect(ana.card.getByRole('button', { name: 'Usar assim' })).toBeVisible()
})

test('one article of the shelf is weak, for another shop has others: the whole shelf is the better choice', async ({
  page,
}) => {
  const ana = await anaPoints(page)
  await page.evaluate(() => {
    const shelf = document.createElement('div')
    shelf.setAttribute('data-guia', 'prateleira')
    for (const [n, name] of ['Arroz', 'Feijão', 'Sal', 'Trigo'].entries()) {
      const tile = document.createElement('button')
      tile.type = 'button'
      tile.setAttribute('data-guia', `produto-p00${n}`)
      tile.appendChild(document.createElement('span')).textContent = name
      shelf.append(tile)
    }
    document.querySelector('aside')!.append(shelf)
  })
  await ana.clicks('[data-guia=produto-p002]')
  await expect(ana.card.getByText('outra loja pode não ter este')).toBeVisible()
  await ana.uses('Usar a lista inteira')
  expect((await ana.picked())!.target.fingerprint).toMatchObject({ key: 'prateleira' })
})

test('an expert’s selector is measured by the same meter and backed by the fingerprint', async ({ page }) => {
  const ana = await anaPoints(page)
  await ana.clicks('#lista')
  await page.keyboard.press('Escape')
  await ana.clicks('aside button')
  await ana.card.getByRole('button', { name: /Seletor CSS/ }).click()
  const field = ana.card.getByRole('textbox', { name: 'Seletor CSS' })
  await field.fill('button')
  await expect(ana.card.getByText(/Acha \d+: o que vale é o apontado/)).toBeVisible()
  await field.fill('aside >')
  await expect(ana.card.getByText('Não acha nada nesta tela.')).toBeVisible()
  await field.fill('#b8f1e2')
  await expect(ana.card.getByText('Acha este elemento, e só ele.')).toBeVisible()
  await expect(ana.card.getByText('Seletor digitado')).toBeVisible()
  await ana.card.getByRole('button', { name: /^Usar/ }).last().click()
  expect((await ana.picked())!.target).toMatchObject({ selector: '#b8f1e2', fingerprint: { tag: 'button' } })
})

test('the picture of the page shows its labels and keeps amounts, names and what was typed to the till', async ({
  page,
}) => {
  const ana = await anaPoints(page)
  await page.locator('[name=cpf]').evaluate((field: HTMLInputElement) => {
    field.value = '123.456.789-09'
  })
  await ana.clicks('[data-guia=finalizar]')
  await ana.uses()
  const { snapshot } = (await ana.picked())!
  expect(Snapshot.safeParse(snapshot).error).toBeUndefined()
  const words = snapshot.texts.map((text) => text[7]).filter(Boolean)
  expect(words).toEqual(expect.arrayContaining(['Finalizar', 'Editar', 'Desconto', 'Salvar cliente']))
  const json = JSON.stringify(snapshot.texts)
  for (const secret of ['89', '123', 'maria', 'Lurdes', 'Fiado', 'Açúcar', 'Café'])
    expect(json).not.toContain(secret)
  expect(JSON.stringify(snapshot).length).toBeLessThanOrEqual(6000)
})

test('a page of two thousand boxes still makes a small picture with its target in it', async ({ page }) => {
  const ana = await anaPoints(page)
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    const grid = document.querySelector('main')!
    for (let n = 0; n < 2000; n++) {
      const key = document.createElement('button')
      key.textContent = `Artigo ${'abcdefghij'[n % 10]}`
      key.style.background = `rgb(${n % 255}, ${(n * 7) % 255}, ${(n * 13) % 255})`
      grid.prepend(key)
    }
  })
  const snapshot = await page.evaluate(() => window.bench.snapshot('[data-guia=finalizar]'))
  expect(Snapshot.safeParse(snapshot).error).toBeUndefined()
  expect(snapshot.texts.map((text) => text[7])).toContain('Finalizar')
  expect(ana.errors).toEqual([])
})

test('an element that comes late, and one whose every node a render replaced, keep their card', async ({
  page,
}) => {
  const ana = await anaPoints(page)
  await ana.clicks('tbody tr:nth-child(3) button')
  await expect(ana.card).toBeVisible()
  await page.evaluate(() => window.renderTable())
  await expect(ana.card).toBeVisible()
  await expect(ana.crumb).toHaveText('Editar')
  await ana.uses()
  expect(await page.evaluate(() => window.bench.pickedElement()?.closest('tr')?.cells[0]?.textContent)).toBe(
    'Café',
  )

  await page.evaluate(() => void window.bench.pick())
  await page.evaluate(() => {
    const late = document.createElement('button')
    late.id = 'sangria'
    late.textContent = 'Sangria'
    document.querySelector('aside')!.append(late)
  })
  await ana.clicks('#sangria')
  await expect(ana.crumb).toHaveText('Sangria')
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('the first tap outlines, a finger that moves takes the outline along, the second tap takes', async ({
    page,
  }) => {
    const ana = await anaPoints(page, 'en', { width: 800, height: 1280 })
    await ana.taps('aside button')
    await expect(ana.crumb).toHaveText('Desconto')
    await expect(ana.card).toBeHidden()
    await ana.taps('[data-guia=finalizar]')
    await expect(ana.crumb).toHaveText('Finalizar')
    await expect(ana.card).toBeHidden()
    await ana.taps('[data-guia=finalizar]')
    await expect(ana.card.getByRole('heading', { name: 'Very sure' })).toBeVisible()
    await ana.uses('Use this target')
    expect((await ana.picked())!.target.label).toBe('Finalizar')
    expect(await ana.heard()).toEqual([])
  })

  test('or “Escolher” takes it, and on a pocket till the card leaves what it judges in sight', async ({
    page,
  }) => {
    const ana = await anaPoints(page, 'pt-BR', { width: 360, height: 640 })
    for (const selector of ['nav a', 'aside button']) {
      await ana.taps(selector)
      await page.getByRole('button', { name: 'Escolher' }).tap()
      await expect(ana.card).toBeVisible()
      await expect
        .poll(async () => {
          const [box, lit] = [await ana.card.boundingBox(), await page.locator('.pick-outline').boundingBox()]
          if (!box || !lit) return 'gone'
          if (box.x < 0 || box.x + box.width > 360 || box.y + box.height > 640) return 'off the screen'
          return box.y >= lit.y + lit.height || box.y + box.height <= lit.y ? 'beside it' : 'over it'
        })
        .toBe('beside it')
      await expect(ana.card.getByRole('button', { name: /^Usar/ }).first()).toBeInViewport()
      await page.keyboard.press('Escape')
    }
    expect(await ana.heard()).toEqual([])
  })
})
