import { expect, test } from 'vitest'
import type { Bundle } from '#contract/bundle'
import { actorOf } from '../deliver/actor'
import { openPeople, whoOf, withBundle } from './people'
import { memoryStore } from './store'
import { uuidv7 } from './uuidv7'

const maria = { user: 'maria', account: 'loja-1' }
const bundle = (more: Partial<Bundle> = {}): Bundle => ({
  etag: 'e1',
  now: 0,
  rev: 1,
  grant: 'g1',
  candidates: [],
  history: {},
  milestones: {},
  ...more,
})

test('a person who works in two shops has a history in each', () => {
  expect(whoOf(maria)).not.toBe(whoOf({ ...maria, account: 'loja-2' }))
})

test('what the server and the till know of a tour becomes one', async () => {
  const people = openPeople(memoryStore())
  await people.change(maria, (kept) => ({ ...kept, history: { tour: { startedAt: 5, lastSeenAt: 9 } } }))
  const server = bundle({ history: { tour: { startedAt: 3, completedAt: 8 } } })
  await people.change(maria, (kept) => withBundle(kept, server))
  expect((await people.load(maria)).history.tour).toEqual({ startedAt: 3, lastSeenAt: 9, completedAt: 8 })
})

test('events captured offline are proven by the grant that came afterwards, not by the old token', async () => {
  const store = memoryStore()
  const people = openPeople(store)
  await people.load({ ...maria, token: 'jwt' })
  const actor = () => store.run((tx) => actorOf(tx, whoOf(maria)))
  expect(await actor()).toEqual({ ...maria, token: 'jwt' })
  await people.change(maria, (kept) => withBundle(kept, bundle()))
  expect(await actor()).toEqual({ ...maria, grant: 'g1' })
})

test('ids of one till sort in the order of their making, within a millisecond too', () => {
  const ids = Array.from({ length: 300 }, () => uuidv7(1_000_000))
  expect([...ids].sort()).toEqual(ids)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
