import { expect, test } from '../../../testing'

test('Ana writes down a situation and rush hours, and the tills get them', async ({ ana, api }) => {
  await ana.goto(`${api.url}/busy`)
  await ana.getByRole('button', { name: 'Entre dois acontecimentos' }).click()
  await ana.getByRole('textbox', { name: 'Nome da situação' }).last().fill('Pix na tela')
  await ana.getByRole('button', { name: 'Salvar' }).click()
  await expect(ana.getByText('Escolha o acontecimento em que começa.')).toBeVisible()
  const row = ana.locator('.busy-row').filter({ hasText: 'no máximo' }).last()
  for (const event of ['pix_na_tela', 'pix_recebido']) {
    await row
      .locator('button.rule-subject')
      .nth(event === 'pix_na_tela' ? 0 : 1)
      .click()
    await ana.getByRole('combobox').last().fill(event)
    await ana.keyboard.press('Enter')
  }
  await ana.getByRole('button', { name: 'Horário', exact: true }).click()
  await expect(ana.getByRole('img', { name: 'seg: 11h30–13h30' })).toBeVisible()
  await expect(ana.getByRole('img', { name: 'dom: sem pico' })).toBeVisible()
  await ana.getByRole('button', { name: 'Salvar' }).click()
  await expect(ana.getByText('Salvo.', { exact: false })).toBeVisible()
  await ana.reload()
  await expect(ana.getByRole('textbox', { name: 'Nome da situação' }).last()).toHaveValue('Pix na tela')
  const kept = await ana.evaluate(() => fetch('/api/producao/busy').then((answer) => answer.json()))
  expect(kept.rules.at(-1)).toEqual({
    while: 'events',
    name: 'Pix na tela',
    from: 'pix_na_tela',
    until: ['pix_recebido'],
    atMostMinutes: 15,
  })
  expect(kept.rushHours).toEqual([{ hours: [11.5, 13.5], days: [1, 2, 3, 4, 5] }])
})

test('situations open in two windows are never overwritten unasked, and unsaved ones survive a reload', async ({
  ana,
}) => {
  await ana.getByRole('link', { name: 'Na hora da venda' }).click()
  const name = (page: typeof ana) => page.getByRole('textbox', { name: 'Nome da situação' }).first()
  await name(ana).fill('Contando a gaveta')
  const other = await ana.context().newPage()
  await other.goto(ana.url())
  await name(other).fill('Conferindo a gaveta')
  await other.getByRole('button', { name: 'Salvar' }).click()
  await expect(other.getByText('alterado, não salvo')).toHaveCount(0)

  await ana.getByRole('button', { name: 'Salvar' }).click()
  const told = ana.getByRole('alert').filter({ hasText: /salvou estas regras .*enquanto você escrevia/ })
  await expect(told).toBeVisible()
  await ana.reload()
  await expect(name(ana)).toHaveValue('Contando a gaveta')
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Usar as novas' }).click()
  await expect(name(ana)).toHaveValue('Conferindo a gaveta')
  await expect(told).toHaveCount(0)

  await name(other).fill('Contando moedas')
  await other.getByRole('button', { name: 'Salvar' }).click()
  await expect(other.getByText('alterado, não salvo')).toHaveCount(0)
  await name(ana).fill('Contando a gaveta')
  await ana.getByRole('button', { name: 'Salvar' }).click()
  await told.getByRole('button', { name: 'Manter as minhas' }).click()
  await expect(ana.getByText('alterado, não salvo')).toHaveCount(0)
  await other.reload()
  await expect(name(other)).toHaveValue('Contando a gaveta')
})
