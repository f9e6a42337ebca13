import { expect, test } from 'vitest'
import { quadraticForm } from './quadratic-form'

test('a regular matrix gives uᵀ V⁻¹ u', () => {
  // V⁻¹ is [3 −1; −1 2] / 5, so uᵀ V⁻¹ u is (3·16 − 2·4·7 + 2·49) / 5.
  const { value, rank } = quadraticForm(
    [4, 7],
    [
      [2, 1],
      [1, 3],
    ],
  )
  expect(value).toBeCloseTo(18, 12)
  expect(rank).toBe(2)
})

test('rows that sum to zero cost one degree of freedom, whichever is left out', () => {
  const variance = [
    [2, -1, -1],
    [-1, 3, -2],
    [-1, -2, 3],
  ]
  // Without the last row and column: V⁻¹ is [3 1; 1 2] / 5.
  const { value, rank } = quadraticForm([1, 2, -3], variance)
  expect(value).toBeCloseTo((3 + 2 * 2 + 2 * 4) / 5, 12)
  expect(rank).toBe(2)
})

test('an empty row is left out', () => {
  const { value, rank } = quadraticForm(
    [3, 0],
    [
      [4, 0],
      [0, 0],
    ],
  )
  expect(value).toBe(9 / 4)
  expect(rank).toBe(1)
})

test('scales far apart do not hide each other', () => {
  const { value, rank } = quadraticForm(
    [1e6, 1e-6],
    [
      [1e12, 0],
      [0, 1e-12],
    ],
  )
  expect(value).toBeCloseTo(2, 12)
  expect(rank).toBe(2)
})

test('nothing to test has rank zero', () => {
  expect(quadraticForm([0], [[0]])).toEqual({ value: 0, rank: 0 })
  expect(quadraticForm([], [])).toEqual({ value: 0, rank: 0 })
})
