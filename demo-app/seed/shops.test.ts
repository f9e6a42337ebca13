import { expect, test } from 'vitest'
import { accountTraits, ean13, shops } from './shops.ts'

const all = <T>(values: T[]) => new Set(values).size === values.length

test('ids are pseudonymous, ASCII and used once', () => {
  const ids = shops.flatMap(({ id, operators }) => [id, ...operators.map((operator) => operator.id)])
  expect(all(ids)).toBe(true)
  expect(ids.every((id) => /^[a-z0-9-]+$/.test(id))).toBe(true)
})

test('each shop has at least 24 products with codes of their own in categories that exist', () => {
  for (const { products, categories } of shops) {
    expect(products.length).toBeGreaterThanOrEqual(24)
    const codes = products.flatMap(({ barcode, scaleCode }) => barcode ?? scaleCode ?? [])
    expect(codes).toHaveLength(products.length)
    expect(all(codes)).toBe(true)
    expect(products.every(({ category }) => categories.some(({ id }) => id === category))).toBe(true)
    expect(products.every(({ barcode }) => !barcode || ean13(barcode.slice(0, 12)) === barcode)).toBe(true)
  }
})

test('each shop has an owner and PINs that tell people apart', () => {
  for (const { operators } of shops) {
    expect(operators.some(({ role }) => role === 'dono')).toBe(true)
    expect(all(operators.map(({ pin }) => pin))).toBe(true)
  }
})

test('what Customer Success learns about a shop is flat and holds no tax id', () => {
  for (const shop of shops) {
    const traits = Object.values(accountTraits(shop))
    expect(traits.every((value) => ['string', 'number', 'boolean'].includes(typeof value))).toBe(true)
    expect(traits).not.toContain(shop.company.cnpj)
  }
})
