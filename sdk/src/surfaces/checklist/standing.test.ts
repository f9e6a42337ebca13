import { expect, test } from 'vitest'
import type { Facts } from '#contract/facts'
import { guide } from '../../../fixtures/surfaces/tours'
import { clock, type Known, standing } from './standing'

const DAY = 86_400_000
const noon = Date.UTC(2026, 10, 21, 15)

function shop(more: Partial<Known> = {}, events: string[] = []): Known {
  const facts: Facts = {
    now: noon,
    page: {
      path: '/',
      visitStartedAt: noon,
      online: true,
      device: 'desktop',
      utcOffsetMinutes: -180,
      busy: false,
      happened: events.map((name) => ({ name, properties: {}, at: noon })),
      has: () => true,
    },
  }
  return { facts, past: {}, milestones: {}, dueAt: {}, ...more }
}

test('tasks count by their weight, not by their number', () => {
  const past = { tasks: { kit: 1, login: 1, loja: 1, produtos: 1, fiscal: 1 } }
  const { done, left, share } = standing(guide, shop({ past }))
  expect(done).toHaveLength(5)
  expect(left[0]?.id).toBe('impressora')
  expect(share).toBeCloseTo(0.55)
})

test('a task is done by its event, by its milestone, or because it once was', () => {
  const { done } = standing(
    guide,
    shop({ milestones: { primeira_nota: noon }, past: { tasks: { kit: 5 } } }, ['caixa_aberto']),
  )
  expect(done.map(({ id }) => id)).toEqual(['kit', 'abrir', 'venda'])
})

test('“five products” takes five', () => {
  const [first, ...rest] = guide.tasks
  const five = { ...guide, tasks: [{ ...first!, done: { event: 'produto_criado', atLeast: 5 } }, ...rest] }
  const made = (count: number) =>
    standing(five, shop({}, Array<string>(count).fill('produto_criado'))).done.length
  expect(made(4)).toBe(0)
  expect(made(5)).toBe(1)
})

test.each([
  ['two days in', 1.5, 5],
  ['on the last day', 6.5, 0],
  ['a day late', 7.5, -1],
])('%s the days left are counted', (_, days, left) => {
  expect(standing(guide, shop({ accountSince: noon - days * DAY })).daysLeft).toBe(left)
})

test('without a first sign-in there is no deadline', () => {
  expect(standing(guide, shop()).daysLeft).toBeUndefined()
})

test('a medal is offered only while it can still be won', () => {
  const offered = (more: Partial<Known>) => standing(guide, shop(more)).medals.venda
  expect(offered({ dueAt: { aha: noon + 1 } })).toBe(noon + 1)
  expect(offered({ dueAt: { aha: noon } })).toBeUndefined()
  expect(offered({ dueAt: { aha: noon + 1 }, milestones: { aha: noon - 1 } })).toBeUndefined()
  expect(offered({})).toBeUndefined()
})

test('times are written the way each language writes them', () => {
  const { facts } = shop()
  const later = Date.UTC(2026, 10, 21, 21, 40)
  expect(clock(later, facts, 'pt-BR')).toBe('18h40')
  expect(clock(later, facts, 'en')).toBe('18:40')
  expect(clock(later + DAY, facts, 'pt-BR')).toBe('domingo, 18h40')
  expect(clock(later + 8 * DAY, facts, 'en')).toBe('November 29, 18:40')
  expect(clock(Date.UTC(2026, 10, 21, 21), facts, 'pt-BR')).toBe('18h')
})
