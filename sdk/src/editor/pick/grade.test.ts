import { expect, test } from 'vitest'
import { type Findings, grade } from './grade'
import type { Change, Trial } from './trials'

const all: Change[] = ['classes', 'moved', 'wrapped', 'translated', 'together']
const tried = (losses: Partial<Record<Change, Trial['outcome']>> = {}, changes = all): Trial[] =>
  changes.map((change) => ({ change, outcome: losses[change] ?? 'found', confidence: 0.95 }))
const seen = (more: Partial<Findings> = {}): Findings => ({
  isFound: true,
  confidence: 0.98,
  trials: tried(),
  isOneOfMany: false,
  isRecycled: false,
  isOneItem: false,
  isNamed: true,
  ...more,
})

test.each<[string, Partial<Findings>, string, number, string[]]>([
  ['found after everything', {}, 'very_sure', 4, []],
  [
    'found after each change, but not after all at once',
    { trials: tried({ together: 'missing' }) },
    'sure',
    3,
    [],
  ],
  ['faintly found even today', { confidence: 0.7 }, 'sure', 3, []],
  ['lost in another language', { trials: tried({ translated: 'missing' }) }, 'sure', 3, ['translated']],
  [
    'lost when moved and in another language',
    { trials: tried({ translated: 'missing', moved: 'missing' }) },
    'weak',
    2,
    ['moved', 'translated'],
  ],
  ['mistaken for another after a move', { trials: tried({ moved: 'wrong' }) }, 'weak', 1, ['wrong', 'moved']],
  ['a line of a list that hands its elements on', { isRecycled: true }, 'weak', 1, ['recycles']],
  ['one of many with nothing to tell it by', { isOneOfMany: true }, 'weak', 1, ['twins']],
  ['one article of a shop’s shelf, by its number', { isOneItem: true }, 'weak', 2, ['item']],
  ['without a mark of the host', { isNamed: false }, 'very_sure', 4, ['unmarked']],
  ['not found at all', { isFound: false, trials: [] }, 'none', 0, ['missing']],
])('a target %s', (_, findings, level, meter, doubts) => {
  expect(grade(seen(findings))).toEqual({ level, meter, doubts })
})
