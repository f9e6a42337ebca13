import { expect, test } from 'vitest'
import { initials } from './initials'

test('a person has the first letters of her first and last names', () => {
  expect(initials('Ana Ribeiro')).toBe('AR')
  expect(initials('  érica de souza ')).toBe('ÉS')
  expect(initials('Bia')).toBe('B')
  expect(initials('')).toBe('')
})

test('a name that begins with a picture is not cut in the middle of it', () => {
  expect(initials('🎉 Loja')).toBe('🎉L')
})
