import { expect, test } from 'vitest'
import { alike, canon, chosen, within } from './text'

test('a label keeps its likeness through a typo, an added word and a plural', () => {
  expect(alike('fechar caixa', 'fechar o caixa')).toBeGreaterThan(0.8)
  expect(alike('produtos', 'produto')).toBeGreaterThan(0.9)
  expect(alike('receber', 'cancelar')).toBeLessThan(0.4)
  expect(alike('', '')).toBe(0)
})

test('punctuation is no part of a label, and a label of nothing else stays', () => {
  expect(canon('sair…')).toBe('sair')
  expect(canon('»')).toBe('»')
})

test('the count of open orders is no part of what the menu is called', () => {
  expect(canon('pedidos (12)')).toBe('pedidos')
  expect(canon('painel v2')).toBe('painel v2')
})

test('a short label is found whole in a longer one', () => {
  expect(within('ajuda', 'ajuda e suporte')).toBe(1)
  expect(within('à vista', 'a prazo')).toBe(0)
})

test.each(['btn-primary', 'sidebarMenu', 'col-md-6', 'pay', 'data_table'])(
  'the shop system chose the name %s',
  (token) => expect(chosen(token)).toBe(true),
)

test.each([
  'css-1x9k2p',
  ':r3:',
  'ember412',
  'sc-bdVaJaKq',
  'x7f3a9c',
  'mui-48271',
  'bdfghkl',
  '8f14e45f-ceea-467f',
])('a build made up the name %s', (token) => expect(chosen(token)).toBe(false))
