import type { Page } from '@playwright/test'
import { expect, signIn, test } from '../../testing'

async function startTour(ana: Page, name: string) {
  await ana.getByRole('link', { name: 'Conteúdos' }).click()
  await ana.getByRole('button', { name: 'Novo conteúdo' }).click()
  const dialog = ana.getByRole('dialog')
  await dialog.getByLabel('Tour em branco').check()
  await dialog.getByLabel('Nome').fill(name)
  await dialog.getByRole('button', { name: 'Criar' }).click()
  await expect(ana.getByLabel('Nome do conteúdo')).toHaveValue(name)
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Título' })
const saved = (ana: Page) => expect(ana.getByText(/^salvo às \d\d:\d\d$/)).toBeVisible()
const steps = (ana: Page) => ana.getByRole('complementary', { name: 'Passos' }).getByRole('listitem')

test('Ana writes a tour, sees it on the till, and finds every word after a reload', async ({ ana }) => {
  await startTour(ana, 'Sangria sem susto')
  await title(ana).fill('Registre a sangria')
  await ana.getByLabel('Texto do cartão').fill('Toque em **Sangria** e diga o valor.')
  await expect(ana.locator('.surface-box').getByText('Registre a sangria')).toBeVisible()
  await expect(ana.locator('.surface-box').getByText('Sangria', { exact: true })).toBeVisible()
  await ana.getByText('Inglês').click()
  await title(ana).fill('Record the withdrawal')
  await expect(ana.locator('.surface-box').getByText('Record the withdrawal')).toBeVisible()
  await saved(ana)
  await ana.reload()
  await expect(title(ana)).toHaveValue('Registre a sangria')
  await expect(ana.getByLabel('Texto do cartão')).toHaveValue('Toque em **Sangria** e diga o valor.')
})

test('steps are added, moved by keyboard, deleted and brought back', async ({ ana }) => {
  await startTour(ana, 'Ordem dos passos')
  await ana.getByRole('button', { name: 'Adicionar passo' }).click()
  await title(ana).fill('Segundo')
  await expect(steps(ana)).toHaveCount(2)
  await ana.getByRole('button', { name: /Mover “Segundo”/ }).focus()
  await ana.keyboard.press('Alt+ArrowUp')
  await expect(steps(ana).first()).toContainText('Segundo')

  await ana.getByRole('button', { name: 'Mais ações: Segundo' }).click()
  await ana.getByRole('menuitem', { name: 'Excluir' }).click()
  await expect(steps(ana)).toHaveCount(1)
  await ana.getByRole('button', { name: 'Desfazer', exact: true }).click()
  await expect(steps(ana).first()).toContainText('Segundo')
  await saved(ana)
})

test('steps are dragged by their grip', async ({ ana }) => {
  await startTour(ana, 'Arrastar')
  await ana.getByRole('button', { name: 'Adicionar passo' }).click()
  await title(ana).fill('Vai para cima')
  const grip = ana.getByRole('button', { name: /Mover “Vai para cima”/ })
  await grip.hover()
  await ana.mouse.down()
  const first = (await steps(ana).first().boundingBox())!
  await ana.mouse.move(first.x + 20, first.y + 4, { steps: 4 })
  await ana.mouse.up()
  await expect(steps(ana).first()).toContainText('Vai para cima')
})

test('undo takes back a word at a time and redo brings it again', async ({ ana }) => {
  await startTour(ana, 'Desfazer')
  await title(ana).fill('Um')
  await ana.getByLabel('Texto do cartão').fill('Dois')
  await ana.keyboard.press('Control+z')
  await expect(ana.getByLabel('Texto do cartão')).not.toHaveValue('Dois')
  await expect(title(ana)).toHaveValue('Um')
  await ana.keyboard.press('Control+Shift+z')
  await expect(ana.getByLabel('Texto do cartão')).toHaveValue('Dois')
})

test('without connection the editor says so, and everything arrives when it is back', async ({ ana }) => {
  await startTour(ana, 'No trem')
  await ana.context().setOffline(true)
  await title(ana).fill('Escrito sem internet')
  await expect(ana.getByText('não salvo: sem conexão')).toBeVisible()
  await ana.context().setOffline(false)
  await saved(ana)
  await ana.reload()
  await expect(title(ana)).toHaveValue('Escrito sem internet')
})

test('a session that ends in the middle of a sentence loses nothing, and saves after signing in', async ({
  ana,
}) => {
  await startTour(ana, 'Sessão curta')
  await title(ana).fill('Antes')
  await saved(ana)
  await ana.context().clearCookies()
  await title(ana).fill('Antes e depois')
  await expect(ana.getByRole('dialog', { name: 'Entrar' })).toContainText('Sua sessão terminou')
  await signIn(ana)
  await saved(ana)
  await expect(title(ana)).toHaveValue('Antes e depois')
  await ana.evaluate(() => localStorage.clear())
  await ana.reload()
  await expect(title(ana)).toHaveValue('Antes e depois')
})

test('tasks are written one after the other without reaching for the mouse', async ({ ana }) => {
  await startTour(ana, 'Sem mouse')
  await ana.getByRole('button', { name: 'Adicionar passo' }).press('Enter')
  await expect(title(ana)).toBeFocused()
  await ana.keyboard.type('Conferir o troco')
  await expect(steps(ana)).toHaveCount(2)
  await expect(steps(ana).nth(1)).toContainText('Conferir o troco')
})

test('two people on one tour: the second is asked, and nothing is lost', async ({ ana }) => {
  await startTour(ana, 'A quatro mãos')
  const other = await ana.context().newPage()
  await other.goto(ana.url())
  await title(other).fill('Da outra janela')
  await saved(other)
  await title(ana).fill('Da minha janela')
  await expect(ana.getByRole('alert')).toContainText('mudou as mesmas palavras')
  await expect(title(ana)).toHaveValue('Da minha janela')
  await ana.getByRole('button', { name: 'Manter as minhas' }).click()
  await saved(ana)
  await other.reload()
  await expect(title(other)).toHaveValue('Da minha janela')
})

test('an unfinished tour is not published; the list leads to the field, then it goes on the air', async ({
  ana,
}) => {
  await startTour(ana, 'Quase pronto')
  await title(ana).fill('')
  await expect(ana.getByRole('button', { name: /^O que falta/ })).toBeVisible()
  await ana.getByRole('button', { name: 'Quem vê' }).click()
  await ana.getByRole('button', { name: /^O que falta/ }).click()
  await ana
    .getByRole('dialog', { name: 'O que falta' })
    .getByRole('button', { name: /Título/ })
    .first()
    .click()
  await expect(title(ana)).toBeFocused()
  await ana.keyboard.type('Agora sim')
  await saved(ana)
  await ana.getByRole('button', { name: 'Publicar v1' }).click()
  const dialog = ana.getByRole('dialog', { name: /^Publicar/ })
  await expect(dialog).toContainText(/Pode aparecer hoje para \d+ pessoas?/)
  await dialog.getByRole('button', { name: 'Publicar v1' }).click()
  await expect(ana.getByText('v1 no ar', { exact: true })).toBeVisible()

  await ana.getByRole('button', { name: 'Mais ações', exact: true }).click()
  await ana.getByRole('menuitem', { name: /Tirar do ar/ }).click()
  await ana
    .getByRole('dialog', { name: /Tirar do ar/ })
    .getByRole('button', { name: /Tirar do ar/ })
    .click()
  await expect(ana.getByText('v1 no ar', { exact: true })).toHaveCount(0)
})

test('an alarm leads to the step’s target, and the way back and the acts above stay in sight', async ({
  ana,
  api,
}) => {
  await ana.goto(`${api.url}/contents/primeira-venda?step=4`)
  await expect(ana.getByRole('combobox', { name: 'Atributo' })).toBeFocused()
  await expect(ana.getByRole('combobox', { name: 'Atributo' })).toBeInViewport()
  await expect(ana.getByRole('button', { name: /^Publicar/ })).toBeInViewport({ ratio: 1 })
})

test('on a phone a tour is looked at, not written', async ({ ana, api }) => {
  await ana.setViewportSize({ width: 360, height: 640 })
  await ana.goto(`${api.url}/contents/primeira-venda`)
  await expect(ana.getByText('Para editar, abra em uma tela maior')).toBeVisible()
  await expect(ana.getByLabel('Nome do conteúdo')).not.toBeEditable()
  await ana.getByRole('button', { name: /Próximo/ }).click()
  await expect(ana.getByRole('button', { name: /passo 2 de 7/ })).toBeVisible()
})
