import { beforeEach, expect, test } from 'vitest'
import type { TimelineItem } from '#contract/people'
import { locale } from '../../locales'
import { detailWords, eventWords, kindOf, lanesOf, lookOf } from './timeline-words'

const maria = { id: 'u1', name: 'Maria Lima' }
const event = (name: string, at: number, part: Partial<TimelineItem> = {}): TimelineItem => ({
  id: `${name}@${at}`,
  at,
  receivedAt: at,
  name,
  user: maria,
  properties: {},
  ...part,
})

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('our events and the till’s own are told apart', () => {
  expect(kindOf({ name: 'tour.completed' })).toBe('contents')
  expect(kindOf({ name: 'milestone.reached' })).toBe('milestones')
  expect(kindOf({ name: 'venda_concluida' })).toBe('host')
})

test('our events have words, the till’s keep their name', () => {
  expect(eventWords({ name: 'tour.completed' })).toBe('concluiu o tour')
  expect(eventWords({ name: 'nfce_autorizada' })).toBe('NFC-e autorizada')
})

test('one tour by one person is one mark, completed wins over begun', () => {
  const about = { about: 'Primeira venda', properties: { experience: 'e1' } }
  const lanes = lanesOf([
    event('tour.started', 1, about),
    event('tour.step_seen', 2, about),
    event('tour.completed', 3, about),
  ])
  expect(lanes).toHaveLength(1)
  expect(lanes[0]!.marks).toMatchObject([{ at: 3, label: 'Primeira venda', detail: 'Maria', look: 'done' }])
})

test('a day of two hundred sales is one mark at the till', () => {
  const sales = Array.from({ length: 200 }, (_, i) => event('venda_concluida', 1_000_000 + i))
  const [lane] = lanesOf(sales)
  expect(lane!.marks).toMatchObject([{ label: '200', look: 'plain' }])
})

test('lanes where nothing happened are not drawn', () => {
  expect(lanesOf([])).toEqual([])
})

test('details are the till’s properties, never our ids', () => {
  expect(detailWords(event('pagamento', 1, { properties: { forma: 'pix', parcelas: 2, ok: true } }))).toBe(
    'forma: pix · parcelas: 2 · ok: sim',
  )
  expect(detailWords(event('tour.completed', 1, { properties: { experience: 'e1', run: 'x' } }))).toBe('')
})

test('the list draws an event as the legend says: only what was finished or reached is filled', () => {
  const look = (name: string) => lookOf({ name })
  expect(['tour.completed', 'checklist.task_done'].map(look)).toEqual(['done', 'done'])
  expect(['tour.started', 'tour.step_seen', 'tour.dismissed'].map(look)).toEqual(['seen', 'seen', 'seen'])
  expect([look('milestone.reached'), look('venda_concluida')]).toEqual(['milestone', 'plain'])
})

test('a shop’s lane shows its people’s tours beside the checklist that is the shop’s own', () => {
  const guide = { id: 'guia', at: 5, label: 'Guia de implantação', look: 'done' as const }
  const [lane] = lanesOf(
    [
      event('tour.dismissed', 3, { about: 'Primeira venda', properties: { experience: 'e1' } }),
      event('checklist.completed', 5, { about: 'Guia de implantação', properties: { experience: 'guia' } }),
    ],
    { contents: [guide] },
  )
  expect(lane!.marks).toMatchObject([
    guide,
    { at: 3, label: 'Primeira venda', detail: 'Maria', look: 'seen' },
  ])
})

test('a checklist with a task done is still on its way', () => {
  const [lane] = lanesOf([
    event('checklist.task_done', 3, { about: 'Guia', properties: { experience: 'guia', task: 'kit' } }),
  ])
  expect(lane!.marks).toMatchObject([{ label: 'Guia', look: 'seen' }])
})
