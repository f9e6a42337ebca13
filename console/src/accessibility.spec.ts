import { accessibilityProblems, expect, test } from '../testing'
import { menu } from './shell/menu'

const pages = [
  ...menu.flatMap(({ pages }) => pages.map(({ href }) => href)),
  '/contents/primeira-venda',
  '/contents/guia-de-implantacao',
  '/contents/primeira-venda/report',
  '/segments/quem-vende',
  '/milestones/new',
  '/accounts/flor-de-chita',
  '/users/chita-bia',
]

for (const theme of ['light', 'dark'] as const)
  for (const locale of ['pt-BR', 'en'] as const)
    test(`no page has an obstacle that axe can see: ${theme}, ${locale}`, async ({ ana, api }) => {
      await ana.evaluate(
        ([theme, locale]) => {
          localStorage.setItem('trilha.theme', theme)
          localStorage.setItem('trilha.locale', locale)
        },
        [theme, locale] as const,
      )
      for (const path of pages) {
        await ana.goto(api.url + path)
        await expect(ana.locator('main').getByRole('heading').first()).toBeAttached()
        await ana.waitForLoadState('networkidle')
        expect(await accessibilityProblems(ana), path).toEqual([])
      }
      await expect(ana.locator('html')).toHaveAttribute('lang', locale)
    })

for (const size of [
  { width: 1366, height: 768 },
  { width: 800, height: 1280 },
  { width: 360, height: 640 },
])
  test(`no page scrolls sideways at ${size.width} × ${size.height}`, async ({ ana, api }) => {
    await ana.setViewportSize(size)
    for (const path of pages) {
      await ana.goto(api.url + path)
      await ana.waitForLoadState('networkidle')
      const width = await ana.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(size.width)
    }
  })
