import { expect, test } from 'vitest'
import type { Step } from '#contract/experience'
import { type Sight, targetHealth } from './health'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const step = (id: string, pointing = true) =>
  ({ id, ...(pointing && { target: { label: id, selector: `#${id}` } }) }) as Step
const steps = [step('convite', false), step('finalizar')]

/** Looks for the button, at one moment unless told. */
const look = (release: string, n: number, at: number, more: Partial<Sight> = {}): Sight => ({
  step: 'finalizar',
  release,
  path: '',
  because: '',
  confidence: 95,
  n,
  firstAt: at,
  lastAt: at,
  ...more,
})
const gone = (release: string, n: number, at: number, more: Partial<Sight> = {}) =>
  look(release, n, at, { because: 'absent', path: '/venda', confidence: 10, ...more })

const health = (...sights: Sight[]) => targetHealth({ steps }, sights)[1]!

test('a step that points at nothing has no health, and one that nobody reached is not judged', () => {
  expect(targetHealth({ steps }, []).map(({ place, state }) => [place, state])).toEqual([
    [1, 'none'],
    [2, 'unseen'],
  ])
})

test('one failure is an alarm in a release where no till ever found the button', () => {
  expect(health(look('2.4.1', 200, 5 * HOUR), gone('2.5.0', 1, 6 * HOUR))).toMatchObject({
    state: 'missing',
    found: 200,
    missing: 1,
    trouble: { since: 6 * HOUR, release: '2.5.0', path: '/venda', because: 'absent', confidence: 0.1 },
    releases: [
      { release: '2.5.0', found: 0, missing: 1, confidence: null },
      { release: '2.4.1', found: 200, missing: 0, confidence: 0.95 },
    ],
  })
})

test('one failure among two hundred is none; some among a hundred deserve a word; a third is an alarm', () => {
  expect(health(look('2.4', 200, HOUR), gone('2.4', 1, HOUR)).state).toBe('ok')
  expect(health(look('2.4', 95, HOUR), gone('2.4', 5, HOUR)).state).toBe('attention')
  expect(health(look('2.4', 8, 9 * HOUR), gone('2.4', 4, HOUR)).state).toBe('missing')
})

test('a host that tells no release is caught by three failures after the last success', () => {
  const before = look('', 300, 0, { lastAt: 3 * HOUR })
  expect(health(before, gone('', 2, 4 * HOUR)).state).toBe('ok')
  expect(health(before, gone('', 1, 2 * HOUR), gone('', 3, 4 * HOUR))).toMatchObject({
    state: 'missing',
    trouble: { since: 4 * HOUR, release: null },
  })
})

test('a broken release that no till runs any more raises no alarm', () => {
  const mended = look('2.5.1', 40, 3 * DAY)
  expect(health(gone('2.5.0', 30, DAY), mended).state).toBe('ok')
  expect(health(gone('2.5.0', 30, 3 * DAY - HOUR), mended).state).toBe('missing')
})

test('typical confidence is that of the middle look', () => {
  const sure = look('2.4', 3, HOUR, { confidence: 100 })
  const weak = look('2.4', 5, HOUR, { confidence: 55 })
  expect(health(sure, weak).confidence).toBe(0.55)
  expect(health(sure, { ...weak, n: 2 }).confidence).toBe(1)
})

test('the same looks in any order give the same health', () => {
  const sights = [
    look('2.4', 3, HOUR),
    gone('2.5', 2, 2 * HOUR),
    gone('2.5', 1, HOUR, { because: 'several' }),
  ]
  expect(health(...sights.toReversed())).toEqual(health(...sights))
})
