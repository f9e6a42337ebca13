import { expect, test } from 'vitest'
import { Snapshot } from './snapshot'

const sale = {
  width: 1366,
  height: 768,
  colours: ['#faf6f0', '#c2410c', '#ffffff'],
  ground: 0,
  boxes: [[963, 676, 384, 72, 1, -1, 14]],
  texts: [[985, 700, 80, 24, 20, 620, 2, 'Finalizar']],
  target: [963, 676, 384, 72, 14],
  level: 'very_sure',
}
const many = Array(80).fill([985, 700, 80, 24, 20, 620, 2, 'x'.repeat(48)])
const isKept = (changes: object) => Snapshot.safeParse({ ...sale, ...changes }).success

test('a sale screen with its target is kept as it is', () => {
  expect(Snapshot.parse(sale)).toEqual(sale)
})

test.each([
  ['an amount in the clear', { texts: [[0, 0, 80, 24, 20, 620, 2, 'R$ 89,06']] }],
  ['an e-mail address', { texts: [[0, 0, 80, 24, 20, 620, 2, 'maria@loja']] }],
  ['a picture', { image: 'data:image/png;base64,AA' }],
  ['a colour that is more than a colour', { colours: ['url(https://x)'] }],
  ['a colour that is not there', { boxes: [[0, 0, 1, 1, 'red', -1, 0]] }],
  ['more than a draft should carry', { boxes: Array(120).fill([1000, 700, 300, 60, 1, 2, 14]), texts: many }],
])('%s is refused', (_, changes) => {
  expect(isKept(changes)).toBe(false)
})
