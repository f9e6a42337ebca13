import { expect, test } from 'vitest'
import { isBlank, mask, named } from './mask'

test.each([
  ['R$ 89,06', /^█+$/],
  ['US$ 1,234.50', /^█+$/],
  ['Finalizar R$ 89,06', /^Finalizar █+$/],
  ['maria.souza@loja.com.br', /^█+$/],
  ['CPF 123.456.789-09', /^CPF █+$/],
  ['(11) 98765-4321', /^\(█\) █+$/],
  ['Arroz 5 kg', /^Arroz █ kg$/],
  ['Emitir nota', /^Emitir nota$/],
  ['21/11/2026 14:30', /^█+ █+$/],
])('in a picture of the page, “%s” keeps no number and no address', (text, expected) => {
  expect(mask(text)).toMatch(expected)
  expect(mask(text)).not.toMatch(/\d|@/)
})

test('a text of numbers alone is a bar, and a word among bars is still read', () => {
  expect(isBlank(mask('R$ 1.234,56'))).toBe(true)
  expect(isBlank(mask('12 un.'))).toBe(false)
})

test.each([
  ['Finalizar R$ 89,06', 'Finalizar'],
  ['Arroz 5 kg', 'Arroz 5 kg'],
  ['Açúcar refinado 1 kg · R$ 4,89', 'Açúcar refinado 1 kg'],
  ['CPF 123.456.789-09', 'CPF'],
  ['maria@loja.com.br', ''],
  ['Venda 1', 'Venda 1'],
  ['NSU 123456', 'NSU'],
  ['Total: 1.234,56', 'Total'],
])('“%s” is called “%s” in a step’s title', (text, expected) => {
  expect(named(text)).toBe(expected)
})
