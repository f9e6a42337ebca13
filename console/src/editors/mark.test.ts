import { expect, test } from 'vitest'
import { readMark, writeMark } from './mark'

test.each([
  ['data-guia', 'venda-finalizar', '[data-guia="venda-finalizar"]'],
  ['data-testid', 'botão "novo"', '[data-testid="botão \\"novo\\""]'],
  ['id', 'total', '#total'],
  ['id', '1-numero', '[id="1-numero"]'],
] as const)('the mark %s %s is written as a selector and read back', (attribute, name, selector) => {
  expect(writeMark({ attribute, name })).toBe(selector)
  expect(readMark(selector)).toEqual({ attribute, name })
})

test('a mark without a name is no selector yet', () => {
  expect(writeMark({ attribute: 'data-guia', name: '' })).toBeUndefined()
})

test('another selector is nobody’s mark', () => {
  expect(readMark('.btn > span')).toBeUndefined()
  expect(readMark('[data-guia="a"] button')).toBeUndefined()
  expect(readMark(undefined)).toBeUndefined()
})
