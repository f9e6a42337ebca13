import { expect, test } from '../../../testing'

test('Ana looks at a tour for cashiers as the owner, learns why he would not see it, and as a cashier', async ({
  ana,
  api,
}) => {
  await ana.evaluate(async () => {
    const { draft } = await (await fetch('/api/experiences/primeira-venda')).json()
    await fetch('/api/experiences', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...draft, name: 'Só para caixas', audience: { user: { papel: 'caixa' } } }),
    })
  })
  await ana.goto(`${api.url}/contents/so-para-caixas`)
  const choose = async (who: string) => {
    await ana.getByRole('button', { name: 'Ver como outra pessoa' }).click()
    await ana.getByRole('combobox', { name: 'Pessoa, loja ou segmento' }).fill(who)
    await ana.getByRole('option', { name: new RegExp(`^${who}`) }).click()
  }
  const verdict = ana.locator('.verdict-bar')

  await choose('Davi')
  await expect(verdict).toContainText('Não apareceria para Davi')
  await expect(verdict).toContainText('está fora do público')
  await verdict.getByRole('button', { name: 'Por quê' }).click()
  const why = ana.getByRole('dialog', { name: 'Quem veria, e por quê' })
  await expect(why.getByRole('list', { name: 'Regras do público' })).toContainText(/caixa.*não vale/)
  await why.getByRole('button', { name: 'Fechar' }).click()

  await choose('Enzo')
  await expect(verdict).toContainText('Apareceria para Enzo')
  await verdict.getByRole('button', { name: 'Deixar de ver como ela' }).click()
  await expect(verdict).toHaveCount(0)
})
