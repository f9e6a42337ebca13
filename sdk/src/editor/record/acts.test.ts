import { expect, test } from 'vitest'
import { type Act, type Entry, fold, follow } from './acts'

const [finish, search, row] = [{}, {}, {}]
const recorded = (acts: Act[]) =>
  acts.reduce<Entry<null>[]>((entries, act) => fold(entries, act, () => null), [])
const kinds = (acts: Act[]) => recorded(acts).map(({ kind, sent }) => (sent ? `${kind}, Enter` : kind))
const press = (on: unknown, at: number): Act => ({ does: 'press', on, at })
const type = (on: unknown, at: number): Act => ({ does: 'type', on, at })
const enter = (on: unknown, at: number, scanned = false): Act => ({ does: 'enter', on, at, scanned })

test.each<[string, Act[], string[]]>([
  ['a double click is one step', [press(finish, 0), press(finish, 180)], ['press']],
  [
    'a double click is one step on a slow machine too, where its second half is heard late',
    [press(finish, 0), { does: 'press', on: finish, at: 1500, again: true }],
    ['press'],
  ],
  ['two touches of “+” a moment apart are two', [press(finish, 0), press(finish, 2000)], ['press', 'press']],
  [
    'typing is one step, however many letters',
    [type(search, 0), type(search, 90), type(search, 900)],
    ['fill'],
  ],
  ['touching a field and writing into it is one', [press(search, 0), type(search, 3000)], ['fill']],
  ['Enter ends what was typed', [type(search, 0), enter(search, 500)], ['fill, Enter']],
  [
    'a scanner’s burst is one step',
    [type(search, 0), type(search, 10), type(search, 20), enter(search, 30, true)],
    ['scan, Enter'],
  ],
  ['a scan into nothing is a step without a field', [enter(null, 30, true)], ['scan, Enter']],
  ['Enter on nothing is nothing', [enter(null, 30)], []],
  [
    'the next code in the same field is another step',
    [type(search, 0), enter(search, 30, true), type(search, 4000), enter(search, 4030, true)],
    ['scan, Enter', 'scan, Enter'],
  ],
  [
    'a line of the list is chosen',
    [{ does: 'choose', on: row, at: 0 }, press(finish, 900)],
    ['choose', 'press'],
  ],
  ['F4 is a key', [{ does: 'key', on: null, at: 0, key: 'F4' }], ['key']],
])('%s', (_, acts, expected) => {
  expect(kinds(acts)).toEqual(expected)
})

test('what the host tells within a moment belongs to the act, the first thing it tells', () => {
  const [entry] = [
    { name: 'venda_finalizada', at: 400 },
    { name: 'impressora_pronta', at: 900 },
  ].reduce(follow, recorded([press(finish, 100)]))
  expect(entry!.event).toBe('venda_finalizada')
})

test('an event long after, or before any act, belongs to nobody', () => {
  expect(follow(recorded([press(finish, 100)]), { name: 'sangria', at: 1700 })[0]!.event).toBeUndefined()
  expect(follow([], { name: 'sangria', at: 5 })).toEqual([])
})

test('the page is looked at once per step', () => {
  let looks = 0
  const acts = [
    press(search, 0),
    type(search, 100),
    type(search, 200),
    enter(search, 300),
    press(finish, 900),
  ]
  acts.reduce<Entry<number>[]>((entries, act) => fold(entries, act, () => ++looks), [])
  expect(looks).toBe(2)
})
