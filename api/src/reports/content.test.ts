import { expect, test } from 'vitest'
import type { Content } from '#contract/experience'
import type { StepHealth } from '#contract/target-health'
import type { Passage } from '../progress/passage'
import {
  daily,
  figures,
  furthest,
  partsOf,
  reasons,
  splits,
  stepFunnel,
  taskFunnel,
  type Walk,
} from './content'
import { median, share } from './share'
import { targetQuality } from './target-quality'

const parts = ['caixa', 'produto', 'nota'].map((id) => ({ id, title: { 'pt-BR': id } }))
const SECOND = 1000

/** A person's passage that began at `at`. */
const walk = (user: string, passage: Omit<Passage, 'firstAt'>, at = 0, version = 1): Walk => ({
  user,
  startedAt: at,
  version,
  passage: { firstAt: at, ...passage },
})
const seen = (...ids: string[]) => ({ steps: Object.fromEntries(ids.map((id, i) => [id, i * 10 * SECOND])) })
const finished = (user: string) =>
  walk(user, { ...seen('caixa', 'produto', 'nota'), completedAt: 40 * SECOND })

test('a person who came back counts once, by the time she went furthest', () => {
  const people = furthest(
    [
      walk('maria', seen('caixa'), 0),
      walk('maria', seen('caixa', 'produto'), 100),
      walk('maria', seen('caixa'), 200),
      finished('rita'),
      walk('rita', { dismissed: { at: 900 } }, 800),
    ],
    parts,
  )
  expect(people).toHaveLength(2)
  expect(figures(people)).toMatchObject({ reach: 2, completed: 1, dismissed: 0, open: 1, medianSeconds: 40 })
})

test('of "not now" and "later" her last word counts, and finishing beats both', () => {
  const outcomes = figures([
    walk('a', { dismissed: { at: 5 }, snoozed: { at: 3, because: 'later' } }),
    walk('b', { dismissed: { at: 3 }, snoozed: { at: 5 } }),
    walk('c', { dismissed: { at: 3 }, completedAt: 9 }),
    walk('d', {}),
  ])
  expect(outcomes).toMatchObject({ completed: 1, dismissed: 1, snoozed: 1, open: 1 })
})

test('the funnel says whom each step met, who went on, who left there and how long it took', () => {
  const people = [
    finished('a'),
    walk('b', {
      ...seen('caixa', 'produto'),
      dismissed: { at: 15 * SECOND, step: 'produto', because: 'closed' },
    }),
    // Her product step was passed over: she went on all the same.
    walk('c', { steps: { caixa: 0, nota: 30 * SECOND } }),
    walk('d', { ...seen('caixa'), missing: { produto: 12 * SECOND } }),
  ]
  expect(stepFunnel(people, parts)).toEqual([
    {
      id: 'caixa',
      title: { 'pt-BR': 'caixa' },
      seen: 4,
      advanced: 3,
      left: 0,
      medianSeconds: 10,
      missing: 0,
    },
    {
      id: 'produto',
      title: { 'pt-BR': 'produto' },
      seen: 2,
      advanced: 1,
      left: 1,
      medianSeconds: 10,
      missing: 1,
    },
    { id: 'nota', title: { 'pt-BR': 'nota' }, seen: 2, advanced: 1, left: 0, medianSeconds: 20, missing: 0 },
  ])
})

test('a checklist counts who did each of its tasks', () => {
  const people = [walk('a', { tasks: { caixa: 60 * SECOND } }), walk('b', {})]
  expect(taskFunnel(people, parts)[0]).toMatchObject({ seen: 2, advanced: 1, medianSeconds: 60 })
})

test('reasons are counted with their step, for those who did leave', () => {
  const left = (because: string | undefined, step: string) => ({ dismissed: { at: 5, step, because } })
  const people = [
    walk('a', left('nota rejeitada', 'nota')),
    walk('b', left('nota rejeitada', 'nota')),
    walk('c', left(undefined, 'caixa')),
    walk('d', { snoozed: { at: 4, step: 'caixa' } }),
    walk('e', { ...left('closed', 'caixa'), completedAt: 9 }),
  ]
  expect(reasons(people)).toEqual([
    { because: 'nota rejeitada', step: 'nota', n: 2 },
    { because: 'dismissed', step: 'caixa', n: 1 },
    { because: 'snoozed', step: 'caixa', n: 1 },
  ])
})

test('every day has its line, also those on which nothing happened', () => {
  const dayOf = (at: number) => Math.floor(at / 100)
  const people = [walk('a', { completedAt: 250 }, 10), walk('b', {}, 210)]
  expect(daily(people, [0, 1, 2], dayOf, String)).toEqual([
    { day: '0', started: 1, completed: 0 },
    { day: '1', started: 0, completed: 0 },
    { day: '2', started: 1, completed: 1 },
  ])
})

test('people are told apart by traits with few common values, never by their names', () => {
  const people = Array.from({ length: 20 }, (_, i) =>
    walk(`p${i}`, i % 4 ? { completedAt: 9 } : {}, 0, i < 5 ? 1 : 2),
  )
  const traits = (user: string) => {
    const i = Number(user.slice(1))
    return { nome: `Nome ${i}`, papel: i % 2 ? 'caixa' : 'dono', vendas: i, ...(i < 3 && { raro: 'sim' }) }
  }
  const told = splits(people, traits, true)
  expect(told.map(({ by, value, n }) => [by, value, n])).toEqual([
    ['papel', 'caixa', 10],
    ['papel', 'dono', 10],
    ['version', '2', 15],
    ['version', '1', 5],
  ])
  expect(told[0]!.completion).toMatchObject({ value: 1, n: 10 })
  expect(told[1]!.completion).toMatchObject({ value: 0.5 })
})

test('a share carries its Wilson interval; of nobody there is none', () => {
  const { value, low, high, n } = share(81, 263)!
  expect([value, low, high, n]).toEqual([
    81 / 263,
    expect.closeTo(0.25528852, 8),
    expect.closeTo(0.366209577, 8),
    263,
  ])
  expect(share(0, 0)).toBeNull()
})

test('the middle of an even number of values is between the two', () => {
  expect([median([5, 1, 3]), median([4, 1, 3, 2]), median([])]).toEqual([3, 2.5, null])
})

const looked = (found: number, missing: number, state: StepHealth['state']): StepHealth => ({
  step: 'produto',
  place: 2,
  state,
  found,
  missing,
  confidence: 1,
  releases: [],
  ...(missing && {
    trouble: { since: 70, release: '2.5', path: null, because: 'absent' as const, confidence: 0 },
  }),
})
const fine: StepHealth = { ...looked(100, 0, 'ok'), step: 'caixa', place: 1 }

test.each([
  ['no step has a target', [{ ...fine, state: 'none' as const }], { state: 'none' }],
  ['all are found', [fine, looked(100, 1, 'ok')], { state: 'ok' }],
  [
    'one is lost now and then',
    [fine, looked(95, 5, 'attention')],
    { state: 'attention', step: 2, share: 0.05 },
  ],
  [
    'one is gone, and another is not quite well',
    [{ ...looked(10, 90, 'attention'), place: 1 }, looked(0, 1, 'missing')],
    { state: 'missing', step: 2, share: 1, broken: 1, since: 70, release: '2.5' },
  ],
  ['nobody has come by', [looked(0, 0, 'unseen')], { state: 'ok' }],
])('target quality: %s', (_, steps, expected) => {
  expect(targetQuality(steps)).toEqual(expected)
})

const tour = {
  kind: 'tour',
  steps: parts.map((part) => ({ ...part, look: 'card' })),
} as unknown as Content

test('parts carry their titles in order, and nothing else', () => {
  expect(partsOf(tour)).toEqual(parts)
})
