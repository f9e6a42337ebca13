import { expect, test } from 'vitest'
import { mercearia } from '../../seed/mercearia.ts'
import { freshShop } from '../state/fresh.ts'
import type { Sale } from '../state/model.ts'
import { answer, fixFor, hasWrongNcm, isCpf, rejectionCodes } from './rejections.ts'

const now = new Date(2026, 10, 21, 14).getTime()
const { products, settings } = freshShop(mercearia, now)
const named = (name: string) => products.find((product) => product.name === name)!
const saleOf = (...names: string[]): Sale => ({
  id: 'v1',
  number: 1,
  at: now,
  operatorId: 'lurdes-maria',
  discountCents: 0,
  totalCents: 100,
  method: 'pix',
  receivedCents: 100,
  changeCents: 0,
  lines: names.map((name) => ({ productId: named(name).id, name, unit: 'un', priceCents: 100, quantity: 1 })),
  invoice: { status: 'pending', number: 1, at: now },
})

test('a sale of goods in order is authorised', () => {
  expect(answer(saleOf('Arroz 5 kg'), products, null)).toBeNull()
})

test('coffee with a class that does not exist is rejected with 778 and the right class is offered', () => {
  const sale = saleOf('Arroz 5 kg', 'Café 500 g')
  expect(answer(sale, products, null)).toBe('778')
  expect(fixFor('778', sale, products, settings)).toMatchObject({
    productName: 'Café 500 g',
    wrong: '0901.21.99',
    suggestion: '0901.21.00',
  })
})

test('correcting the class once lets the same sale pass', () => {
  const corrected = products.map((product) =>
    product.name === 'Café 500 g' ? { ...product, ncm: '09012100' } : product,
  )
  expect(answer(saleOf('Café 500 g'), corrected, null)).toBeNull()
})

test('the demo bar can ask for every known rejection, and an unknown one changes nothing', () => {
  for (const code of rejectionCodes) expect(answer(saleOf('Arroz 5 kg'), products, code)).toBe(code)
  expect(answer(saleOf('Arroz 5 kg'), products, '999')).toBeNull()
})

test('a secret shown for correction hides all but its end', () => {
  expect(fixFor('464', saleOf('Arroz 5 kg'), products, settings).wrong).toMatch(/^•+293A$/)
})

test('a product without a class of eight digits is not ready', () => {
  expect(hasWrongNcm({ ncm: '1006' })).toBe(true)
})

test('a CPF is known by its check digits', () => {
  expect(isCpf('529.982.247-25')).toBe(true)
  expect(isCpf('52998224724')).toBe(false)
  expect(isCpf('11111111111')).toBe(false)
})
