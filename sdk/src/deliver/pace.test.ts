import { expect, test } from 'vitest'
import { BATCH_LIMITS } from '#contract/limits'
import { easy, nextPace, type Outcome, type Pace } from './pace'

const NOW = 1_000_000
const SECOND = 1000
const MINUTE = 60 * SECOND

const waits = (pace: Pace, outcome: Outcome, chance = 0) =>
  nextPace(pace, outcome, NOW, chance).notBefore - NOW
const failed = (failures: number): Pace => ({ ...easy, failures })

test.each([
  ['the first failure', failed(0), { status: 0 }, 0.75 * SECOND],
  ['the fourth', failed(3), { status: 503 }, 6 * SECOND],
  ['the hundredth, after a day without network', failed(99), { status: 0 }, 3.75 * MINUTE],
  ['a server that names a longer time', failed(0), { status: 429, retryAfterMs: 2 * MINUTE }, 2 * MINUTE],
  ['a server that names a shorter one', failed(99), { status: 503, retryAfterMs: SECOND }, 3.75 * MINUTE],
  ['401, a key that is not known', failed(0), { status: 401 }, 11.25 * MINUTE],
  ['402, a bill that is not paid', failed(0), { status: 402 }, 11.25 * MINUTE],
  ['403, a person who cannot prove it', failed(0), { status: 403 }, 11.25 * MINUTE],
  ['404, an address that is gone', failed(0), { status: 404 }, 11.25 * MINUTE],
])('after %s a till waits at least so long', (_, pace, outcome, waitMs) => {
  expect(waits(pace, { settled: false, ...outcome })).toBe(waitMs)
})

test('the tills of a town come back spread over a third of the time they wait', () => {
  const least = waits(failed(5), { status: 503, settled: false }, 0)
  const most = waits(failed(5), { status: 503, settled: false }, 0.999_999)
  expect(most / least).toBeCloseTo(4 / 3, 4)
})

test.each([413, 400, 422])(
  '%s halves the batch at once, down to a single event, which then waits',
  (status) => {
    const sizes: number[] = []
    let pace = easy
    while (pace.events > 1) {
      pace = nextPace(pace, { status, settled: false }, NOW, 0)
      expect(pace.notBefore).toBe(0)
      sizes.push(pace.events)
    }
    expect(sizes[0]).toBe(BATCH_LIMITS.events >> 1)
    expect(sizes.at(-1)).toBe(1)
    expect(waits(pace, { status, settled: false })).toBeGreaterThan(0)
  },
)

test('after success batches grow again, never beyond what the API takes', () => {
  const pace = nextPace({ events: 3, failures: 4, notBefore: NOW }, { status: 202, settled: true }, NOW, 0)
  expect(pace).toEqual({ events: 6, failures: 0, notBefore: 0 })
  expect(nextPace(easy, { status: 202, settled: true }, NOW, 0).events).toBe(BATCH_LIMITS.events)
})
