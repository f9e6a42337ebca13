import { expect, test } from 'vitest'
import type { Candidate } from './bundle'
import type { Condition } from './condition'
import { decide, inOrder } from './decide'
import cases from './decide.cases.json'
import type { Facts } from './facts'
import { resolve } from './resolve'

const NOW = 1_700_000_000_000

/** A quiet page; a row names only what matters to it. */
const facts = ({ page, ...given }: Record<string, unknown>) =>
  ({
    now: NOW,
    ...given,
    ...(page
      ? { page: { path: '/', visitStartedAt: 0, online: true, happened: [], ...(page as object) } }
      : {}),
  }) as Facts

const tour: Candidate = {
  id: 'tour',
  kind: 'tour',
  version: 1,
  hash: 'h',
  priority: 50,
  trigger: { on: 'load' },
  frequency: {},
}

for (const [title, condition, given, expected] of cases.resolve as [
  string,
  unknown,
  Record<string, unknown>,
  unknown,
][])
  test(`resolve: ${title}`, () => expect(resolve(condition as Condition, facts(given))).toEqual(expected))

for (const [title, candidate, given, expected] of cases.decide as [
  string,
  object,
  Record<string, unknown>,
  unknown,
][])
  test(`decide: ${title}`, () =>
    expect(decide({ ...tour, ...candidate }, facts({ history: {}, ...given }))).toEqual(
      expected === true ? { show: true } : { show: false, because: expected },
    ))

test('the more urgent goes first, then the older id', () => {
  const ids = inOrder([
    { ...tour, id: 'b' },
    { ...tour, id: 'c', priority: 90 },
    { ...tour, id: 'a' },
  ]).map(({ id }) => id)
  expect(ids).toEqual(['c', 'a', 'b'])
})
