import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, type Page, test } from '@playwright/test'
import type { Desk, VerdictHere } from '#contract/authoring'
import type { Tour } from '#contract/experience'
import { openShop, type Shop } from '../../fixtures/host'
import { challengeOf } from './door/pkce'

// The overlay against a console and an API that say what each test needs. The real ones are in demo-app/e2e/authoring.spec.ts.

const tour: Tour = {
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  priority: 50,
  duringSale: false,
  steps: ['Abra o caixa', 'Passe o produto', 'Receba'].map((title, i) => ({
    id: `passo-${i + 1}`,
    look: 'card',
    title: { 'pt-BR': title, en: `Step ${i + 1}` },
    body: [{ kind: 'text', runs: { 'pt-BR': [{ text: 'É rápido.' }] } }],
    placement: 'auto',
    advance: { on: 'button' },
    missing: { waitMs: 1000, otherwise: 'center' },
    ...(i === 1 && { target: { label: 'Nova venda', selector: '#novo' } }),
  })),
}

const verdicts: VerdictHere[] = [
  {
    person: { id: 'lurdes', name: 'Lurdes', account: { name: 'Mercearia' } },
    decision: { show: true },
    rules: [{ holds: true }],
    steps: [
      { id: 'passo-1', shows: true, variants: [] },
      { id: 'passo-2', shows: false, variants: [] },
      { id: 'passo-3', shows: true, variants: [true] },
    ],
  },
  {
    person: { id: 'maria', name: 'Maria', account: { name: 'Mercearia' } },
    decision: { show: false, because: 'audience' },
    rules: [{ holds: false }],
  },
]

/** A shop whose API lets authors in, and a console that hands out codes without a question. */
async function openOffice(): Promise<Office> {
  const shop = await openShop()
  const visits: URLSearchParams[] = []
  const saves: Array<{ revision: number; draft: Tour }> = []
  const asked: object[] = []
  const waiting = new Map<string, string>()
  const console = createServer((request, response) => {
    const { searchParams: asked } = new URL(request.url!, 'http://console')
    visits.push(asked)
    const code = `${'c'.repeat(42)}${visits.length}`
    waiting.set(code, asked.get('challenge')!)
    const back = new URL(asked.get('path')!, asked.get('origin')!)
    back.hash = `trilha-editor=${office.spoil?.code ?? code}.${office.spoil?.state ?? asked.get('state')}`
    response.writeHead(302, { location: back.href }).end()
  })
  await new Promise<void>((done) => console.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(console.address() as AddressInfo).port}/authoring`
  const desk = (): Desk => ({
    author: 'Ana',
    environment: { name: 'Produção', kind: 'production' },
    consoleUrl: `${url}/back`,
    experience: {
      id: 'primeira-venda',
      draft: saves.at(-1)?.draft ?? tour,
      revision: saves.length,
      updatedAt: Date.now(),
      updatedBy: 'Ana',
      publications: [],
      changed: true,
      issues: [],
    },
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url!.split('?')[0]!
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    response.setHeader('access-control-allow-headers', 'authorization, content-type')
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT')
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    const body = await text(request)
    if (path.endsWith('/boot')) return json({ ...shop.bundle, now: Date.now() })
    if (path.endsWith('/door')) return json({ url })
    if (path.endsWith('/token')) {
      const { code, verifier } = JSON.parse(body)
      const isGood = waiting.get(code) === challengeOf(verifier)
      waiting.delete(code)
      return isGood
        ? json({ token: 'secret-token', desk: desk() }, 201)
        : json({ code: 'not_signed_in' }, 401)
    }
    if (path.endsWith('/segments')) return json([{ id: 'donas', name: 'Donas de mercearia' }])
    if (path.endsWith('/why')) {
      asked.push(JSON.parse(body).who)
      return json(verdicts)
    }
    if (path.endsWith('/draft')) {
      saves.push(JSON.parse(body))
      return json(desk().experience)
    }
    return json({ code: 'not_found' }, 404)
  }
  shop.fault = (request, response) => void answer(request, response)
  const office: Office = {
    shop,
    visits,
    saves,
    asked,
    close() {
      console.closeAllConnections()
      console.close()
      shop.close()
    },
  }
  return office
}

interface Office {
  shop: Shop
  visits: URLSearchParams[]
  saves: Array<{ revision: number; draft: Tour }>
  /** Whom the overlay wanted to see the draft as. */
  asked: object[]
  /** Written into the next way back in place of what belongs there. */
  spoil?: { code?: string; state?: string }
  close(): void
}

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.close())

const enter = (page: Page) => page.goto(`${office.shop.page}?caixa=2#trilha-editor=primeira-venda`)
const rail = (page: Page) => page.getByRole('toolbar', { name: 'Passos do passeio' })
const card = (page: Page) => page.locator('trilha-editor h2#title')
const refusal = (page: Page, title: string) => page.getByRole('alertdialog', { name: title })

test('the way in: the address is clean at once, the secret stays, and the token is nowhere but in memory', async ({
  page,
}) => {
  await enter(page)
  await expect(rail(page)).toBeVisible()
  expect(page.url()).toBe(`${office.shop.page}?caixa=2`)
  const [asked] = office.visits
  expect(Object.fromEntries(asked!)).toMatchObject({
    experience: 'primeira-venda',
    key: 'pk_test',
    origin: new URL(office.shop.page).origin,
    path: '/venda?caixa=2',
  })
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
  expect(kept).not.toContain('secret-token')
  expect(kept).not.toContain('verifier')
})

test('no word of the address says where the API is: a prepared link leads to the host’s own, and to nowhere else', async ({
  page,
}) => {
  const { shop, visits } = office
  const evil = 'http://evil.example:8080'
  const asked = new Set<string>()
  await page.route(`${evil}/**`, (route) => route.abort())
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  const words = `api=${evil}&apiUrl=${evil}&trilha-api=${evil}&console=${evil}&door=${evil}&url=${evil}`
  await page.goto(`${shop.page}?${words}#${words}&trilha-editor=primeira-venda`)
  await expect(rail(page)).toBeVisible()
  await page.goto(`${shop.page}?2&${words}#trilha-editor=${encodeURIComponent(evil)}`)
  await expect(rail(page)).toBeVisible()
  const [home, api] = [new URL(shop.page).origin, new URL(shop.api).origin]
  const [consoleOrigin] = [...asked].filter((origin) => origin !== home && origin !== api)
  expect([...asked].sort()).toEqual([home, api, consoleOrigin].sort())
  expect(consoleOrigin).not.toBe(evil)
  expect(visits.map((visit) => visit.get('experience'))).toEqual(['primeira-venda', 'primeira-venda'])
})

test('whoever edits is shown no tours, and a till without the mark loads nothing of the overlay', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(office.shop.page)
  await page.evaluate(() =>
    (window as never as { trilha: { identify(id: string): void } }).trilha.identify('maria'),
  )
  await expect.poll(() => office.shop.requests.some((path) => path.endsWith('/boot'))).toBe(true)
  expect(asked).not.toContain('/sdk/editor.js')
  await enter(page)
  await expect(rail(page)).toBeVisible()
  expect(asked).toContain('/sdk/editor.js')
})

test('a code that did not begin in this tab is refused, and so is one that was used', async ({ page }) => {
  office.spoil = { state: 'somebody-elses' }
  await enter(page)
  await expect(refusal(page, 'Este convite não é seu')).toBeVisible()
  expect(page.url()).not.toContain('trilha-editor')
  office.spoil = { code: 'x'.repeat(43) }
  await enter(page)
  await page.reload()
  await expect(refusal(page, 'O convite expirou')).toBeVisible()
  office.spoil = undefined
  await page.getByRole('button', { name: 'Tentar de novo' }).click()
  await expect(rail(page)).toBeVisible()
})

test('another page of the application and a reload take the same way, back to the same step', async ({
  page,
}) => {
  await enter(page)
  await rail(page).getByRole('button', { name: 'Passo 3: Receba' }).click()
  await expect(card(page)).toHaveText('Receba')
  await page.goto(`${new URL(office.shop.page).origin}/caixa`)
  await expect(card(page)).toHaveText('Receba')
  expect(page.url()).toMatch(/\/caixa$/)
  await page.reload()
  await expect(card(page)).toHaveText('Receba')
  expect(office.visits).toHaveLength(3)
  const states = office.visits.map((visit) => visit.get('state'))
  expect(new Set(states).size).toBe(3)
})

test('whoever comes from the console to test sees the draft run at once, and writes after a reload', async ({
  page,
}) => {
  const [, second] = tour.steps
  await page.goto(`${office.shop.page}#trilha-editor=primeira-venda~${second!.id}~test`)
  await expect(page.getByText('Testando', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: second!.title['pt-BR'] })).toBeVisible()
  await expect(rail(page)).toHaveCount(0)
  expect(office.saves).toEqual([])
  await page.getByRole('button', { name: 'Parar o teste' }).click()
  await expect(rail(page)).toBeVisible()
  await expect(card(page)).toHaveText(second!.title['pt-BR'])
  await page.reload()
  await expect(card(page)).toHaveText(second!.title['pt-BR'])
})

test('under the strictest policy everything is drawn and styled, and no policy is broken', async ({
  page,
}) => {
  const { shop } = office
  shop.headers = {
    'content-security-policy': `default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src ${shop.api}; style-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  }
  await page.addInitScript(
    `window.seen = []; document.addEventListener('securitypolicyviolation', (e) => window.seen.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sourceFile))`,
  )
  await enter(page)
  await rail(page).getByRole('button', { name: 'Passo 2: Passe o produto' }).click()
  await expect(card(page)).toHaveText('Passe o produto')
  await expect(rail(page)).toHaveCSS('background-color', 'rgb(23, 27, 38)')
  const write = async (words: string) => {
    await card(page).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await write('Leia o código')
  await expect.poll(() => office.saves.at(-1)?.draft.steps[1]?.title['pt-BR']).toBe('Leia o código')
  await rail(page).getByRole('button', { name: 'Testar daqui' }).click()
  await expect(page.getByRole('dialog', { name: 'Leia o código' })).toBeVisible()
  await page.getByRole('button', { name: 'Parar o teste' }).click()
  await rail(page).getByRole('button', { name: 'Mais' }).click()
  await page.getByRole('menuitem', { name: 'Ver como…' }).click()
  await expect(page.getByRole('dialog', { name: 'Ver como…' })).toBeVisible()
  await page.getByRole('dialog', { name: 'Ver como…' }).getByRole('button', { name: 'Fechar' }).click()
  expect(await page.evaluate('window.seen')).toEqual([])
})

for (const [width, height] of [
  [1366, 768],
  [800, 1280],
  [360, 640],
] as const)
  test(`at ${width} × ${height} no part of the tool lies on another or off the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    // The target at the top: the card comes as near to the rail as it may.
    office.shop.body = '<button id="novo" style="position:fixed;top:80px;left:0">Nova venda</button>'
    await enter(page)
    if (width < 560) {
      await rail(page).getByRole('button', { name: 'Passo 1 de 3' }).click()
      await page.getByRole('button', { name: '2 Passe o produto' }).click()
    } else await rail(page).getByRole('button', { name: 'Passo 2: Passe o produto' }).click()
    await expect(card(page)).toHaveText('Passe o produto')
    await card(page).click()
    const bar = page.getByRole('toolbar').filter({ hasText: 'de 60' })
    await expect.poll(async () => apart(await rail(page).boundingBox(), await bar.boundingBox())).toBe(true)
    await page.keyboard.press('Escape')

    await page.route('**/v1/authoring/draft', (route) => route.abort())
    await card(page).click()
    await page.keyboard.type('!')
    await page.keyboard.press('Enter')
    await expect(rail(page).getByText('Sem conexão, guardado aqui')).toBeVisible()
    for (const button of await rail(page).locator('.icon:visible, .name').all()) {
      const box = (await button.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
    }
    const words = (await rail(page).getByText('Sem conexão').boundingBox())!
    const around = (await rail(page).boundingBox())!
    expect(words.y).toBeGreaterThanOrEqual(around.y)
    expect(words.y + words.height).toBeLessThanOrEqual(around.y + around.height)
  })

type Box = { x: number; y: number; width: number; height: number } | null
const apart = (a: Box, b: Box) =>
  !!a &&
  !!b &&
  (a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x)

test('nothing that is pasted brings more than its words, and bold is kept as strong', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(office.shop.page)
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob(['<h1>Oi <img src=x onerror=alert(1)><b>loja</b></h1>'], { type: 'text/html' }),
        'text/plain': new Blob(['Oi\nloja'], { type: 'text/plain' }),
      }),
    ]),
  )
  await enter(page)
  const body = page.locator('trilha-editor #body > p')
  await body.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('!')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => office.saves.at(-1)?.draft.steps[0]?.body)
    .toEqual([{ kind: 'text', runs: { 'pt-BR': [{ text: 'Oi loja' }, { text: '!', strong: true }] } }])
})

test('what she types is no scan: the host hears no key, and its own field keeps none of it', async ({
  page,
}) => {
  office.shop.body = `<input id="busca"><button id="novo">Nova venda</button><script nonce="n1">window.keys = 0; addEventListener('keydown', () => window.keys++)</script>`
  await enter(page)
  await card(page).click()
  await page.keyboard.type('1234')
  expect(await page.evaluate('window.keys')).toBe(0)
  expect(await page.evaluate('document.getElementById("busca").value')).toBe('')
})

test('steps are moved, copied, deleted and brought back by keyboard alone', async ({ page }) => {
  await enter(page)
  await rail(page).getByRole('button', { name: 'Passo 1: Abra o caixa' }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  const titles = () => office.saves.at(-1)?.draft.steps.map(({ title }) => title['pt-BR'])
  await expect.poll(titles).toEqual(['Passe o produto', 'Abra o caixa', 'Receba'])
  await rail(page)
    .getByRole('button', { name: /^Lista de passos/ })
    .click()
  const list = page.getByRole('dialog', { name: 'Lista de passos' })
  await list.getByRole('button', { name: 'Apagar: Receba' }).press('Enter')
  await expect.poll(titles).toEqual(['Passe o produto', 'Abra o caixa'])
  await page.keyboard.press('Escape')
  await page.getByRole('status').getByRole('button', { name: 'Desfazer' }).click()
  await expect.poll(titles).toEqual(['Passe o produto', 'Abra o caixa', 'Receba'])
})

test('a step is looked at as a segment: who would see it, who not and why, with each person’s own name on the card', async ({
  page,
}) => {
  const greeting: Tour['steps'][number]['body'] = [
    { kind: 'text', runs: { 'pt-BR': [{ text: 'Oi, {{pessoa.nome|você}}' }] } },
  ]
  const [first, ...rest] = tour.steps.map((step) => ({ ...step, body: greeting }))
  // The server says that Lurdes has done the second step already, and reads other words in the third.
  const other = { when: { user: { papel: 'dono' } }, title: { 'pt-BR': 'Receba, dona' }, body: greeting }
  const steps = [first!, rest[0]!, { ...rest[1]!, variants: [other] }]
  office.saves.push({ revision: 0, draft: { ...tour, steps } })
  await enter(page)
  await rail(page).getByRole('button', { name: 'Mais' }).click()
  await page.getByRole('menuitem', { name: 'Ver como…' }).click()
  const view = page.getByRole('dialog', { name: 'Ver como…' })
  await expect(view.getByText('Oi, você')).toBeVisible()
  await view.getByRole('combobox', { name: 'Ver como' }).selectOption('Donas de mercearia')
  await expect(view.getByRole('status')).toHaveText('Apareceria para 1 de 2 pessoas de Donas de mercearia.')
  expect(office.asked).toEqual([{ segment: 'donas' }])
  await expect(view.getByText('Oi, Lurdes')).toBeVisible()
  await view.getByRole('button', { name: 'Maria · Mercearia está fora do público' }).click()
  await expect(view.getByText('Oi, Maria')).toBeVisible()
  await view.getByRole('button', { name: 'Lurdes · Mercearia' }).click()
  await view.getByRole('button', { name: 'Continuar' }).click()
  await expect(view.getByRole('heading', { name: 'Receba, dona' })).toBeVisible()
  await expect(view.getByRole('note')).toHaveText('Lurdes leria estas palavras em vez das do passo.')
  await view.getByRole('button', { name: 'Passo anterior' }).click()
  await expect(view.getByRole('note')).toHaveText('Lurdes não veria este passo: a condição dele não vale.')
  await expect(view.getByRole('heading')).toHaveCount(0)
  await view.getByRole('button', { name: 'Passo anterior' }).click()
  await view.getByRole('button', { name: 'Caixa' }).click()
  await view.getByRole('button', { name: 'Inglês' }).click()
  await expect(view.getByRole('heading', { name: 'Step 1' })).toBeVisible()
})
