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
