import { expect, type Page } from '@playwright/test'

/** What Ana does on the running application, with the overlay. */
export function overlay(page: Page) {
  const rail = page.getByRole('toolbar', { name: 'Passos do passeio' })
  const panel = page.getByRole('region', { name: 'Ajustes do passo' })
  return {
    rail,
    panel,
    /** The step's own card, as the till draws it. */
    title: page.locator('trilha-editor h2#title'),
    body: page.locator('trilha-editor #body > p'),
    saved: () => expect(rail.getByText(/^Salvo às/)).toBeVisible(),
    async writes(title: string) {
      const heading = page.locator('trilha-editor h2#title')
      await heading.click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(title)
      await page.keyboard.press('Enter')
    },
  }
}
