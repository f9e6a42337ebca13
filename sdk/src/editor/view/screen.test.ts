import { expect, test } from 'vitest'
import type { Snapshot } from '#contract/snapshot'
import { behind } from './screen'

const phone = { width: 360, height: 640 }
const taken = (target?: Snapshot['target']): Snapshot => ({
  width: 1366,
  height: 768,
  colours: ['#ffffff'],
  ground: 0,
  boxes: [],
  texts: [],
  ...(target && { target }),
})

test('a phone looks at the corner of the counter’s screen where Finalizar stands', () => {
  const { picture, target } = behind(taken([963, 676, 383, 72, 14]), phone)
  expect(picture).toEqual({ x: -974, y: -128, width: 1366, height: 768 })
  expect(target).toEqual({ x: -11, y: 548, width: 383, height: 72 })
})

test('on a screen as large as hers the picture lies as it was taken', () => {
  expect(behind(taken([24, 72, 90, 48, 0]), { width: 1366, height: 768 })).toEqual({
    picture: { x: 0, y: 0, width: 1366, height: 768 },
    target: { x: 24, y: 72, width: 90, height: 48 },
    radius: 0,
  })
})

test('a picture taken on a phone keeps its corner on a larger screen', () => {
  const { picture } = behind({ ...taken([20, 20, 80, 48, 0]), ...phone }, { width: 800, height: 1280 })
  expect(picture).toMatchObject({ x: 0, y: 0 })
})

test('a card in the centre has the corner of the picture behind it', () => {
  expect(behind(taken(), phone).picture).toEqual({ x: 0, y: 0, width: 1366, height: 768 })
})

test('a step whose element was never seen has a plain box for it', () => {
  const { picture, target } = behind(undefined, phone)
  expect(picture).toBeUndefined()
  expect(target.x + target.width).toBeLessThan(phone.width)
})
