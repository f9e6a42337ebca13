import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'esbuild'
import type { Hints } from '#contract/sight'
import type * as absent from './absent'
import type * as describing from './describe'
import type { Wanted } from './find'

declare global {
  interface Window {
    absent: typeof absent & typeof describing
  }
}

let script: string
test.beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './absent'; export * from './describe'",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'absent',
    target: 'es2017',
  })
  script = outputFiles[0]!.text
})

const SALE = `<main><h1>Venda</h1><p>Total a pagar</p>
  <button class="pay">Receber agora</button><button>Desconto</button><a href="/ajuda">Ajuda</a></main>`

async function show(page: Page, html: string) {
  await page.setContent(
    `<style>button, a, li { display: inline-block; min-width: 80px; height: 40px }</style>${html}`,
  )
  await page.addScriptTag({ content: script })
}

const pointAt = (page: Page, selector: string) =>
  page.evaluate((s) => window.absent.describe(document.querySelector(s)!), selector)

const why = (page: Page, target: Wanted) =>
  page.evaluate((wanted) => window.absent.whyMissing(wanted) as Hints | undefined, target)

test('a button the release took away is absent, and one that stands there has no reason', async ({
  page,
}) => {
  await show(page, SALE)
  const fingerprint = await pointAt(page, '.pay')
  expect(await why(page, { fingerprint })).toBeUndefined()
  await show(page, SALE.replace(/<button class="pay">.*?<\/button>/, ''))
  expect(await why(page, { fingerprint })).toMatchObject({ because: 'absent', n: 0 })
  expect(await why(page, { selector: '.pay' })).toEqual({ because: 'absent', confidence: 0, n: 0 })
})

test('of several that are alike the till says how many', async ({ page }) => {
  await show(page, SALE)
  expect(await why(page, { selector: 'button' })).toMatchObject({ because: 'several', n: 2 })
  const row = (name: string) => `<li>${name} <button>Editar</button></li>`
  await show(page, `<ul>${['Café', 'Arroz', 'Leite'].map(row).join('')}</ul>`)
  const fingerprint = await pointAt(page, 'button')
  await show(page, `<div>${'<p><button>Editar</button></p>'.repeat(3)}</div>`)
  expect((await why(page, { fingerprint }))!.because).toMatch(/several|weak|absent/)
})

test('a button that is there but hidden is told from one in a menu nobody opened', async ({ page }) => {
  await show(page, SALE)
  const fingerprint = await pointAt(page, '.pay')
  await show(page, SALE.replace('class="pay"', 'class="pay" style="visibility:hidden"'))
  expect(await why(page, { fingerprint })).toMatchObject({ because: 'hidden', n: 1 })
  expect(await why(page, { selector: '.pay' })).toMatchObject({ because: 'hidden', n: 1 })

  const pay = '<button class="pay">Receber agora</button>'
  const folds = [
    `<details><summary>Mais</summary>${pay}</details>`,
    `<dialog>${pay}</dialog>`,
    `<div popover>${pay}</div>`,
    `<button aria-expanded="false">Mais</button><div hidden>${pay}</div>`,
    `<button aria-expanded="false" aria-controls="mais">Mais</button><p></p><div id="mais" hidden>${pay}</div>`,
  ]
  for (const fold of folds) {
    await show(page, SALE.replace(pay, fold))
    expect(await why(page, { fingerprint, selector: '.pay' }), fold).toMatchObject({ because: 'closed' })
  }
})
