import { expect, test } from 'vitest'
import { devices, rectOf, screenOf } from './screen'

const mark = (name: string) => ({ label: name, selector: `[data-guia="${name}"]` })

test.each(Object.entries(devices))(
  'on the %s every part lies on the screen, and the main button is a big target',
  (_, size) => {
    const screen = screenOf(size)
    const parts = [
      screen.search,
      screen.main,
      ...screen.chips,
      ...screen.tiles,
      ...screen.menu,
      ...screen.lines,
    ]
    for (const { x, y, width, height } of parts) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(size.width)
      expect(y + height).toBeLessThanOrEqual(size.height)
    }
    expect(screen.main.height).toBeGreaterThanOrEqual(48)
    expect(screen.tiles.length).toBeGreaterThanOrEqual(2)
  },
)

test('a target is drawn where its mark says: paying at the main button, scanning at the search', () => {
  const screen = screenOf(devices.desktop)
  expect(rectOf(mark('venda-finalizar'), screen)).toBe(screen.main)
  expect(rectOf(mark('venda-busca'), screen)).toBe(screen.search)
  expect(rectOf({ label: 'Leia o código' }, screen)).toBe(screen.search)
})

test('a target nobody knows is still drawn on the screen', () => {
  expect(rectOf(mark('xyz'), screenOf(devices.phone)).width).toBeGreaterThan(0)
})
