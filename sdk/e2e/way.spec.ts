import type { ChecklistContent, TourContent } from '#contract/experience'
import { scan } from '../fixtures/scanner'
import { guide, step, tourOf } from '../fixtures/surfaces/tours'
import { offer } from '../fixtures/tours'
import { expect, firstStep, type Till, test } from './till'

// Out of the way: with the built script on a host page, as a till lives it.

test.use({ trace: 'off' })

const card = ({ page }: Till) => page.locator('trilha-frame .card')

function offers({ shop }: Till, ...contents: Array<TourContent | ChecklistContent>) {
  shop.bundle.candidates = contents.map((content) => offer(content))
  shop.contents = Object.fromEntries(contents.map((content) => [`h-${content.id}`, content]))
}

test('a sale that begins folds the open guide within 100 ms', async ({ till }) => {
  await till.open('plain')
  await expect(firstStep(till.view)).toBeVisible()
  // From the host's call until nothing of the card is left in the page.
  const ms = await till.page.evaluate(async () => {
    const open = () => document.querySelector('trilha-frame')?.shadowRoot?.querySelector('.card, .dim, .hole')
    const from = performance.now()
    ;(window as unknown as { trilha: { busy(name: string): void } }).trilha.busy('venda')
    while (open()) await new Promise((done) => setTimeout(done))
    return performance.now() - from
  })
  expect(ms).toBeLessThan(100)
  test.info().annotations.push({ type: 'folded in ms', description: `${Math.round(ms * 10) / 10}` })
  await till.call("free('venda')")
  await till.page.getByRole('button', { name: 'Retomar passo 1' }).click()
  await expect(firstStep(till.view)).toBeVisible()
})

test('nothing opens in the middle of a sale, whatever asks for it', async ({ till }) => {
  offers(till, { ...tourOf(step('um')), id: 'um' })
  till.shop.bundle.candidates[0]!.trigger = { on: 'event', event: 'agora' }
  await till.open('plain')
  await expect.poll(() => till.call("why('um').trigger && 'known'")).toBe('known')
  await till.call("busy('venda')")
  await till.call("track('agora')")
  await till.call("show('um')")
  await till.call("page('/outra')")
  expect(await till.call("why('um').because")).toBe('busy')
  await expect(card(till)).toHaveCount(0)
  await till.call("free('venda')")
  await expect(card(till)).toBeVisible()
})

test('a scan into the host’s field ends with Enter and presses nothing of ours', async ({ till }) => {
  await till.page.addInitScript(
    "addEventListener('DOMContentLoaded', () => document.getElementById('busca').focus())",
  )
  await till.open('plain')
  await expect(firstStep(till.view)).toBeVisible()
  for (const code of ['7891000100103', '7894900011517']) await scan(till.page, code)
  await expect(till.page.locator('#busca')).toHaveValue('78910001001037894900011517')
  await expect(till.page.locator('#itens li')).toHaveCount(2)
  await expect(firstStep(till.view)).toBeVisible()
})

test('a guide that opens, moves on and closes leaves the focus where it was', async ({ till }) => {
  await till.page.addInitScript(
    "addEventListener('DOMContentLoaded', () => { document.getElementById('busca').focus(); window.__left = 0; document.addEventListener('focusout', () => window.__left++) })",
  )
  await till.open('plain')
  await expect(firstStep(till.view)).toBeVisible()
  for (let n = 0; n < 3; n++) await card(till).locator('.main').click()
  await expect(card(till)).toHaveCount(0)
  await expect(till.page.locator('#busca')).toBeFocused()
  expect(await till.page.evaluate('window.__left')).toBe(0)
})

test('F1 to F12, Escape and the host’s shortcuts arrive untouched while a guide is open', async ({
  till,
}) => {
  await till.page.addInitScript(
    "window.__keys = []; addEventListener('DOMContentLoaded', () => document.addEventListener('keydown', (e) => { window.__keys.push(e.key + (e.defaultPrevented ? ' prevented' : '')); e.preventDefault() }))",
  )
  await till.open('plain')
  await expect(firstStep(till.view)).toBeVisible()
  const keys = [...Array.from({ length: 12 }, (_, n) => `F${n + 1}`), 'Escape', 'Delete', 'Insert']
  for (const key of keys) await till.page.keyboard.press(key)
  expect(await till.page.evaluate('window.__keys')).toEqual(keys)
  await expect(firstStep(till.view)).toBeVisible()
})

for (const [width, height] of [
  [1366, 768],
  [800, 1280],
  [360, 640],
] as const)
  test(`on ${width} px a card covers neither its target nor what must stay in sight`, async ({ till }) => {
    await till.page.setViewportSize({ width, height })
    const target = (selector: string) => ({ target: { label: selector, selector } })
    offers(till, { ...tourOf(step('um', target('#busca')), step('dois', target('#novo'))), id: 'dois' })
    await till.open('plain')
    for (const selector of ['#busca', '#novo']) {
      await expect(till.page.locator('trilha-frame .hole')).toBeVisible()
      const box = (await card(till).boundingBox())!
      for (const kept of [selector, '#total']) {
        const other = (await till.page.locator(kept).boundingBox())!
        const isApart =
          box.x >= other.x + other.width ||
          other.x >= box.x + box.width ||
          box.y >= other.y + other.height ||
          other.y >= box.y + box.height
        expect(isApart, `${kept} is covered`).toBe(true)
      }
      await card(till).locator('.main').click()
    }
  })

test('João takes over from the cache within 50 ms, and nothing of Maria is left to see or to read', async ({
  till,
}) => {
  const mine = tourOf(
    step('um', { title: { 'pt-BR': 'Olá {{pessoa.nome|você}}', en: 'Hi {{pessoa.nome|you}}' } }),
  )
  offers(till, { ...mine, id: 'saudacao' }, guide)
  await till.open('plain')
  const sign = (user: string, nome: string) =>
    till.call(`identify('${user}', { account: { id: 'loja-1' }, traits: { nome: '${nome}' } })`)
  // Both have been here before: their bundles are on the device.
  await sign('joao', 'João Pereira')
  await expect(card(till)).toContainText('João Pereira')
  await sign('maria', 'Maria Aparecida')
  await expect(card(till)).toContainText('Maria Aparecida')
  await till.call("track('venda_concluida', { forma: 'pix' })")
  till.shop.fault = () => {}
  const ms = await till.page.evaluate(async () => {
    interface Face {
      identify(id: string, more: object): void
      why(id: string): { because?: string }
    }
    const { trilha } = window as unknown as { trilha: Face }
    const from = performance.now()
    trilha.identify('joao', { account: { id: 'loja-1' }, traits: { nome: 'João Pereira' } })
    if (document.querySelector('trilha-frame')?.shadowRoot?.textContent?.includes('Maria'))
      throw new Error('Maria is still on the screen')
    while (trilha.why('saudacao').because === 'not a candidate') await new Promise((done) => setTimeout(done))
    return performance.now() - from
  })
  expect(ms).toBeLessThan(50)
  test.info().annotations.push({ type: 'switched in ms', description: `${Math.round(ms * 10) / 10}` })
  await expect(card(till)).toContainText('João Pereira')
  const left = await till.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open('trilha:pk_test')
      asked.onsuccess = () => done(asked.result)
    })
    const all = <T>(ask: (store: IDBObjectStore) => IDBRequest<T>) =>
      new Promise<T>((done) => {
        const asked = ask(db.transaction('kv').objectStore('kv'))
        asked.onsuccess = () => done(asked.result)
      })
    const keys = await all((store) => store.getAllKeys())
    const values = await all((store) => store.getAll())
    db.close()
    return {
      rows: keys.map((key, i) => [`${key}`, JSON.stringify(values[i])] as const),
      web: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      face: JSON.stringify(
        (window as unknown as { trilha: { debug(isShown: boolean): unknown } }).trilha.debug(false),
      ),
      drawn: [...document.querySelectorAll('*')].map((e) => e.shadowRoot?.textContent ?? '').join(' '),
    }
  })
  // Her name is nowhere: traits are never kept.
  for (const text of [left.web, left.face, left.drawn, ...left.rows.map(([, value]) => value)])
    expect(text).not.toContain('Aparecida')
  for (const text of [left.web, left.face, left.drawn]) expect(text).not.toContain('maria')
  // Her id stands only with what she still owes the API, and with her own progress for when she comes back.
  const hers = left.rows.filter(([, value]) => value.includes('maria')).map(([key]) => key)
  expect(hers.every((key) => key.startsWith('e:') || key === 'p:["maria","loja-1"]')).toBe(true)
})
