import { expect, test } from 'vitest'
import {
  blankPart,
  type ContentDraft,
  duplicatePart,
  insertPart,
  movePart,
  partsOf,
  removePart,
  say,
} from './draft'

const tourOf = (...ids: string[]): ContentDraft => ({
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: ids.map((id) => ({
    id,
    title: { 'pt-BR': id, en: id },
    body: [],
    advance: { on: 'button' },
  })),
})
const firstSale = () => tourOf('convite', 'abrir-caixa', 'somar-produto', 'pronto')
const ids = (draft: ContentDraft) => partsOf(draft).map(({ id }) => id)

test('a step moves up, down and no further than the ends', () => {
  const draft = firstSale()
  expect(ids(movePart(draft, 'abrir-caixa', 0))).toEqual([
    'abrir-caixa',
    'convite',
    'somar-produto',
    'pronto',
  ])
  expect(ids(movePart(draft, 'convite', 2))).toEqual(['abrir-caixa', 'somar-produto', 'convite', 'pronto'])
  expect(ids(movePart(draft, 'convite', 99)).at(-1)).toBe('convite')
  expect(ids(movePart(draft, 'pronto', -5))[0]).toBe('pronto')
})

test('the old draft stays as it was, for undo', () => {
  const draft = firstSale()
  removePart(movePart(draft, 'convite', 3), 'pronto')
  expect(ids(draft)).toEqual(['convite', 'abrir-caixa', 'somar-produto', 'pronto'])
})

test('a new step comes after the chosen one, under an id that nobody has', () => {
  const draft = firstSale()
  const first = blankPart(draft)
  const with1 = insertPart(draft, first, 'convite')
  expect(ids(with1)[1]).toBe(first.id)
  const second = blankPart(with1)
  expect(ids(with1)).not.toContain(second.id)
})

test('a new step asks for Portuguese words only: English may come later', () => {
  expect(blankPart(firstSale()).title).toEqual({ 'pt-BR': '' })
})

test('a new step never takes the id of one that stands', () => {
  const tour = tourOf('passo-1')
  const two = insertPart(tour, blankPart(tour))
  const three = insertPart(two, blankPart(two))
  const without = removePart(three, 'passo-2')
  expect(ids(without)).not.toContain(blankPart(without).id)
})

test('a copied step has words of its own: changing one leaves the other', () => {
  const { draft, id } = duplicatePart(firstSale(), 'abrir-caixa')
  const [original, copy] = [partsOf(draft)[1]!, partsOf(draft)[2]!]
  expect(copy.id).toBe(id)
  expect(id).not.toBe('abrir-caixa')
  expect(copy.title).toEqual(original.title)
  expect(copy.title).not.toBe(original.title)
})

test('emptying the English words takes the translation out; Portuguese stays, even empty', () => {
  const text = { 'pt-BR': 'Abra o caixa', en: 'Open the till' }
  expect(say(text, 'en', '', true)).toEqual({ 'pt-BR': 'Abra o caixa' })
  expect(say(text, 'pt-BR', '', true)).toEqual({ 'pt-BR': '', en: 'Open the till' })
})
