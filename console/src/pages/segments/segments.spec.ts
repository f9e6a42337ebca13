import { expect, test } from '../../../testing'

test('Ana writes a segment by keyboard, loses nothing in a reload, and sees who is in it', async ({
  ana,
}) => {
  await ana.getByRole('link', { name: 'Segmentos' }).click()
  await ana.getByRole('link', { name: 'Novo segmento' }).click()
  await expect(ana.getByRole('heading', { level: 1, name: 'Novo segmento' })).toBeVisible()
  await ana.getByLabel('Nome').fill('Donos ou gerentes')
  await ana.getByRole('button', { name: 'Condição', exact: true }).press('Enter')
  await ana.keyboard.type('papel')
  await ana.keyboard.press('Enter')
  await ana.getByRole('button', { name: /^Valor:/ }).press('Enter')
  await ana.keyboard.type('dono')
  await ana.keyboard.press('Enter')
  await expect(ana.getByText('ao vivo')).toBeVisible()
  await expect(ana.getByText(/^\d+ de \d+ pessoas$/)).toBeVisible()

  await ana.reload()
  await expect(ana.getByLabel('Nome')).toHaveValue('Donos ou gerentes')
  await expect(ana.getByRole('button', { name: 'Valor: dono' })).toBeVisible()

  await ana.getByRole('button', { name: 'Salvar segmento' }).click()
  await expect(ana.getByRole('heading', { level: 1, name: 'Donos ou gerentes' })).toBeVisible()
  await expect(ana.getByText('alterado, não salvo')).toHaveCount(0)
})

test('a segment that a content uses is not deleted, and says by whom', async ({ ana }) => {
  await ana.getByRole('link', { name: 'Segmentos' }).click()
  await ana.getByRole('link', { name: 'Quem vende' }).click()
  await ana.getByRole('button', { name: 'Mais ações' }).click()
  await ana.getByRole('menuitem', { name: 'Excluir segmento' }).click()
  await expect(ana.locator('.toast').filter({ hasText: /Ainda é usado por .*Primeira venda/ })).toBeVisible()
  await expect(ana.getByRole('heading', { level: 1, name: 'Quem vende' })).toBeVisible()
})

test('three shops are counted on the activation page, never averaged', async ({ ana }) => {
  await ana.getByRole('link', { name: 'Ativação & TTV' }).click()
  await expect(ana.getByText('menos de 10 lojas: só contagens')).toBeVisible()
  await expect(ana.getByText('Mediana em dias')).toHaveCount(0)
})

test('a segment open in two windows is never overwritten unasked: she takes theirs, or saves hers knowingly', async ({
  ana,
}) => {
  await ana.getByRole('link', { name: 'Segmentos' }).click()
  await ana.getByRole('link', { name: 'Quem vende' }).click()
  // The list's own filter is called by name as well.
  await expect(ana.getByRole('heading', { level: 1, name: 'Quem vende' })).toBeVisible()
  await ana.getByLabel('Nome').fill('Quem vende no balcão')
  const other = await ana.context().newPage()
  await other.goto(ana.url())
  await other.getByLabel('Nome').fill('Quem vende agora')
  await other.getByRole('button', { name: 'Salvar segmento' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Quem vende agora' })).toBeVisible()

  await ana.getByRole('button', { name: 'Salvar segmento' }).click()
  const told = ana.getByRole('alert').filter({ hasText: /salvou este segmento .*enquanto você escrevia/ })
  await expect(told).toBeVisible()
  // Her words survive a reload, and so does the question.
  await ana.reload()
  await expect(ana.getByLabel('Nome')).toHaveValue('Quem vende no balcão')
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Usar as novas' }).click()
  await expect(ana.getByRole('heading', { level: 1, name: 'Quem vende agora' })).toBeVisible()
  await expect(told).toHaveCount(0)

  await other.getByLabel('Nome').fill('Quem vende hoje')
  await other.getByRole('button', { name: 'Salvar segmento' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Quem vende hoje' })).toBeVisible()
  await ana.getByLabel('Nome').fill('Quem vende')
  await ana.getByRole('button', { name: 'Salvar segmento' }).click()
  await told.getByRole('button', { name: 'Manter as minhas' }).click()
  await expect(ana.getByRole('heading', { level: 1, name: 'Quem vende', exact: true })).toBeVisible()
  await expect(told).toHaveCount(0)
  await other.reload()
  await expect(other.getByRole('heading', { level: 1, name: 'Quem vende', exact: true })).toBeVisible()
})
