import { expect, test } from '../../../testing'

test('a milestone open in two windows is never overwritten unasked', async ({ ana }) => {
  await ana.getByRole('link', { name: 'Marcos' }).click()
  await ana.getByRole('link', { name: 'Impressora testada' }).click()
  const other = await ana.context().newPage()
  await other.goto(ana.url())
  await other.getByLabel('Prazo').fill('6')
  await other.getByRole('button', { name: 'Salvar marco' }).click()
  await expect(other.getByText('Marco salvo')).toBeVisible()

  await ana.getByLabel('Peso').fill('25')
  await ana.getByRole('button', { name: 'Salvar marco' }).click()
  const told = ana.getByRole('alert').filter({ hasText: /salvou este marco .*enquanto você escrevia/ })
  await told.getByRole('button', { name: 'Usar as novas' }).click()
  await expect(ana.getByLabel('Prazo')).toHaveValue('6')
  await expect(ana.getByText('alterado, não salvo')).toHaveCount(0)
})
