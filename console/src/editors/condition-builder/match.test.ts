import { expect, test } from 'vitest'
import { matches } from '#contract/resolve'
import { operators, readMatch, readValue, type Test, withOperator, writeMatch } from './match'

const asked: Test[] = [
  { name: 'uf', operator: 'in', value: ['SP', 'MG'] },
  { name: 'caixas', operator: 'gte', value: 2 },
  { name: 'caixas', operator: 'lt', value: 5 },
  { name: 'certificado_pronto', operator: 'is', value: false },
  { name: 'email', operator: 'exists', value: [] },
]

test('what is asked comes back as it was written', () => {
  expect(readMatch(writeMatch(asked))).toEqual(asked)
})

test('a plain equality is written in the short form', () => {
  expect(writeMatch([{ name: 'uf', operator: 'is', value: 'SP' }])).toEqual({ uf: 'SP' })
})

test('the same question twice for one trait holds both answers', () => {
  const match = writeMatch([
    { name: 'uf', operator: 'isNot', value: 'SP' },
    { name: 'uf', operator: 'isNot', value: 'MG' },
  ])
  expect(matches({ uf: 'RJ' }, match)).toBe(true)
  expect(matches({ uf: 'SP' }, match)).toBe(false)
  expect(matches({ uf: 'MG' }, match)).toBe(false)
  expect(readMatch(match)).toHaveLength(2)
})

test('a match with operators that the chips lack is left alone', () => {
  expect(readMatch({ $or: [{ uf: 'SP' }] })).toBeUndefined()
  expect(readMatch({ tags: { $elemMatch: { $eq: 'x' } } })).toBeUndefined()
  expect(readMatch({ uf: null })).toBeUndefined()
})

test('the evaluator agrees with the words of every operator', () => {
  const holds = (operator: Test['operator'], value: Test['value'], traits: Record<string, unknown>) =>
    matches(traits, writeMatch([{ name: 'n', operator, value }]))
  const answers = operators.map((operator) => {
    const value = operator === 'in' || operator === 'notIn' ? [3] : 3
    return [
      operator,
      holds(operator, value, { n: 3 }),
      holds(operator, value, { n: 4 }),
      holds(operator, value, {}),
    ]
  })
  expect(answers).toEqual([
    ['is', true, false, false],
    ['isNot', false, true, true],
    ['in', true, false, false],
    ['notIn', false, true, true],
    ['gte', true, true, false],
    ['gt', false, true, false],
    ['lte', true, false, true],
    ['lt', false, false, true],
    ['exists', true, true, false],
    ['missing', false, false, true],
  ])
})

test('changing the comparison keeps what was typed', () => {
  const one: Test = { name: 'uf', operator: 'is', value: 'SP' }
  expect(withOperator(one, 'in').value).toEqual(['SP'])
  expect(withOperator(withOperator(one, 'exists'), 'is')).toEqual(one)
})

test('what is typed becomes the kind of value that tills send', () => {
  expect(readValue('3', [1, 2])).toBe(3)
  expect(readValue('3', ['1', '2'])).toBe('3')
  expect(readValue('true', [true, false])).toBe(true)
  expect(readValue('0123', [])).toBe('0123')
  expect(readValue('2,5', [])).toBe(2.5)
  expect(readValue('Ouro Preto ', [])).toBe('Ouro Preto')
})
