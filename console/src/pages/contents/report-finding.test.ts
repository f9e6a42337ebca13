import { beforeEach, expect, test } from 'vitest'
import type { ContentReport } from '#contract/report'
import { locale } from '../../locales'
import { findingOf, reasonWords, whysOf, worstStep } from './report-finding'

const step = (id: string, seen: number, left: number): ContentReport['steps'][number] => ({
  id,
  title: { 'pt-BR': id },
  seen,
  advanced: seen - left,
  left,
  medianSeconds: null,
  missing: 0,
})

const report: ContentReport = {
  experience: 'e1',
  kind: 'tour',
  from: 0,
  to: 1,
  reach: 1842,
  completed: 1161,
  dismissed: 400,
  snoozed: 100,
  open: 181,
  completion: { value: 0.6303, low: 0.608, high: 0.652, n: 1842 },
  medianSeconds: 125,
  steps: [step('a', 1842, 185), step('b', 1657, 200), step('c', 1457, 0)],
  reasons: [
    { because: 'dismissed', step: 'b', n: 52 },
    { because: 'nota_rejeitada', step: 'b', n: 112 },
    { because: 'dismissed', step: 'a', n: 185 },
  ],
  missing: [],
  daily: [],
  splits: [],
  versions: [1],
}

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('the sentence says how many finish and where most are lost', () => {
  expect(findingOf(report, 28)).toBe(
    '**63,0\u202f%** de 1.842 pessoas concluem; a maior perda é no passo 2: **200 pessoas** param ali.',
  )
  locale.value = 'en'
  expect(findingOf(report, 28)).toBe(
    '**63.0%** of 1,842 people complete it; most are lost at step 2: **200 people** leave there.',
  )
})

test('under ten people there are counts and no percentage', () => {
  const few = findingOf({ ...report, reach: 4, completed: 2 }, 28)
  expect(few).toContain('**2 de 4**')
  expect(few).not.toContain('%')
})

test('nobody yet is said with the period', () => {
  expect(findingOf({ ...report, reach: 0, completion: null }, 28)).toContain('28 dias')
})

test('tasks of a checklist are not left, only still to do', () => {
  expect(worstStep({ ...report, kind: 'checklist' })).toBeUndefined()
})

test('reasons stand by their step, the commonest first', () => {
  expect(whysOf(report, report.steps[1]!).map(({ because }) => because)).toEqual([
    'nota_rejeitada',
    'dismissed',
  ])
})

test('a reason of a newer till is shown by its own word', () => {
  expect(reasonWords('nota_rejeitada')).toBe('nota rejeitada')
  expect(reasonWords('dismissed')).toBe('fechou')
})
