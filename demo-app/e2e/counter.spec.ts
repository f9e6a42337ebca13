import { mercearia } from '../seed/mercearia'
import { expect, test } from './counter'

// A day at the counter with the keyboard, the scanner and changes of mind.

const [rice, , coffee] = mercearia.products

test('a whole sale by the keyboard alone, from the PIN to the note', async ({ page, counter }) => {
  await counter.opensShop()
  await counter.mark('operador-lurdes-maria').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('1234')
  await expect(counter.mark('menu-operador')).toBeVisible()
  await counter.mark('cartao-caixa').getByRole('link', { name: 'Abrir caixa' }).focus()
  await page.keyboard.press('Enter')
  await expect(counter.mark('troco-inicial')).toBeFocused()
  await page.keyboard.type('15000')
  await page.keyboard.press('Enter')
  await expect(counter.mark('fechar-caixa')).toBeVisible()

  await counter.mark('nav-venda').focus()
  await page.keyboard.press('Enter')
  await expect(counter.mark('busca-produto')).toBeFocused()
  await page.keyboard.type('arroz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Arroz 5 kg' })).toBeVisible()
  await counter.mark('finalizar').focus()
  await page.keyboard.press('Enter')
  await expect(counter.mark('valor-recebido')).toBeFocused()
  await page.keyboard.type('5000')
  await expect(counter.mark('troco')).toContainText('R$ 21,10')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Pagamento recebido')).toBeVisible()
  // Where the button was is nothing any more: the keyboard goes on at the top of the note.
  await page.keyboard.press('Tab')
  await expect(counter.mark('emitir-depois')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nota autorizada')).toBeVisible()
})

test('an article scanned while the cash is being counted is no amount, and pays nothing', async ({
  page,
  counter,
}) => {
  await counter.startsTheDay()
  await counter.mark('nav-venda').click()
  await counter.adds('Arroz 5 kg')
  await counter.mark('finalizar').click()
  await page.getByRole('button', { name: 'R$ 50,00' }).click()
  await counter.mark('valor-recebido').focus()
  await counter.scans(coffee!.barcode!)
  await expect(counter.mark('valor-recebido')).toHaveValue('R$ 50,00')
  await expect(counter.mark('troco')).toContainText('R$ 21,10')
  expect(await counter.times('venda_concluida')).toBe(0)
})

test('what was just scanned is in sight, however long the sale is', async ({ page, counter }) => {
  await counter.startsTheDay()
  await counter.mark('nav-venda').click()
  await expect(counter.mark('busca-produto')).toBeFocused()
  const pieces = mercearia.products.filter(({ barcode }) => barcode).slice(0, 12)
  for (const { barcode } of pieces) await counter.scans(barcode!)
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect(line(pieces.at(-1)!.name)).toBeInViewport({ ratio: 0.9 })
  await counter.scans(rice!.barcode!)
  await expect(line(rice!.name)).toBeInViewport({ ratio: 0.9 })
})

test('what was typed for one act is not for the next', async ({ page, counter }) => {
  await counter.startsTheDay()
  await counter.mark('sangria').click()
  await counter.mark('valor-movimento').fill('R$ 9.000,00')
  await counter.mark('confirmar-movimento').click()
  await expect(page.getByText('Não há esse valor na gaveta.')).toBeVisible()
  await page.getByRole('link', { name: 'Cancelar' }).click()
  await counter.mark('suprimento').click()
  await expect(counter.mark('valor-movimento')).toHaveValue('R$ 0,00')
  await expect(page.getByText('Não há esse valor na gaveta.')).toBeHidden()

  await counter.mark('nav-produtos').click()
  await page.getByRole('row', { name: /Arroz 5 kg/ }).click()
  await counter.mark('produto-nome').fill('Arroz quebrado')
  await page.getByRole('link', { name: 'Cancelar' }).click()
  await page.getByRole('row', { name: /Arroz 5 kg/ }).click()
  await expect(counter.mark('produto-nome')).toHaveValue('Arroz 5 kg')
})

test('another page of the settings begins at its top', async ({ page, counter }) => {
  await counter.opensShop()
  await counter.signsIn('lurdes-maria', '1234')
  await counter.mark('menu-operador').click()
  await counter.mark('nav-configuracoes').click()
  await counter.mark('baixar-copia').scrollIntoViewIfNeeded()
  await counter.mark('config-fiscal').click()
  await expect(page.getByRole('heading', { name: 'Certificado digital A1' })).toBeInViewport({ ratio: 1 })
})

test('on a phone she goes back from cash to the other ways to pay', async ({ page, counter }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await counter.opensShop()
  await counter.mark('operador-lurdes-maria').click()
  await page.keyboard.type('1234')
  await counter.mark('abrir-caixa').click()
  await counter.opensTheDrawer()
  await page.goto(`${counter.url}/venda`)
  await counter.adds('Arroz 5 kg')
  await counter.mark('finalizar').click()
  await counter.mark('pagamento-dinheiro').click()
  await counter.mark('voltar-formas').click()
  await counter.mark('pagamento-pix').click()
  await expect(counter.mark('pix-qr')).toBeVisible()
})
