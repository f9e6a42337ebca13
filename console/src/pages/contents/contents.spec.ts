import { expect, test } from '../../../testing'

test('a copy is made, deleted and brought back without a question', async ({ ana }) => {
  const row = ana.getByRole('row', { name: /Guia de implantação/ })
  await expect(row).toHaveCount(1)
  await ana.getByRole('button', { name: 'Mais ações: Guia de implantação' }).click()
  await ana.getByRole('menuitem', { name: 'Duplicar' }).click()
  await expect(row).toHaveCount(2)
  await expect(ana.getByRole('status').filter({ hasText: 'Cópia de' })).toBeVisible()
  const copy = row.filter({ hasText: 'rascunho' })
  await copy.getByRole('button', { name: /^Mais ações/ }).click()
  await ana.getByRole('menuitem', { name: 'Excluir' }).click()
  await expect(row).toHaveCount(1)
  await ana
    .locator('.toast')
    .filter({ hasText: 'excluído' })
    .getByRole('button', { name: 'Desfazer' })
    .click()
  await expect(row).toHaveCount(2)
})

test('the filter finds by name and kind, and says when nothing fits', async ({ ana }) => {
  await ana.getByRole('tab', { name: /Tours/ }).click()
  await expect(ana.getByRole('row', { name: /Primeira venda/ })).toBeVisible()
  await expect(ana.getByRole('row', { name: /Guia de implantação/ })).toHaveCount(0)
  await ana.getByLabel('Filtrar por nome').fill('não existe')
  await expect(ana.getByText('Nenhum conteúdo com estes filtros')).toBeVisible()
  await ana.getByRole('button', { name: 'Limpar filtros' }).click()
  await expect(ana.getByRole('row', { name: /Guia de implantação/ }).first()).toBeVisible()
})

test('Ctrl K finds a shop, a person and a content, by keyboard alone', async ({ ana }) => {
  const asks = async (words: string) => {
    await ana.keyboard.press('Control+k')
    await expect(
      ana.getByRole('combobox', { expanded: true }).or(ana.getByRole('dialog').locator('input')).first(),
    ).toBeFocused()
    await ana.keyboard.type(words)
  }
  await expect(ana.getByRole('row', { name: /Guia de implantação/ }).first()).toBeVisible()
  await asks('primeira')
  await expect(ana.getByRole('option', { name: /Primeira venda/ })).toHaveAttribute('aria-selected', 'true')
  await ana.keyboard.press('Enter')
  await expect(ana).toHaveURL(/\/contents\/primeira-venda$/)
  await expect(ana.getByRole('button', { name: 'Publicar' })).toBeVisible()
  await asks('lurdes')
  await expect(ana.getByRole('option', { name: /lurdes/i }).first()).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(ana.getByRole('option')).toHaveCount(0)
})
