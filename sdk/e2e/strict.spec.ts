import type { ChecklistContent, TourContent } from '#contract/experience'
import { guide, firstSale as walk } from '../fixtures/surfaces/tours'
import { offer } from '../fixtures/tours'
import { expect, type Till, test } from './till'

/** The strictest policy there is: nothing by default, scripts by nonce, no string ever becomes HTML or script. */
const strict = (api: string, style: string) =>
  `default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src ${api}; style-src ${style}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

// Told by the document itself, from before the first script.
const LISTEN = `window.seen = []; document.addEventListener('securitypolicyviolation', (e) => window.seen.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ' ' + e.sample))`

const tour = { ...walk, id: 'venda', version: 1 } as TourContent
const list = { ...guide, id: 'guia', version: 1 } as ChecklistContent

async function open({ page, shop, front, open }: Till, style: string) {
  await page.addInitScript(LISTEN)
  front.headers = { 'content-security-policy': strict(shop.api, style) }
  shop.bundle.candidates = [offer(tour), offer(list)]
  shop.contents = { 'h-venda': tour, 'h-guia': list }
  await open('plain')
}

const violations = ({ page }: Till) => page.evaluate('window.seen')

/** Both surfaces are there, laid out and coloured by our own rules. */
async function isStyled({ page }: Till) {
  const card = page.getByRole('dialog', { name: 'Vamos fazer sua primeira venda?' })
  await expect(card).toBeVisible()
  await expect(card).toHaveCSS('border-top-style', 'solid')
  const main = card.locator('.main')
  await expect(main).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  const launcher = page.getByRole('button', { name: /^Guia/ })
  await expect(launcher).toBeVisible()
  await card.getByRole('button', { name: 'Agora não' }).click()
  await launcher.click()
  const panel = page.getByRole('dialog', { name: 'Guia de implantação' })
  await expect(panel).toBeVisible()
  await expect(panel).toHaveCSS('border-top-style', 'solid')
}

for (const style of ["'nonce-n1'", "'none'"])
  test(`with style-src ${style} tour and checklist are drawn and styled, and no policy is broken`, async ({
    till,
    hosts,
  }) => {
    await open(till, style)
    await isStyled(till)
    expect(await violations(till)).toEqual([])
    expect(await hosts.plain.check(till.view)).toEqual([])
    expect(till.complaints).toEqual([])
  })

test('the one-file build breaks no policy either', async ({ till }) => {
  const build = `<script nomodule`
  till.front.edit = (html) =>
    html
      .replace(/<script nonce="n1" type="module"[^>]*><\/script>/, '')
      .replace(/<script nonce="n1" nomodule/, '<script nonce="n1"')
  await open(till, "'none'")
  expect(await till.page.content()).not.toContain(build)
  await isStyled(till)
  expect(await violations(till)).toEqual([])
  expect(till.complaints).toEqual([])
})

test('styles that come as elements carry the host’s nonce where a browser has no other way', async ({
  till,
}) => {
  await till.page.addInitScript(`
    delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets
    delete CSSStyleSheet.prototype.replaceSync`)
  till.shop.options = "nonce:'n1',"
  await open(till, "'nonce-n1'")
  await isStyled(till)
  expect(await violations(till)).toEqual([])
})
