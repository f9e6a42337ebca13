import { expect, test } from 'vitest'
import type { TourContent } from '#contract/experience'
import { meeting, neighbour } from './passage'

const tour = {
  kind: 'tour',
  steps: ['convite', 'caixa', 'venda', 'fim'].map((id) => ({ id })),
} as TourContent
const lurdes = [
  { id: 'convite', shows: true, variants: [] },
  { id: 'caixa', shows: false, variants: [] },
  { id: 'venda', shows: null, variants: [false, true, null] },
  { id: 'fim', shows: true, variants: [false, null, true] },
]

test('a step whose condition does not hold for the person is passed over, both ways', () => {
  expect(neighbour(tour, lurdes, 'convite', 1)).toBe('venda')
  expect(neighbour(tour, lurdes, 'venda', -1)).toBe('convite')
  expect(neighbour(tour, undefined, 'convite', 1)).toBe('caixa')
  expect(neighbour(tour, lurdes, 'fim', 1)).toBe('fim')
})

test('she reads the first other words that hold, and what only the page can tell is said', () => {
  expect(meeting(lurdes, 'venda')).toEqual({ shows: null, variant: 1, isOpen: false })
  expect(meeting(lurdes, 'fim')).toEqual({ shows: true, variant: 2, isOpen: true })
  expect(meeting(undefined, 'caixa')).toEqual({ shows: true, isOpen: false })
})
