import { beforeEach, expect, test } from 'vitest'
import { locale } from '../../locales'
import { drawnGroups, findingOf, type Labelled } from './finding'

const shops = (n: number, part: Partial<Labelled> = {}): Labelled => ({
  key: 'all',
  label: 'Todas',
  n,
  reached: Math.round(n / 2),
  censored: n - Math.round(n / 2),
  curve: [],
  median: null,
  medianLow: null,
  medianHigh: null,
  atRisk: [],
  within7Days: null,
  ...part,
})

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('four shops are counted, never averaged', () => {
  expect(findingOf([shops(4, { median: 1, reached: 2 })], null, '1ª nota')).toBe(
    '**2 de 4 lojas** já chegaram a 1ª nota.',
  )
})

test('no shop at all is said as such', () => {
  expect(findingOf([], null, '1ª nota')).toContain('Nenhuma loja')
})

test('a median comes with its interval', () => {
  const group = shops(60, { median: 1.7, medianLow: 1.5, medianHigh: 1.9 })
  expect(findingOf([group], null, '1ª nota')).toBe(
    'Metade das lojas chega a 1ª nota em **1,7 dia** (entre 1,5 dia e 1,9 dia).',
  )
})

test('a median that half the shops have not reached is an answer too', () => {
  expect(findingOf([shops(60)], null, '1ª nota')).toContain('mediana não atingida')
})

test('two groups are compared, and said to be observational when the difference is hardly chance', () => {
  const groups = [
    shops(1216, { key: 'tour', label: 'Tour', median: 1.7 }),
    shops(1219, { key: 'checklist', label: 'Checklist', median: 3.04 }),
  ]
  const sure = findingOf(groups, { chiSquare: 59, degreesOfFreedom: 1, p: 1e-5 }, '1ª nota')
  expect(sure).toContain('em **1,7 dia** em Tour e em **3,0 dias** em Checklist')
  expect(sure).toContain('observacional')
  expect(findingOf(groups, { chiSquare: 1, degreesOfFreedom: 1, p: 0.3 }, '1ª nota')).toContain(
    'pode ser acaso',
  )
})

test('groups that are as fast by half are not called different in that; their curves may be', () => {
  const groups = [
    shops(815, { key: 'sp', label: 'SP', median: 2.01 }),
    shops(209, { key: 'ba', label: 'BA', median: 2.04 }),
  ]
  const sure = findingOf(groups, { chiSquare: 477, degreesOfFreedom: 1, p: 1e-9 }, '1ª nota')
  expect(sure).toBe(
    'Metade das lojas chega a 1ª nota em **2,0 dias**, em SP como em BA. Depois disso as curvas diferem, o que não parece acaso; a comparação é observacional.',
  )
  expect(findingOf(groups, { chiSquare: 1, degreesOfFreedom: 1, p: 0.3 }, '1ª nota')).toBe(
    'Metade das lojas chega a 1ª nota em **2,0 dias**, em SP como em BA.',
  )
})

test('an interval too narrow to be seen in the figures is left out', () => {
  const group = shops(4000, { median: 2, medianLow: 1.99, medianHigh: 2.01 })
  expect(findingOf([group], null, '1ª nota')).toBe('Metade das lojas chega a 1ª nota em **2,0 dias**.')
})

test('the English sentence has the same figures', () => {
  locale.value = 'en'
  expect(findingOf([shops(60, { median: 1.7, medianLow: 1.5, medianHigh: 1.9 })], null, 'first sale')).toBe(
    'Half of the shops reach first sale in **1.7 days** (between 1.5 days and 1.9 days).',
  )
})

test('at most four curves are drawn, the largest groups, and none of fewer than ten shops', () => {
  const sizes = [12, 4, 80, 33, 10, 51]
  const { drawn, others } = drawnGroups(sizes.map((n) => shops(n, { key: String(n) })))
  expect(drawn.map(({ n }) => n)).toEqual([80, 51, 33, 12])
  expect(others.map(({ n }) => n)).toEqual([4, 10])
})
