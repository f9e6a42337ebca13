import { expect, test } from 'vitest'
import type { ExperienceRow } from '#contract/library'
import type { ContentSummary } from '#contract/report'
import { audienceWords, noFilter, select, toLines } from './rows'

const row = (name: string, more: Partial<ExperienceRow> = {}): ExperienceRow => ({
  id: name,
  kind: 'tour',
  name,
  parts: 3,
  publications: [],
  audience: { all: [] },
  changed: false,
  updatedAt: 1,
  updatedBy: 'Ana',
  ...more,
})
const inProduction = [{ environment: 'producao', version: 1, publishedAt: 1, publishedBy: 'Ana' }]
const shown = (experience: string, state: ContentSummary['target']['state']): ContentSummary => ({
  experience,
  reach: 10,
  completion: null,
  target: { state },
})
const names = (lines: { name: string }[]) => lines.map(({ name }) => name)

test('a tour published in production is a draft to whoever looks at staging', () => {
  const rows = [row('Primeira venda', { publications: inProduction })]
  expect(toLines(rows, [], 'producao')[0]!.isPublished).toBe(true)
  expect(toLines(rows, [], 'homologacao')[0]!.isPublished).toBe(false)
})

test('a content that loses its element is among those with an alert', () => {
  const lines = toLines(
    [row('Sangria'), row('Primeira venda'), row('Comanda')],
    [shown('Sangria', 'missing'), shown('Primeira venda', 'ok')],
    'producao',
  )
  expect(names(select(lines, { ...noFilter, status: 'alert' }))).toEqual(['Sangria'])
})

test('the filter finds a name whatever its accents, and the newest change comes first', () => {
  const lines = toLines(
    [
      row('Açaí com pressa', { updatedAt: 5 }),
      row('Balança', { updatedAt: 9 }),
      row('ACAI 2', { updatedAt: 7 }),
    ],
    [],
    'producao',
  )
  expect(names(select(lines, { ...noFilter, name: 'acai' }))).toEqual(['ACAI 2', 'Açaí com pressa'])
})

test('a published content with changes counts among the drafts too', () => {
  const lines = toLines(
    [row('Primeira venda', { publications: inProduction, changed: true })],
    [],
    'producao',
  )
  expect(select(lines, { ...noFilter, status: 'draft' })).toHaveLength(1)
  expect(select(lines, { ...noFilter, status: 'published' })).toHaveLength(1)
})

test('the audience is said by the names of its segments and the number of other rules', () => {
  const segments = [
    {
      id: 'novas',
      name: 'Lojas novas',
      condition: { all: [] },
      revision: 0,
      updatedAt: 1,
      updatedBy: 'Ana',
      usedBy: [],
    },
  ]
  expect(audienceWords({ all: [] }, segments)).toMatch(/Todas|Everyone/)
  expect(audienceWords({ segment: 'novas' }, segments)).toBe('Lojas novas')
  expect(audienceWords({ all: [{ segment: 'novas' }, { account: { uf: 'SP' } }] }, segments)).toMatch(
    /^Lojas novas · 1\s(condição|rule)$/,
  )
})
