import { type BrowserContextOptions, expect, type Locator, type Page, test } from '@playwright/test'
import type { ChecklistContent, TourContent } from '#contract/experience'
import { openShop, type Shop } from '../../fixtures/host'
import { guide, firstSale as walk } from '../../fixtures/surfaces/tours'
import { firstSale, offer } from '../../fixtures/tours'

// A till whose reader enlarges everything, or gives it colours of her own.

let shop: Shop
const list = { ...guide, id: 'guia', version: 1 } as ChecklistContent
const welcome = { ...walk, id: 'venda', version: 1 } as TourContent

test.beforeEach(async () => {
  shop = await openShop()
  shop.body += `<script nonce="n1">trilha.identify('maria', { account: { id: 'loja-1' } })</script>`
})
test.afterEach(() => shop.close())

function offers(...contents: Array<TourContent | ChecklistContent>) {
  shop.bundle.candidates = contents.map((content) => offer(content))
  shop.contents = Object.fromEntries(contents.map((content) => [`h-${content.id}`, content]))
}
const card = (page: Page) => page.getByRole('dialog').first()

/** In sight as a whole, or scrolled inside itself; nothing beside it, and every button a full target. */
async function fits(page: Page, surface: Locator) {
  const { width, height } = page.viewportSize()!
  const box = (await surface.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(width)
  expect(box.y + box.height).toBeLessThanOrEqual(height)
  expect(await surface.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
    0,
  )
  for (const button of await surface.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded()
    const target = (await button.boundingBox())!
    expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(44)
    expect(target.x + target.width).toBeLessThanOrEqual(width)
  }
}

/** The browser's zoom halves the page's own pixels and doubles each. */
const zoomed = (width: number, height: number): BrowserContextOptions => ({
  viewport: { width: width / 2, height: height / 2 },
  deviceScaleFactor: 2,
})

for (const [width, height] of [
  [1366, 768],
  [800, 1280],
] as const)
  test.describe(`at 200 % zoom on ${width} px`, () => {
    test.use(zoomed(width, height))

    test('a step fits, its buttons stay whole, and so does the pill it folds to', async ({ page }) => {
      offers(firstSale)
      await page.goto(shop.page)
      await expect(page.getByText('Abra o caixa', { exact: true })).toBeVisible()
      await fits(page, card(page))
      await page.evaluate("trilha.busy('venda')")
      await expect(card(page)).toBeHidden()
      await page.evaluate("trilha.free('venda')")
      const pill = page.getByRole('button', { name: 'Retomar passo 1' })
      const box = (await pill.boundingBox())!
      expect(box.x + box.width).toBeLessThanOrEqual(width / 2)
      expect(box.height).toBeGreaterThanOrEqual(44)
    })

    test('the checklist fits, and what it has no room for is scrolled inside it', async ({ page }) => {
      offers(list)
      // Where there is little room a launcher needs the host's reserved place.
      shop.body += '<header data-trilha-slot="guide" style="width:160px;height:56px"></header>'
      await page.goto(shop.page)
      await page.getByRole('button', { name: /guia/i }).last().click()
      const panel = page.getByRole('dialog', { name: 'Guia de implantação' })
      await expect(panel).toBeVisible()
      await fits(page, panel)
    })
  })

test.describe('with colours of the reader’s own', () => {
  test.use({ viewport: { width: 1366, height: 768 } })

  test('card, welcome and checklist keep their edges, and their buttons theirs', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    offers(welcome, list)
    await page.goto(shop.page)
    await expect(card(page)).toBeVisible()
    await page.getByRole('button', { name: /^Guia/ }).waitFor()
    const edges = await page.evaluate(() =>
      [...document.querySelectorAll('trilha-frame')].flatMap((frame) =>
        [...frame.shadowRoot!.querySelectorAll('.card, button.full, button.soft, button.line, .pill')].map(
          (element) => {
            const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element)
            return {
              what: element.className,
              width: parseFloat(borderTopWidth),
              seen: borderTopColor !== backgroundColor,
            }
          },
        ),
      ),
    )
    expect(edges.length).toBeGreaterThan(2)
    for (const edge of edges) expect(edge, edge.what).toMatchObject({ width: expect.any(Number), seen: true })
    expect(edges.every(({ width }) => width >= 1)).toBe(true)
  })
})

test('a host whose rem is ten pixels shrinks no card', async ({ page }) => {
  offers(firstSale)
  shop.top = '<style>html{font-size:62.5%}body{font-size:1.4rem}</style>'
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(shop.page)
  await expect(card(page)).toBeVisible()
  expect((await card(page).boundingBox())!.width).toBe(404)
  const title = page.getByText('Abra o caixa', { exact: true })
  expect(
    await title.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(20)
})
