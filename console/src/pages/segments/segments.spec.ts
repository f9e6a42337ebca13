import { expect, test } from '../../../testing'

test('Ana writes a segment by keyboard, loses nothing in a reload, and sees who is in it', async ({
  ana,
}) => {
  await ana.getByRole('link', { name: 'Segmentos' }).click()
  await ana.getByRole('link', { name: 'Novo segmento' }).click()
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
