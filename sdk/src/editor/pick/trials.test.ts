import { expect, test } from 'vitest'
import type { Fingerprint } from '#contract/fingerprint'
import { CHANGES, changed, changedSelector } from './trials'

const finish: Fingerprint = {
  tag: 'button',
  kind: 'press',
  path: 'main>aside>button:2',
  box: [963, 676, 384, 72, 1366, 768],
  key: 'finalizar',
  id: 'finish',
  says: ['finalizar r 89 06'],
  cls: 'btn main',
  near: 'guardar',
  row: 'café',
  rivals: ['desconto'],
}
const kept = (change: (typeof CHANGES)[number]) => {
  const then = changed(finish, change)
  return (Object.keys(finish) as Array<keyof Fingerprint>).filter((name) => then[name] === finish[name])
}

test('a release that renames classes leaves everything else', () => {
  expect(kept('classes')).toEqual([
    'tag',
    'kind',
    'path',
    'box',
    'key',
    'id',
    'says',
    'near',
    'row',
    'rivals',
  ])
})

test('a moved button has another place and other neighbours, and its name', () => {
  expect(kept('moved')).toEqual(['tag', 'kind', 'key', 'id', 'says', 'cls', 'row', 'rivals'])
})

test('a wrapped button is a little further down, two levels deeper', () => {
  expect(changed(finish, 'wrapped').path).toBe('main>aside>form>div>button:2')
  expect(kept('wrapped')).toEqual(['tag', 'kind', 'key', 'id', 'says', 'cls', 'near', 'row', 'rivals'])
})

test('a translated page shares no word with the old one, and keeps its numbers', () => {
  const { says, near, row, rivals } = changed(finish, 'translated')
  const before = 'finalizar guardar café desconto'.split(' ')
  const after = [...says!, near!, row!, ...rivals!].join(' ')
  for (const word of before) expect(after).not.toContain(word)
  expect(says![0]).toMatch(/89 06$/)
})

test('another sale has other numbers in the same words', () => {
  expect(changed(finish, 'numbers').says).toEqual(['finalizar r 12 39'])
})

test('all at once leaves what only the host’s developers can change', () => {
  expect(kept('together')).toEqual(['tag', 'kind', 'key', 'id'])
})

test.each([
  ['[data-guia="finalizar"]', []],
  ['.btn.main', ['classes', 'together']],
  ['aside > button:nth-of-type(2)', ['moved', 'wrapped', 'together']],
  ['[aria-label="Finalizar"]', ['translated', 'together']],
])('the selector %s is gone after %j', (selector, gone) => {
  expect(CHANGES.filter((change) => changedSelector(selector, change) === undefined)).toEqual(gone)
})
