import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseShop, renew, resume, signIn, signOut } from './session.ts'
import { get } from './store.ts'

const HOUR_MS = 60 * 60_000
const morning = Date.UTC(2026, 10, 20, 11)

/** What the guide is told of who stands at the till: the person and, when there is one, the token. */
const introduced: (string | undefined)[][] = []
let asked = 0
let answerAfterMs = 0

beforeEach(async () => {
  vi.useFakeTimers({ now: morning })
  introduced.length = 0
  asked = 0
  answerAfterMs = 0
  vi.stubGlobal('window', {
    trilha: {
      identify: (id: string, { token }: { token?: string }) => introduced.push([id, token]),
    },
  })
  vi.stubGlobal('location', { origin: 'http://localhost:4001' })
  vi.stubGlobal('fetch', async () => {
    asked++
    const token = `token ${asked}`
    if (answerAfterMs) await new Promise((resolve) => setTimeout(resolve, answerAfterMs))
    return Response.json({ token, expiresAt: Date.now() + 8 * HOUR_MS })
  })
  await chooseShop('pet-bom-amigo')
})

afterEach(() => {
  signOut()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const person = (id: string) => get('operators').find((who) => who.id === id)!

test('a token is left alone for most of a shift, and renewed in its last hour', async () => {
  await signIn(person('amigo-helena'), '1234')
  vi.setSystemTime(morning + 6 * HOUR_MS)
  await renew()
  expect(introduced).toEqual([['amigo-helena', 'token 1']])

  vi.setSystemTime(morning + 7.5 * HOUR_MS)
  await renew()
  expect(introduced).toEqual([
    ['amigo-helena', 'token 1'],
    ['amigo-helena', 'token 2'],
  ])
})

test('over a slow line nobody waits for a token, and the guide gets it when it comes', async () => {
  answerAfterMs = 2500
  const signing = signIn(person('amigo-otavio'), '2345')
  await vi.advanceTimersByTimeAsync(1500)
  expect(await signing).toBe('ok')
  expect(introduced).toEqual([['amigo-otavio', undefined]])

  await vi.advanceTimersByTimeAsync(1000)
  expect(introduced.at(-1)).toEqual(['amigo-otavio', 'token 1'])
})

test('a token that comes after the next cashier has signed in is not told as hers', async () => {
  answerAfterMs = 2500
  const first = signIn(person('amigo-celso'), '4567')
  await vi.advanceTimersByTimeAsync(1500)
  await first
  answerAfterMs = 0
  await signIn(person('amigo-duda'), '3456')
  await vi.advanceTimersByTimeAsync(1000)
  expect(introduced).toEqual([
    ['amigo-celso', undefined],
    ['amigo-duda', 'token 2'],
  ])
})

test('a page loaded in the last hour of a token asks for a new one before the guide hears of anybody', async () => {
  await signIn(person('amigo-helena'), '1234')
  vi.setSystemTime(morning + 7.5 * HOUR_MS)
  await resume()
  expect(introduced.at(-1)).toEqual(['amigo-helena', 'token 2'])
})
