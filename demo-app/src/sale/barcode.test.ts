import { expect, test } from 'vitest'
import { mercearia } from '../../seed/mercearia.ts'
import { findByCode, search } from './barcode.ts'
import { burst } from './scanner.ts'

const { products } = mercearia
const rice = products[0]!

test('a bar code finds its product as one piece', () => {
  expect(findByCode(products, rice.barcode!)).toEqual({ product: rice, quantity: 1 })
})

test('a label of the scale finds the product and its weight', () => {
  expect(findByCode(products, '2000210008457')).toMatchObject({
    product: { name: 'Banana-prata kg' },
    quantity: 845,
  })
})

test('an empty label and an unknown code find nothing', () => {
  expect(findByCode(products, '2000210000000')).toBeNull()
  expect(findByCode(products, '7890000000000')).toBeNull()
})

test('a search ignores accents and the order of the words', () => {
  expect(search(products, 'acucar').map(({ name }) => name)).toEqual(['Açúcar refinado 1 kg'])
  expect(search(products, '5 arroz')).toEqual([rice])
})

const type = (keys: string[], gapMs: number) => {
  const follow = burst()
  return keys.map((key, at) => follow(key, 1000 + at * gapMs)).filter(Boolean)
}

test('a scanner is known by its speed, a cashier typing the same digits is not one', () => {
  const keys = [...'7891234500017', 'Enter']
  expect(type(keys, 8)).toEqual(['7891234500017'])
  expect(type(keys, 120)).toEqual([])
})

test('a letter in the middle is no bar code', () => {
  expect(type([...'78912a', 'Enter'], 8)).toEqual([])
})
