import { expect, test } from 'vitest'
import { changeCents, likelyCents } from './change.ts'
import { brCode, crc16 } from './pix.ts'

test('a hundred for R$ 89,06 gives R$ 10,94 back', () => {
  expect(changeCents(8906, 10_000)).toBe(1094)
})

test('exact money gives nothing back, too little gives no change at all', () => {
  expect(changeCents(8906, 8906)).toBe(0)
  expect(changeCents(8906, 8905)).toBeNull()
})

test('the quick amounts are what people hand over', () => {
  expect(likelyCents(8906)).toEqual([9000, 10_000, 15_000])
  expect(likelyCents(320)).toEqual([500, 1000, 2000])
  expect(likelyCents(5000)).toEqual([6000, 10_000, 15_000])
})

test('the checksum is the one of the standard', () => {
  expect(crc16('123456789')).toBe('29B1')
})

test('a Pix code reads as the Central Bank wants it', () => {
  const code = brCode({
    key: '12345678000195',
    name: 'Mercearia Dona Lurdes',
    city: 'São Paulo',
    cents: 8906,
    txid: 'VENDA-1',
  })
  expect(code).toContain('0014br.gov.bcb.pix011412345678000195')
  expect(code).toContain('540589.06')
  expect(code).toContain('5921Mercearia Dona Lurdes6009Sao Paulo')
  expect(code).toContain('62100506VENDA1')
  expect(crc16(code.slice(0, -4))).toBe(code.slice(-4))
})

test('for a large sale no round sum is offered', () => {
  expect(likelyCents(100_000)).toHaveLength(3)
  expect(likelyCents(100_001)).toEqual([])
})
