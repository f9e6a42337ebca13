import { describe, expect, test } from 'vitest'
import type { Facts } from '#contract/facts'
import { firstSale, step, tourOf } from '../../../fixtures/surfaces/tours'
import { nextEight } from './occasions/eight'
import { back, begin, isElsewhere, next, onward, progress, words } from './passage'

const nine = Date.UTC(2026, 10, 21, 12)
const at = (index: number) => ({ index, n: index + 1, since: nine })
const saoPaulo = -180

/** A till at 9h in São Paulo where these events were heard, one per minute after 9h. */
function till(events: string[] = [], more: Partial<Facts> = {}): Facts {
  return {
    now: nine + 3_600_000,
    page: {
      path: '/venda',
      visitStartedAt: nine,
      online: true,
      device: 'desktop',
      utcOffsetMinutes: saoPaulo,
      busy: false,
      happened: events.map((name, minute) => ({ name, properties: {}, at: nine + (minute + 1) * 60_000 })),
      has: () => true,
    },
    ...more,
  }
}
const open = step('abrir', { advance: { on: 'event', event: 'caixa_aberto' } })
const item = step('item', { advance: { on: 'event', event: 'item_adicionado' } })
const second = step('segundo', { advance: { on: 'event', event: 'item_adicionado' } })
const end = step('fim')
const tour = tourOf(open, item, end)

describe('taking up a tour', () => {
  const seen = { id: 'item', at: nine }
  test.each([
    ['at the beginning the first time', {}, till(), 0],
    ['at the step last seen after a reload', { startedAt: nine, step: seen }, till(), 1],
    ['at the step last seen after “not now”', { step: seen, dismissedAt: nine + 1 }, till(), 1],
    ['past it when its event came meanwhile', { step: seen }, till(['item_adicionado']), 2],
    ['at the beginning when it was completed before', { step: seen, completedAt: nine + 1 }, till(), 0],
    [
      'at the beginning when the step is gone from the new version',
      { step: { id: 'velho', at: nine } },
      till(),
      0,
    ],
  ])('%s', (_, past, facts, index) => {
    expect(begin(tour, past, facts).index).toBe(index)
  })
})

describe('moving on', () => {
  test.each([
    ['an event of the step moves on', tour, ['caixa_aberto'], 1],
    ['an event of a later step alone does not', tour, ['item_adicionado'], 0],
    ['events that came early count when their step is reached', tour, ['caixa_aberto', 'item_adicionado'], 2],
    ['one item does not do for two steps', tourOf(item, second, end), ['item_adicionado'], 1],
    ['two items do', tourOf(item, second, end), ['item_adicionado', 'item_adicionado'], 2],
    ['the last event ends the tour', tourOf(open), ['caixa_aberto'], 1],
  ])('%s', (_, steps, events, index) => {
    expect(onward(steps, at(0), till(events)).index).toBe(index)
  })

  test('what happened before she began does not count', () => {
    expect(onward(tour, { ...at(0), since: nine + 3_600_000 }, till(['caixa_aberto'])).index).toBe(0)
  })
  test('an event with other details does not count', () => {
    const pix = tourOf(
      step('pix', { advance: { on: 'event', event: 'pagamento', where: { forma: 'pix' } } }),
      end,
    )
    const paid = (forma: string) => {
      const facts = till(['pagamento'])
      return {
        ...facts,
        page: { ...facts.page!, happened: [{ ...facts.page!.happened[0]!, properties: { forma } }] },
      }
    }
    expect(onward(pix, at(0), paid('dinheiro')).index).toBe(0)
    expect(onward(pix, at(0), paid('pix')).index).toBe(1)
  })
  test('nothing new gives the very same passage', () => {
    const passage = at(0)
    expect(onward(tour, passage, till())).toBe(passage)
  })
})

describe('steps for some', () => {
  const withProducts = tourOf(
    step('um'),
    step('criar', { when: { happened: 'sem_produtos' } }),
    step('dois', { when: { online: true } }),
    step('tres', { when: { segment: 'unknown-here' } }),
    end,
  )
  test('a step is passed over unless its condition holds, and an unknown one does not', () => {
    expect(next(withProducts, at(0), till()).index).toBe(2)
    expect(next(withProducts, at(0), till(['sem_produtos'])).index).toBe(1)
    expect(next(withProducts, at(2), till()).index).toBe(4)
  })
  test('going back passes over them too, and stays put at the first', () => {
    expect(back(withProducts, at(4), till())?.index).toBe(2)
    expect(back(withProducts, at(2), till())?.index).toBe(0)
    expect(back(withProducts, at(0), till())).toBeUndefined()
  })
  test('going back to a step that was done shows it again', () => {
    const facts = till(['caixa_aberto'])
    const returned = back(tour, onward(tour, at(0), facts), facts)!
    expect(onward(tour, returned, facts).index).toBe(0)
  })
  test('“2 of 3” counts only steps that apply', () => {
    expect(progress(withProducts, next(withProducts, at(0), till()), till())).toEqual({ n: 2, of: 3 })
  })
  test('a condition that ends behind her does not turn “2 of 3” into “1 of 2”', () => {
    const opening = tourOf(step('abrir', { when: { online: true } }), step('vender'), end)
    const offline = { ...till(), page: { ...till().page!, online: false } }
    const selling = next(opening, at(0), till())
    expect(progress(opening, selling, till())).toEqual({ n: 2, of: 3 })
    expect(progress(opening, selling, offline)).toEqual({ n: 2, of: 3 })
    const past = { step: { at: nine, id: 'vender', n: 2 } }
    expect(progress(opening, begin(opening, past, offline), offline)).toEqual({ n: 2, of: 3 })
  })
})

test('a rejected note changes the words of the step', () => {
  const note = step('nota', {
    variants: [
      { when: { happened: 'nfce_rejeitada' }, title: { 'pt-BR': 'A nota foi rejeitada' }, body: [] },
      { when: { happened: 'nfce_contingencia' }, title: { 'pt-BR': 'A nota vai depois' }, body: [] },
    ],
  })
  expect(words(note, till()).title).toBe(note.title)
  expect(words(note, till(['nfce_contingencia'])).title['pt-BR']).toBe('A nota vai depois')
  expect(words(note, till(['nfce_contingencia', 'nfce_rejeitada'])).title['pt-BR']).toBe(
    'A nota foi rejeitada',
  )
})

test('a step waits on other pages', () => {
  expect(isElsewhere(step('x', { path: '/caixa' }), till())).toBe(true)
  expect(isElsewhere(step('x', { path: '/venda/**' }), till())).toBe(false)
  expect(isElsewhere(step('x'), till())).toBe(false)
})

test.each([
  ['9h: tomorrow', nine, '2026-11-22T11:00:00.000Z'],
  ['6h: today', Date.UTC(2026, 10, 21, 9), '2026-11-21T11:00:00.000Z'],
  ['7h30: tomorrow, half an hour is no reminder', Date.UTC(2026, 10, 21, 10, 30), '2026-11-22T11:00:00.000Z'],
  ['23h: tomorrow', Date.UTC(2026, 10, 22, 2), '2026-11-22T11:00:00.000Z'],
  ['just after midnight: the same day', Date.UTC(2026, 10, 22, 3, 5), '2026-11-22T11:00:00.000Z'],
])('asked at %s at 8h of the shop’s clock', (_, now, at) => {
  expect(new Date(nextEight(till([], { now }))).toISOString()).toBe(at)
})

test('the first sale is through after its four steps', () => {
  let passage = begin(firstSale, {}, till())
  for (let steps = 0; steps < 4; steps++) passage = next(firstSale, passage, till())
  expect(passage.index).toBe(4)
})
