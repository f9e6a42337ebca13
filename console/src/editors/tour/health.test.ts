import { expect, test } from 'vitest'
import type { Target } from '#contract/target'
import { isSameTarget, levelOf } from './health'

test.each([
  ['missing', 0.98, 'lost', 1],
  ['unseen', null, 'unseen', 0],
  ['attention', 1, 'weak', 2],
  ['ok', 0.5, 'weak', 2],
  ['ok', 0.8, 'safe', 3],
  ['ok', 0.95, 'sure', 4],
] as const)('an element that is %s with confidence %s is "%s"', (state, confidence, level, bars) => {
  expect(levelOf({ state, confidence })).toEqual([level, bars])
})

test('a target is the same under another name and in another order, and not with another selector', () => {
  const target = {
    label: 'Finalizar',
    selector: '#a',
    fingerprint: { tag: 'button', kind: 'press' },
  } as Target
  const renamed = { label: 'Fim', selector: '#a', fingerprint: { kind: 'press', tag: 'button' } } as Target
  expect(isSameTarget(target, renamed)).toBe(true)
  expect(isSameTarget(target, { ...target, selector: '#b' })).toBe(false)
  expect(isSameTarget(undefined, target)).toBe(false)
})
