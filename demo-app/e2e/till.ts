import { expect, type Page } from '@playwright/test'

/** A person at the counter of Mercearia Dona Lurdes, at the demo POS. */
export function till(page: Page, url: string) {
  const mark = (name: string) => page.locator(`[data-guia="${name}"]`).first()

  async function types(pin: string) {
    for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  }

  return {
    mark,
    card: (title: string) => page.getByRole('dialog', { name: title }),

    async opensShop() {
      await page.goto(`${url}/?bar=0`)
      await mark('loja-dona-lurdes').click()
    },

    async signsIn(operator: string, pin: string) {
      await mark(`operador-${operator}`).click()
      await types(pin)
      await expect(mark('menu-operador')).toBeVisible()
    },

    async signsOut() {
      await mark('menu-operador').click()
      await mark('sair').click()
    },

    async opensTheDrawer() {
      await page.getByRole('button', { name: 'R$ 100,00' }).click()
      await mark('confirmar-abertura').click()
    },

    async adds(product: string) {
      await mark('grade-produtos').getByText(product, { exact: true }).click()
    },

    async paysInCash() {
      await mark('finalizar').click()
      await mark('pagamento-dinheiro').click()
      await page.getByRole('button', { name: 'Valor certo' }).click()
      await mark('confirmar-pagamento').click()
    },
  }
}
