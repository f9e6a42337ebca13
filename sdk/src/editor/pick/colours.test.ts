import { expect, test } from 'vitest'
import { hexOf, palette } from './colours'

test.each([
  ['rgb(194, 65, 12)', '#c2410c'],
  ['rgba(20, 33, 61, 0.5)', '#14213d80'],
  ['rgba(0, 0, 0, 0)', undefined],
  ['color(srgb 1 0.5 0)', '#ff8000'],
  // CSS Color 4's own example: oklch of pure red.
  ['oklch(0.627955 0.257683 29.2339)', '#ff0000'],
  ['oklab(1 0 0)', '#ffffff'],
  ['lab(50 40 20)', undefined],
])('%s is kept as %s', (css, hex) => {
  expect(hexOf(css)).toBe(hex)
})

test('a page of many colours is drawn with the nearest of those that fit', () => {
  const { colours, place } = palette(2)
  expect([place('#ff0000'), place('#0000ff'), place('#ff0000')]).toEqual([0, 1, 0])
  expect(place('#ee1100')).toBe(0)
  expect(place(undefined)).toBe(-1)
  expect(colours).toEqual(['#ff0000', '#0000ff'])
})
