import { expect, type Page } from '@playwright/test'
import type { World } from '../../scripts/world'

/** Ana, of Customer Success, at the console. */
export function ana(page: Page, { consoleUrl, signIn }: World) {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const saved = () => expect(page.getByText(/salvo às/).first()).toBeVisible()

  return {
    async signsIn() {
      await page.goto(consoleUrl)
      await field('E-mail').fill(signIn.email)
      await page.getByLabel('Senha', { exact: true }).fill(signIn.password)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Conteúdos' })).toBeVisible()
    },

    async makesASegmentOfOwners(name: string) {
      await page.goto(`${consoleUrl}/segments/new`)
      await field('Nome').fill(name)
      await page.getByRole('button', { name: 'Condição' }).click()
      await page.getByRole('option', { name: 'papel' }).click()
      await page.getByRole('button', { name: /^Valor/ }).click()
      await page.getByRole('option', { name: 'dono' }).click()
      await page.getByRole('button', { name: 'Salvar segmento' }).click()
      await expect(page.getByRole('heading', { name })).toBeVisible()
      await expect(page).not.toHaveURL(/\/new$/)
    },

    async makesAMilestone(name: string, event: string) {
      await page.request.post(`${consoleUrl}/api/milestones`, {
        data: { key: 'primeira_venda', name: { 'pt-BR': name, en: 'First sale' }, needs: [{ event }] },
      })
    },

    async beginsATour(name: string) {
      await page.goto(`${consoleUrl}/contents`)
      await page.getByRole('button', { name: 'Novo conteúdo' }).click()
      await page.getByText('Tour em branco').click()
      await field('Nome').fill(name)
      await page.getByRole('button', { name: 'Criar' }).click()
      await expect(page.getByRole('heading', { name: '1 passo' })).toBeVisible()
    },

    async adds() {
      await page.getByRole('button', { name: 'Adicionar passo' }).click()
    },

    async writes(title: string, text: string) {
      await field('Título').fill(title)
      await field('Texto do cartão').fill(text)
    },

    async pointsAt(mark: string) {
      await page.getByText('Aponta para um elemento').click()
      await page.getByRole('combobox', { name: 'Nome da marca' }).fill(mark)
      await page.keyboard.press('Tab')
      await field('Como você chama').fill(mark)
    },

    async advancesOnTouch() {
      await page.getByText('A pessoa toca no alvo').click()
    },

    async advancesOn(event: string) {
      await page.getByText('Acontece um evento').click()
      await page.getByRole('combobox', { name: 'Evento' }).fill(event)
      await page.keyboard.press('Tab')
    },

    async showsItTo(segment: string) {
      await page.getByRole('button', { name: /^Quem vê/ }).click()
      await page.getByRole('button', { name: 'Condição' }).click()
      await page.getByRole('option', { name: segment, exact: true }).click()
      await page.getByRole('spinbutton', { name: 'Prioridade' }).fill('100')
      await page.getByText('Pode ficar aberto durante uma venda').click()
    },

    async publishes() {
      await saved()
      await page.getByRole('button', { name: 'Publicar v1' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Publicar/ })
        .click()
      await expect(page.getByText('v1 no ar', { exact: true })).toBeVisible()
    },
  }
}
