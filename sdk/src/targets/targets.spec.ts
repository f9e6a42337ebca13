import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'esbuild'
import type * as describing from './describe'
import type * as finding from './index'

declare global {
  interface Window {
    targets: typeof finding & typeof describing
    fingerprint: ReturnType<typeof describing.describe>
    seen: Array<string | null>
    render(language: string, release?: number, without?: string): void
    renderTable(rows?: string[][]): void
  }
}

const here = fileURLToPath(new URL('.', import.meta.url))
const pages = fileURLToPath(new URL('../../fixtures/targets/', import.meta.url))
let script: string
let shop: Server
let stranger: Server
const address = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** Serves the fixtures; two of these are two origins. */
function serve(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url!, 'http://shop').pathname)
    const page = await readFile(pages + name, 'utf8').catch(() => null)
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)))
}

test.beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './index'; export * from './describe'",
      resolveDir: here,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'targets',
    target: 'es2017',
  })
  script = outputFiles[0]!.text
  shop = await serve()
  stranger = await serve()
})
test.afterAll(() => {
  shop.close()
  stranger.close()
})

async function open(page: Page, path: string) {
  await page.goto(`${address(shop)}/${path}`)
  await page.addScriptTag({ content: script })
}

/** Ana points at an element; what she stores is JSON. Playwright's selectors go into shadow roots. */
async function pointAt(page: Page, selector: string, within = page.mainFrame()) {
  const handle = await within.locator(selector).first().elementHandle()
  return page.mainFrame() === within
    ? page.evaluate(
        (element) => JSON.parse(JSON.stringify(window.targets.describe(element as Element))),
        handle,
      )
    : handle!.evaluate((element) =>
        JSON.parse(JSON.stringify((parent as Window).targets.describe(element as Element))),
      )
}

/** What the till finds: its words and how sure it is, or null. */
const lookFor = (page: Page, target: finding.Wanted) =>
  page.evaluate((target) => {
    const found = window.targets.find(target)
    return found && { text: (found.element.textContent ?? '').trim(), sure: found.confidence >= 0.9 }
  }, target)

test('an untouched page answers with the very element, small and sure', async ({ page }) => {
  for (const name of ['sale.html', 'products.html']) {
    await open(page, name)
    const answers = await page.evaluate(() =>
      [...document.querySelectorAll('a,button,input,h1,h2')].map((element) => {
        const json = JSON.stringify(window.targets.describe(element))
        const found = window.targets.locate(JSON.parse(json))
        return {
          said: element.textContent,
          same: found?.element === element,
          confidence: found?.confidence,
          size: json.length,
        }
      }),
    )
    expect(answers.length).toBeGreaterThan(6)
    for (const answer of answers) expect(answer).toMatchObject({ same: true })
    expect(Math.max(...answers.map(({ size }) => size))).toBeLessThanOrEqual(1000)
    expect(Math.min(...answers.map(({ confidence }) => confidence ?? 0))).toBeGreaterThan(0.9)
  }
})

test('a key is found in the keypad’s shadow root, though a build renames its classes and moves it', async ({
  page,
}) => {
  await open(page, 'keypad.html')
  const seven = await pointAt(page, 'button:text-is("7")')
  expect(JSON.stringify(seven)).not.toMatch(/"cls"/)
  await open(page, 'keypad.html?keys=1 2 3 4 5 6 7 8 9 0')
  expect(await lookFor(page, { fingerprint: seven })).toMatchObject({ text: '7' })
  expect(await lookFor(page, { selector: '#pay' })).toMatchObject({ text: 'Receber', sure: true })
})

test('a button in the card machine’s frame is found, and a stranger’s frame is passed by in silence', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await open(page, `payment.html?stranger=${address(stranger)}/card.html`)
  const own = page.frame({ url: (url) => url.origin === address(shop) && url.pathname === '/card.html' })!
  const charge = await pointAt(page, 'button', own)
  const found = await page.evaluate((fingerprint) => {
    const found = window.targets.find({ fingerprint })
    return (
      found?.element.ownerDocument === (document.getElementById('own') as HTMLIFrameElement).contentDocument
    )
  }, charge)
  expect(found).toBe(true)
  await page.evaluate(() => document.getElementById('own')?.remove())
  expect(await lookFor(page, { fingerprint: charge })).toBeNull()
  expect(errors).toEqual([])
})

test('the Editar of Café is found after the list was sorted anew, and missing once Café has gone', async ({
  page,
}) => {
  await open(page, 'products.html')
  const edit = await pointAt(page, 'tr:has-text("Café") button:text("Editar")')
  const rowFound = () =>
    page.evaluate(
      (fingerprint) =>
        window.targets.find({ fingerprint })?.element.closest('tr')?.cells[0]?.textContent ?? null,
      edit,
    )
  const rows = [
    ['Leite', '5,40'],
    ['Café', '19,90'],
    ['Açúcar', '4,90'],
    ['Macarrão', '3,50'],
  ]
  await page.evaluate((rows) => window.renderTable(rows), rows)
  expect(await rowFound()).toBe('Café')
  await page.evaluate((rows) => window.renderTable(rows.filter(([name]) => name !== 'Café')), rows)
  expect(await rowFound()).toBeNull()
})

test('of five hundred articles the Editar of the last one is found', async ({ page }) => {
  await open(page, 'products.html')
  const articles = Array.from({ length: 500 }, (_, i) => [
    `Artigo ${String.fromCharCode(97 + (i % 26))}x${i}`,
    '1,00',
  ])
  await page.evaluate((rows) => window.renderTable([...rows, ['Canela', '3,10']]), articles)
  const edit = await pointAt(page, 'tr:has-text("Canela") button:text("Editar")')
  await page.evaluate(
    (rows) => window.renderTable([['Orégano', '2,10'], ...rows, ['Canela', '3,10']]),
    articles,
  )
  const row = await page.evaluate(
    (fingerprint) => window.targets.find({ fingerprint })?.element.closest('tr')?.cells[0]?.textContent,
    edit,
  )
  expect(row).toBe('Canela')
})

test('a release that renames, wraps and reorders keeps the button; a removed button is missing', async ({
  page,
}) => {
  await open(page, 'sale.html')
  const charge = await pointAt(page, '[data-action=charge]')
  await page.evaluate(() => window.render('pt', 2))
  expect(await lookFor(page, { fingerprint: charge })).toMatchObject({ text: 'Receber' })
  await page.evaluate(() => window.render('pt', 2, 'charge'))
  expect(await lookFor(page, { fingerprint: charge })).toBeNull()
})

test('a tour made in Portuguese finds its buttons on a till that speaks English', async ({ page }) => {
  await open(page, 'sale.html')
  const charge = await pointAt(page, '[data-action=charge]')
  const search = await pointAt(page, 'input')
  await page.evaluate(() => window.render('en'))
  expect(await lookFor(page, { fingerprint: charge })).toMatchObject({ text: 'Charge' })
  expect(await lookFor(page, { fingerprint: search })).not.toBeNull()
})

test('the host’s own mark outweighs words and place', async ({ page }) => {
  await page.setContent('<p>Caixa</p><button data-guia="receber">Receber</button><button>Cancelar</button>')
  await page.addScriptTag({ content: script })
  const charge = await pointAt(page, 'button')
  await page.setContent(
    '<ul><li>Pix</li></ul><div><button>Outro</button><button data-guia="receber">Cobrar agora</button></div>',
  )
  await page.addScriptTag({ content: script })
  expect(await lookFor(page, { fingerprint: charge })).toMatchObject({ text: 'Cobrar agora' })
})

test('a typed selector is taken at its word only when it means one visible element', async ({ page }) => {
  await open(page, 'products.html')
  const edit = await pointAt(page, 'tr:has-text("Feijão") button:text("Editar")')
  expect(await lookFor(page, { selector: 'h1' })).toEqual({ text: 'Produtos', sure: true })
  expect(await lookFor(page, { selector: 'button[[' })).toBeNull()
  expect(await lookFor(page, { selector: 'td button' })).toBeNull()
  expect(await lookFor(page, { selector: 'td button', fingerprint: edit })).toMatchObject({ text: 'Editar' })
  expect(await lookFor(page, { selector: 'nav a', fingerprint: edit })).toBeNull()
})

test.describe('what nobody can see or press is not found', () => {
  for (const [how, attribute] of [
    ['hidden', 'style="display:none"'],
    ['invisible', 'style="visibility:hidden"'],
    ['inert', 'inert'],
    ['hidden from readers', 'aria-hidden="true"'],
  ])
    test(`while ${how}`, async ({ page }) => {
      await page.setContent(`<div ${attribute}><button id="pay">Receber</button></div>`)
      await page.addScriptTag({ content: script })
      expect(await lookFor(page, { selector: '#pay' })).toBeNull()
      await page.evaluate(() => document.querySelector('div')!.replaceWith(document.querySelector('button')!))
      expect(await lookFor(page, { selector: '#pay' })).not.toBeNull()
    })
})

test('Trilha never points at its own card', async ({ page }) => {
  await page.setContent('<h1>Venda</h1><button>Avançar</button>')
  await page.addScriptTag({ content: script })
  const next = await pointAt(page, 'button')
  await page.evaluate(() => {
    const frame = document.createElement('trilha-frame')
    frame.attachShadow({ mode: 'open' }).append(document.querySelector('button')!)
    document.body.append(frame)
  })
  expect(await lookFor(page, { fingerprint: next })).toBeNull()
  expect(await lookFor(page, { selector: 'button' })).toBeNull()
})

test('looking changes nothing, answers the same again and never throws', async ({ page }) => {
  await open(page, 'sale.html')
  const charge = await pointAt(page, '[data-action=charge]')
  const result = await page.evaluate((charge) => {
    const before = document.documentElement.outerHTML
    let mutations = 0
    new MutationObserver((records) => {
      mutations += records.length
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const once = window.targets.locate(charge)
    const twice = window.targets.locate(charge)
    const broken = [{}, null, { tag: 'a' }, { ...charge, path: '>>>:::', box: [], says: [null] }].map((odd) =>
      window.targets.locate(odd as never),
    )
    return {
      same: once?.element === twice?.element && once?.confidence === twice?.confidence,
      broken: broken.filter((found) => found && found.confidence > 0.9).length,
      untouched: document.documentElement.outerHTML === before && !mutations,
    }
  }, charge)
  expect(result).toEqual({ same: true, broken: 0, untouched: true })
})

test.describe('waiting', () => {
  /** Follows a target and keeps what was heard. */
  const follow = (page: Page, target: finding.Wanted) =>
    page.evaluate((target) => {
      window.seen = []
      window.targets.watch(target, (found) =>
        window.seen.push(found && (found.element.textContent ?? '').trim()),
      )
    }, target)
  const seen = (page: Page) => page.evaluate(() => window.seen)

  test('a button that a component renders late is reported once it is there', async ({ page }) => {
    await open(page, 'products.html')
    await page.evaluate(() => {
      window.seen = []
      window.targets.waitFor({ selector: '#import' }, { timeoutMs: 30_000 }, (found) =>
        window.seen.push(found?.element.localName ?? null),
      )
      // A component whose definition arrives after its tag, and which renders later still.
      document.getElementById('late')!.append(document.createElement('pos-late'))
      setTimeout(() => {
        customElements.define(
          'pos-late',
          class extends HTMLElement {
            connectedCallback() {
              const root = this.attachShadow({ mode: 'open' })
              setTimeout(() => {
                root.innerHTML = '<button id="import">Importar</button>'
              }, 250)
            }
          },
        )
      }, 150)
    })
    await expect.poll(() => seen(page)).toEqual(['button'])
  })

  test('an element that stays away is given up after its time', async ({ page }) => {
    await open(page, 'sale.html')
    const heard = await page.evaluate(
      () =>
        new Promise((done) => {
          window.targets.waitFor({ selector: '#never' }, { timeoutMs: 120 }, done)
        }),
    )
    expect(heard).toBeNull()
  })

  test('a re-render hands over the new node, and its disappearance is told', async ({ page }) => {
    await open(page, 'products.html')
    const edit = await pointAt(page, 'tr:has-text("Café") button:text("Editar")')
    await follow(page, { fingerprint: edit })
    await page.evaluate(() => window.renderTable())
    await expect.poll(() => seen(page)).toEqual(['Editar', 'Editar'])
    await page.evaluate(() =>
      window.renderTable([
        ['Arroz', '29,90'],
        ['Leite', '5,20'],
      ]),
    )
    await expect.poll(() => seen(page)).toEqual(['Editar', 'Editar', null])
  })

  test('a virtual list that gives the node to another article loses it, and has it again on the way back', async ({
    page,
  }) => {
    await open(page, 'products.html')
    const article = await pointAt(page, '#list button:text-is("Biscoito lote 0")')
    await follow(page, { fingerprint: article })
    await page.evaluate(() => document.getElementById('list')!.scrollTo(0, 3000))
    await expect.poll(() => seen(page)).toEqual(['Biscoito lote 0', null])
    await page.evaluate(() => document.getElementById('list')!.scrollTo(0, 0))
    await expect.poll(() => seen(page)).toEqual(['Biscoito lote 0', null, 'Biscoito lote 0'])
  })

  test('all who wait share one observer, and none is left when they stop', async ({ page }) => {
    await page.addInitScript(() => {
      const Native = window.MutationObserver
      const live = new Set<MutationObserver>()
      Object.assign(window, { live })
      window.MutationObserver = class extends Native {
        override observe(...how: Parameters<MutationObserver['observe']>) {
          live.add(this)
          super.observe(...how)
        }
        override disconnect() {
          live.delete(this)
          super.disconnect()
        }
      }
    })
    await open(page, 'sale.html')
    const counts = await page.evaluate(() => {
      const { live } = window as unknown as { live: Set<MutationObserver> }
      const idle = live.size
      const stops = ['#a', '#b', 'h1'].map((selector) => window.targets.watch({ selector }, () => {}))
      const waiting = live.size
      for (const stop of stops) stop()
      return { waiting: waiting - idle, stopped: live.size - idle }
    })
    expect(counts).toEqual({ waiting: 1, stopped: 0 })
  })
})
