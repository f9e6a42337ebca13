import { expect, test } from 'vitest'
import { memoryStore } from '../core/store'
import { forget } from './forget'

const DAY = 24 * 60 * 60_000

/** What is left on a till after `rows` were kept and the upkeep has passed. */
async function left(rows: Record<string, { daysAgo: number; chars?: number }>) {
  const store = memoryStore()
  await store.run(async (tx) => {
    for (const [key, { daysAgo, chars = 0 }] of Object.entries(rows))
      await tx.put(key, { usedAt: Date.now() - daysAgo * DAY, text: 'x'.repeat(chars) })
  })
  await store.run(forget)
  return store.run(async (tx) => (await tx.list('')).map(([key]) => key))
}

test('people and contents of the last weeks stay, those of long ago go, and nothing else is touched', async () => {
  expect(
    await left({
      'p:["maria"]': { daysAgo: 39 },
      'p:["eva"]': { daysAgo: 41 },
      'c:nova': { daysAgo: 1 },
      'c:velha': { daysAgo: 41 },
      'e:0:antigo': { daysAgo: 41 },
    }),
  ).toEqual(['c:nova', 'e:0:antigo', 'p:["maria"]'])
})

test('over the quota the contents that were needed last stay, and no person is forgotten for them', async () => {
  expect(
    await left({
      'c:hoje': { daysAgo: 0, chars: 900_000 },
      'c:ontem': { daysAgo: 1, chars: 900_000 },
      'c:anteontem': { daysAgo: 2, chars: 900_000 },
      'p:["maria"]': { daysAgo: 30 },
    }),
  ).toEqual(['c:hoje', 'c:ontem', 'p:["maria"]'])
})
