import type { BrowserContext } from '@playwright/test'
import type { EventBatch } from '#contract/event'
import type { AccountDetail, Page as ListOf, UserDetail, UserRow } from '#contract/people'
import type { ContentReport } from '#contract/report'
import { ana } from './ana'
import { till } from './till'
import { expect, test } from './world'

/**
 * The shop's line. Every event is accepted and the answer lost, so it is delivered again; and that delivery comes
 * twice. What passes through here does not know that the browser is offline, so it is told too.
 */
async function lineOf(device: BrowserContext) {
  const accepted = new Set<string>()
  let isCut = false
  await device.route('**/v1/*/events', async (route) => {
    const response = isCut ? null : await route.fetch().catch(() => null)
    if (!response) return route.abort()
    const { events }: EventBatch = JSON.parse(route.request().postData() ?? '{"events":[]}')
    const isAgain = events.every(({ id }) => accepted.has(id))
    for (const { id } of events) accepted.add(id)
    if (!isAgain) return route.abort()
    await route.fetch()
    return route.fulfill({ response })
  })
  const cut = (now: boolean) => {
    isCut = now
    return device.setOffline(now)
  }
  return { goesDown: () => cut(true), isBack: () => cut(false) }
}

/** Whether the till's worker has every part of the guide's script that this page has loaded. */
async function guideIsKept(): Promise<boolean> {
  const parts = performance.getEntriesByType('resource').map(({ name }) => name)
  const kept = await caches.open('guide')
  const found = await Promise.all(
    parts.filter((name) => new URL(name).pathname.startsWith('/sdk/')).map((name) => kept.match(name)),
  )
  return found.length > 5 && found.every(Boolean)
}

test('Ana publishes a tour, Maria finishes it offline, and it counts once, at the time of her sale', async ({
  browser,
  world,
}) => {
  test.setTimeout(180_000)
  const console = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const consolePage = await console.newPage()
  const she = ana(consolePage, world)
  await she.signsIn()
  await she.makesASegmentOfOwners('Donos')
  await she.makesAMilestone('Primeira venda', 'venda_concluida')
  await she.beginsATour('Vender hoje')
  await she.writes('Vamos vender hoje?', 'Leva 1 minuto, mesmo sem internet.')
  await she.adds()
  await she.writes('Toque em Venda', 'É aqui que toda venda começa.')
  await she.pointsAt('nav-venda')
  await she.advancesOnTouch()
  await she.adds()
  await she.writes('Faça a venda', 'Escolha os produtos e toque em Finalizar.')
  await she.pointsAt('finalizar')
  await she.advancesOn('venda_concluida')
  await she.showsItTo('Donos')
  await she.publishes()

  const device = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const line = await lineOf(device)
  const page = await device.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  const maria = till(page, world.tillUrl)
  await maria.opensShop()
  await maria.signsIn('lurdes-maria', '1234')
  const invitation = maria.card('Vamos vender hoje?')
  await expect(invitation).toBeVisible()
  await invitation.getByRole('button', { name: 'Continuar' }).click()
  await expect(maria.card('Toque em Venda')).toBeVisible()

  await expect.poll(() => page.evaluate(guideIsKept)).toBe(true)
  await line.goesDown()
  await page.reload()
  await expect(maria.card('Toque em Venda')).toBeVisible()
  await maria.mark('nav-venda').click()
  await expect(maria.card('Faça a venda')).toBeVisible()
  await maria.mark('abrir-caixa').click()
  await maria.opensTheDrawer()
  await maria.mark('nav-venda').click()
  await maria.adds('Arroz 5 kg')
  const before = Date.now()
  await maria.paysInCash()
  await expect(maria.card('Faça a venda')).toBeHidden()
  const after = Date.now()

  await page.goto(`${world.tillUrl}/inicio`)
  await maria.signsOut()
  await maria.signsIn('lurdes-joao', '2345')
  await expect(page.getByRole('button', { name: /João.*Menu/ })).toBeVisible()
  await expect(maria.card('Vamos vender hoje?')).toBeHidden()

  await line.isBack()
  const api = consolePage.request
  const get = async <T>(path: string) =>
    (await (await api.get(`${world.consoleUrl}/api/${environment}/${path}`)).json()) as T
  const me = await (await api.get(`${world.consoleUrl}/api/me`)).json()
  const environment = me.environments.find((one: { kind: string }) => one.kind === 'production').id
  await expect
    .poll(async () => (await get<ContentReport>('reports/contents/vender-hoje')).completed, {
      timeout: 60_000,
    })
    .toBe(1)
  const report = await get<ContentReport>('reports/contents/vender-hoje')
  expect(report).toMatchObject({ reach: 1, completed: 1, dismissed: 0 })
  expect(report.steps.map(({ seen }) => seen)).toEqual([1, 1, 1])

  const shop = await get<AccountDetail>('accounts/dona-lurdes')
  const reached = shop.milestoneStates.find(({ key }) => key === 'primeira_venda')?.reachedAt
  expect(reached).toBeGreaterThanOrEqual(before - 2000)
  expect(reached).toBeLessThanOrEqual(after)

  await expect
    // He signed in without a token; a browser that has never noticed being offline is in no hurry for one.
    .poll(async () => (await get<ListOf<UserRow>>('users?search=joao')).items.map(({ id }) => id), {
      timeout: 60_000,
    })
    .toEqual(['lurdes-joao'])
  const joao = await get<UserDetail>('users/lurdes-joao')
  expect(joao.experiences.filter(({ experience }) => experience === 'vender-hoje')).toEqual([])

  await consolePage.goto(`${world.consoleUrl}/contents/vender-hoje/report`)
  await expect(consolePage.getByText('Faça a venda')).toBeVisible()
  expect(errors).toEqual([])
})
