import { expect, test } from 'vitest'
import type { Line, Product } from '../state/model.ts'
import {
  discountCents,
  lineCents,
  quantityOf,
  subtotalCents,
  totalCents,
  withItem,
  withQuantity,
} from './cart.ts'

const goods = (id: string, priceCents: number, unit: 'un' | 'kg' = 'un'): Product => ({
  id,
  name: id,
  category: 'mercearia',
  icon: 'Tag',
  priceCents,
  unit,
  ncm: '10063021',
  stock: 10,
  minStock: 1,
})
const rice = goods('arroz', 2890)
const beans = goods('feijao', 849)
const banana = goods('banana', 699, 'kg')
const cartOf = (...items: [Product, number][]) =>
  items.reduce<Line[]>((lines, [product, quantity]) => withItem(lines, product, quantity), [])

test('845 g of bananas at R$ 6,99 the kilo cost R$ 5,91', () => {
  expect(lineCents(cartOf([banana, 845])[0]!)).toBe(591)
})

test('half a cent of a weighed product rounds up', () => {
  expect(lineCents({ productId: 'x', name: 'x', unit: 'kg', priceCents: 100, quantity: 5 })).toBe(1)
})

test('the same piece taken twice shares a line, two weighings do not', () => {
  expect(cartOf([rice, 1], [rice, 1])).toMatchObject([{ quantity: 2 }])
  expect(cartOf([banana, 845], [banana, 300])).toMatchObject([{ quantity: 845 }, { quantity: 300 }])
})

test('the badge on a tile counts every line of its product', () => {
  expect(quantityOf(cartOf([banana, 845], [rice, 1], [banana, 300]), 'banana')).toBe(1145)
})

test('taking the last piece away removes its line', () => {
  expect(withQuantity(cartOf([rice, 1], [beans, 2]), 0, 0)).toMatchObject([{ productId: 'feijao' }])
})

test('ten percent off R$ 45,88 is R$ 4,59', () => {
  const lines = cartOf([rice, 1], [beans, 2])
  expect(subtotalCents(lines)).toBe(4588)
  expect(discountCents(lines, { percent: 10 })).toBe(459)
  expect(totalCents({ lines, discount: { percent: 10 } })).toBe(4129)
})

test('a discount larger than the sale makes it free, never negative', () => {
  expect(totalCents({ lines: cartOf([beans, 1]), discount: { cents: 5000 } })).toBe(0)
})
