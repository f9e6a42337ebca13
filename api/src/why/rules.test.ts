import { expect, test } from 'vitest'
import type { Condition } from '#contract/condition'
import type { Facts } from '#contract/facts'
import { type Asked, judge, judgeSteps } from './rules'

const NOW = Date.UTC(2026, 10, 20, 12)
const DAY = 24 * 60 * 60 * 1000
const owners: Condition = { user: { papel: 'dono' } }
const onSale: Condition = { path: '/venda' }

const asked = (more: Partial<Asked> = {}): Asked => ({
  id: 'primeira-venda',
  kind: 'tour',
  version: 0,
  hash: '',
  priority: 50,
  trigger: { on: 'load' },
  frequency: { untilCompleted: true },
  audience: { all: [owners, onSale] },
  ...more,
})
const lurdes: Facts = { now: NOW, user: { papel: 'dono' }, account: {}, history: {} }

test('an owner is shown it, once the page says the rest', () => {
  expect(judge(asked(), lurdes)).toEqual({
    decision: { show: true },
    rules: [
      { rule: owners, holds: true },
      { rule: onSale, holds: null },
    ],
  })
})

test('a cashier is told which line of the audience leaves her out', () => {
  const { decision, rules } = judge(asked(), { ...lurdes, user: { papel: 'caixa' } })
  expect(decision).toEqual({ show: false, because: 'audience' })
  expect(rules.map(({ holds }) => holds)).toEqual([false, null])
})

test('one of two alternatives is enough, whatever the page says of the other', () => {
  const { decision, rules } = judge(asked({ audience: { any: [owners, onSale] } }), lurdes)
  expect(decision).toEqual({ show: true })
  expect(rules).toEqual([{ rule: { any: [owners, onSale] }, holds: true }])
})

test.each([
  ['who finished it', { completedAt: NOW - DAY }, {}, 'completed'],
  ['who asked for later', { lastSeenAt: NOW - 5, snooze: { at: NOW, until: NOW + DAY } }, {}, 'snoozed'],
  ['who saw it this week', { lastSeenAt: NOW - DAY }, { frequency: { everyDays: 7 } }, 'too soon'],
  [
    'who said not now, once and for all',
    { lastSeenAt: NOW, dismissedAt: NOW },
    { frequency: {} },
    'dismissed',
  ],
  ['anybody after its last day', {}, { expiresAt: NOW }, 'expired'],
])('%s is not shown it, in the word of the till', (_, past, more, because) => {
  const answer = judge(asked(more), { ...lurdes, history: { 'primeira-venda': past } })
  expect(answer.decision).toEqual({ show: false, because })
  expect(answer.past).toEqual(past)
})

test('a "not now" of an earlier visit does not keep an unfinished tour away', () => {
  const past = { lastSeenAt: NOW - 5, dismissedAt: NOW - 5 }
  expect(judge(asked(), { ...lurdes, history: { 'primeira-venda': past } }).decision).toEqual({ show: true })
})

test('she meets the steps whose condition holds for her, in the words that fit; what the page decides is left open', () => {
  const { user } = lurdes
  const cashiers: Condition = { user: { papel: 'caixa' } }
  const steps = [
    { id: 'convite' },
    { id: 'caixa', when: cashiers },
    { id: 'venda', when: onSale, variants: [{ when: cashiers }, { when: owners }, { when: onSale }] },
  ]
  expect(judgeSteps(steps, { now: NOW, user })).toEqual([
    { id: 'convite', shows: true, variants: [] },
    { id: 'caixa', shows: false, variants: [] },
    { id: 'venda', shows: null, variants: [false, true, null] },
  ])
})
