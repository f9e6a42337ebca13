import { describe, expect, test } from 'vitest'
import { type ContentDraft, insertPart, movePart, partsOf, removePart, type StepDraft } from './draft'
import { merge } from './merge'

const step = (id: string, title: string, more: Partial<StepDraft> = {}): StepDraft => ({
  id,
  title: { 'pt-BR': title, en: `en ${title}` },
  body: [],
  advance: { on: 'button' },
  ...more,
})
const base: ContentDraft = {
  kind: 'tour',
  name: 'Primeira venda',
  audience: { all: [] },
  trigger: { on: 'load' },
  frequency: {},
  steps: [step('a', 'Caixa'), step('b', 'Venda'), step('c', 'Nota')],
}
const change = (draft: ContentDraft, id: string, more: Partial<StepDraft>): ContentDraft => ({
  ...(draft as ContentDraft & { kind: 'tour' }),
  steps: partsOf(draft).map((part) => (part.id === id ? { ...part, ...more } : part)) as StepDraft[],
})
const titles = (draft: ContentDraft) => partsOf(draft).map(({ title }) => title['pt-BR'])
const join = (mine: ContentDraft, theirs: ContentDraft) => merge(base, mine, theirs, 'mine')

describe('two authors of one tour', () => {
  test('each keeps the step that only she changed', () => {
    const { draft, clashes } = join(
      change(base, 'a', { title: { 'pt-BR': 'Abra o caixa' } }),
      change(base, 'c', { title: { 'pt-BR': 'Emita a nota' } }),
    )
    expect(titles(draft)).toEqual(['Abra o caixa', 'Venda', 'Emita a nota'])
    expect(clashes).toEqual([])
  })

  test('one writes Portuguese, the other English, of the same title', () => {
    const { draft, clashes } = join(
      change(base, 'a', { title: { 'pt-BR': 'Abra', en: 'en Caixa' } }),
      change(base, 'a', { title: { 'pt-BR': 'Caixa', en: 'Open' } }),
    )
    expect(partsOf(draft)[0]!.title).toEqual({ 'pt-BR': 'Abra', en: 'Open' })
    expect(clashes).toEqual([])
  })

  test('the same words changed by both are a clash, and nobody’s other work is lost whoever wins', () => {
    const mine = change(change(base, 'a', { title: { 'pt-BR': 'Minha' } }), 'b', { path: '/venda' })
    const theirs = change(change(base, 'a', { title: { 'pt-BR': 'Dele' } }), 'c', { path: '/nota' })
    for (const [prefer, title] of [
      ['mine', 'Minha'],
      ['theirs', 'Dele'],
    ] as const) {
      const { draft, clashes } = merge(base, mine, theirs, prefer)
      expect(clashes).toEqual(['a.title.pt-BR'])
      expect(partsOf(draft)).toMatchObject([
        { title: { 'pt-BR': title } },
        { path: '/venda' },
        { path: '/nota' },
      ])
    }
  })

  test('a default written out by the server is no change', () => {
    const theirs = change(base, 'a', {
      look: 'card',
      placement: 'auto',
      missing: { waitMs: 10_000, otherwise: 'center' },
    })
    expect(join(change(base, 'a', { placement: 'left' }), theirs).clashes).toEqual([])
  })

  test('a step that one removed and the other left alone goes; one that was changed stays and is told', () => {
    expect(titles(join(removePart(base, 'b'), base).draft)).toEqual(['Caixa', 'Nota'])
    const changed = change(base, 'b', { path: '/venda' })
    for (const [mine, theirs] of [
      [removePart(base, 'b'), changed],
      [changed, removePart(base, 'b')],
    ] as const) {
      const { draft, clashes } = join(mine, theirs)
      expect(titles(draft)).toContain('Venda')
      expect(clashes).toEqual(['b'])
    }
  })

  test('both add a step under the same number, and both are kept where they were put', () => {
    const mine = insertPart(base, step('passo-4', 'Meu'), 'a')
    const theirs = insertPart(base, step('passo-4', 'Dele'), 'c')
    const { draft, clashes } = join(mine, theirs)
    expect(titles(draft)).toEqual(['Caixa', 'Meu', 'Venda', 'Nota', 'Dele'])
    expect(new Set(partsOf(draft).map(({ id }) => id)).size).toBe(5)
    expect(clashes).toEqual([])
  })

  test('a step that arrived though its answer did not is not doubled, and there is nothing to join', () => {
    const mine = change(insertPart(base, step('passo-4', 'Novo'), 'a'), 'b', { path: '/venda' })
    const arrived = change(mine, 'passo-4', {
      look: 'card',
      placement: 'auto',
      missing: { waitMs: 10_000, otherwise: 'center' },
    })
    expect(join(mine, arrived)).toMatchObject({ clashes: [], isTheirs: true })
    expect(titles(join(mine, arrived).draft)).toEqual(['Caixa', 'Novo', 'Venda', 'Nota'])
    expect(join(change(mine, 'c', { path: '/nota' }), arrived).isTheirs).toBe(false)
  })

  test('one moves steps while the other writes', () => {
    const { draft, clashes } = join(
      change(base, 'c', { title: { 'pt-BR': 'Emita' } }),
      movePart(base, 'c', 0),
    )
    expect(titles(draft)).toEqual(['Emita', 'Caixa', 'Venda'])
    expect(clashes).toEqual([])
  })

  test('two different orders are a clash', () => {
    expect(join(movePart(base, 'c', 0), movePart(base, 'a', 2)).clashes).toEqual(['order'])
  })
})
