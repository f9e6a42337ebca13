import { beforeEach, expect, test } from 'vitest'
import type { AccountDetail } from '#contract/people'
import { shortDays } from '../../charts/words'
import { locale } from '../../locales'
import { findingOf } from './finding'

const DAY = 24 * 60 * 60 * 1000
const ladder = [
  { key: 'primeiro_login', words: 'primeiro login', flag: 'none' },
  { key: 'primeira_venda', words: '1ª venda', flag: 'firstValue' },
  { key: 'fechar_caixa', words: 'fechar o caixa', flag: 'wow' },
]
type States = AccountDetail['milestoneStates']
const shop = (milestoneStates: States, firstValueAt: number | null = null) => ({
  milestones: { reached: milestoneStates.filter(({ reachedAt }) => reachedAt !== null).length, total: 3 },
  milestoneStates,
  firstValueAt,
})
const signedIn: States[number] = { key: 'primeiro_login', reachedAt: DAY, state: 'reached' }
const sold: States[number] = { key: 'primeira_venda', reachedAt: 2.75 * DAY, state: 'reached' }
const close: States[number] = { key: 'fechar_caixa', reachedAt: null, state: 'open' }

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('what is overdue is said first', () => {
  const late: States[number] = { key: 'primeira_venda', reachedAt: null, state: 'overdue', dueAt: 5 * DAY }
  expect(findingOf(shop([signedIn, late, close]), ladder, 7 * DAY, shortDays)).toBe(
    '**1 de 3 marcos**; 1ª venda passou do prazo há **2,0 dias**.',
  )
})

test('a shop at its first value says how long that took', () => {
  expect(findingOf(shop([signedIn, sold, close], 2.75 * DAY), ladder, 9 * DAY, shortDays)).toBe(
    '**2 de 3 marcos**; alcançou 1ª venda em **1,8 dia**.',
  )
})

test('a shop on its way says what comes next', () => {
  expect(
    findingOf(shop([signedIn, { ...sold, reachedAt: null, state: 'open' }, close]), ladder, 0, shortDays),
  ).toBe('**1 de 3 marcos**; o próximo é 1ª venda.')
})

test('a shop that has everything says so, in English too', () => {
  const all = [signedIn, sold, { ...close, reachedAt: 3 * DAY, state: 'reached' as const }]
  locale.value = 'en'
  expect(findingOf(shop(all, 2.75 * DAY), ladder, 9 * DAY, shortDays)).toBe('Reached **all 3 milestones**.')
})
