import { expect, test } from 'vitest'
import type { PublishedStep } from '#contract/published-step'
import { table } from './table'
import { type Outcome, verdicts } from './verdict'

const step = (place: number, label: string, path?: string): PublishedStep => ({
  experience: 'primeira-venda',
  version: 1,
  step: `s${place}`,
  place,
  ...(path && { path }),
  target: { label, selector: '#x' },
})
const steps = [
  step(1, 'Abrir caixa', '/caixa'),
  step(2, 'Finalizar', '/venda'),
  step(3, 'Menu'),
  step(4, 'Pix', '/pagar'),
]
const found: Outcome = { is: 'found', confidence: 0.98 }
const gone: Outcome = { is: 'missing', because: 'several', confidence: 0.3, n: 2 }
const elsewhere: Outcome = { is: 'elsewhere' }
const looks = [
  { path: '/caixa', outcomes: [found, elsewhere, gone, elsewhere] },
  { path: '/venda', outcomes: [elsewhere, gone, found, elsewhere] },
]

test('a step counts on its own pages, one without a page on any of them, and one whose page was not opened not at all', () => {
  expect(verdicts(steps, looks).map(({ is, at }) => [is, at])).toEqual([
    ['found', '/caixa'],
    ['missing', '/venda'],
    ['found', '/venda'],
    ['unchecked', undefined],
  ])
})

test('the table puts what is missing first, and says why', () => {
  const lines = table(verdicts(steps, looks)).split('\n')
  expect(lines[0]).toMatch(
    /^missing +primeira-venda +step 2 +Finalizar +\/venda +several alike, none preferred \(2\)$/,
  )
  expect(lines[1]).toMatch(/^unchecked .* Pix +belongs to \/pagar$/)
  expect(lines.at(-1)).toBe('1 missing, 2 found, 1 not checked: open their pages too.')
  expect(table([])).toMatch(/nothing to check/)
})
