import { accessibilityProblems, expect, signIn, test } from '../../../testing'

test('a wrong password says what to do, keeps the e-mail, and the right one opens the page that was asked for', async ({
  page,
  api,
}) => {
  await page.goto(`${api.url}/team`)
  await signIn(page, 'não é esta')
  await expect(page.getByRole('alert')).toContainText('E-mail ou senha não conferem')
  await expect(page.getByLabel('E-mail')).not.toHaveValue('')
  expect(await accessibilityProblems(page)).toEqual([])
  await signIn(page)
  await expect(page.getByRole('heading', { name: 'Equipe' })).toBeVisible()
  await expect(page).toHaveTitle('Equipe · Trilha')
})

test('an invited person comes in by her link and sees what her role allows', async ({
  ana,
  api,
  browser,
}) => {
  await ana.goto(`${api.url}/team`)
  await ana.getByRole('button', { name: 'Convidar' }).click()
  const dialog = ana.getByRole('dialog')
  await dialog.getByLabel('Nome').fill('Bruno Sá')
  await dialog.getByLabel('E-mail').fill('bruno@caixafacil.example')
  await dialog.getByLabel('Leitura').check()
  await dialog.getByRole('button', { name: 'Criar convite' }).click()
  const link = new URL(await dialog.getByLabel('Endereço do convite').inputValue())

  const his = await (await browser.newContext({ locale: 'en' })).newPage()
  await his.goto(api.url + link.pathname)
  await his.getByLabel('New password').fill('short')
  await his.getByRole('button', { name: /Create password/ }).click()
  await expect(his.getByText('Use 10 characters or more.')).toBeVisible()
  await his.getByLabel('New password').fill('a sentence of his own')
  await his.getByRole('button', { name: /Create password/ }).click()
  await expect(his.getByRole('heading', { name: 'Contents' })).toBeVisible()
  await expect(his.getByRole('button', { name: 'New content' })).toHaveCount(0)
  await his.context().close()

  const again = await browser.newPage()
  await again.goto(api.url + link.pathname)
  await expect(again.getByText('Este convite não vale mais')).toBeVisible()
  await again.close()
})

test('a session that ends while Ana works asks again over her page', async ({ ana, api }) => {
  await ana.goto(`${api.url}/contents`)
  await ana.getByLabel('Filtrar por nome').fill('Primeira')
  await ana.context().clearCookies()
  await ana.getByRole('link', { name: 'Equipe' }).click()
  const dialog = ana.getByRole('dialog', { name: 'Entrar' })
  await expect(dialog).toContainText('Sua sessão terminou')
  await signIn(ana)
  await expect(dialog).toHaveCount(0)
})
