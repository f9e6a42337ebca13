import { expect, test } from 'vitest'
import type { BusyRule } from '#contract/busy'
import { findingOf, piecesOf, wrongOf } from './wording'

const counting: BusyRule = { while: 'path', name: 'Fechando o caixa', path: '/caixa' }

test('the finding counts situations and tells of rush hours', () => {
  const rush = [{ hours: [11, 13] as [number, number] }]
  expect(findingOf({ rules: [counting], rushHours: [] })).toBe('Nada abre em **1 situação**.')
  expect(findingOf({ rules: [], rushHours: rush })).toContain('horário de pico')
  expect(findingOf({ rules: [counting, counting], rushHours: rush })).toContain('2 situações')
})

test('a situation without a name, of another’s name or without its element is not saved', () => {
  const element: BusyRule = { while: 'element', name: 'Maquininha', target: { label: 'Maquininha' } }
  const events: BusyRule = { while: 'events', name: 'Pix', from: 'a', until: [''], atMostMinutes: 5 }
  const rules = [counting, { ...counting, name: ' ' }, counting, element, events]
  const wrong = wrongOf({ rules, rushHours: [{ hours: [9, 9] }] })
  expect(wrong.map(Boolean)).toEqual([false, true, true, true, true, true])
})

test('a rush past midnight stands at both ends of its days', () => {
  const rush = [
    { hours: [22, 2] as [number, number], days: [5, 6] },
    { hours: [11.5, 13.5] as [number, number] },
  ]
  expect(piecesOf(rush, 1)).toEqual([[11.5, 13.5]])
  expect(piecesOf(rush, 5)).toEqual([
    [0, 2],
    [11.5, 13.5],
    [22, 24],
  ])
  expect(piecesOf([{ hours: [22, 0] }], 3)).toEqual([[22, 24]])
})
