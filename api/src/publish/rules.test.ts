import { expect, test } from 'vitest'
import { isBlocking } from '#contract/advice'
import type { Condition } from '#contract/condition'
import { Draft, type DraftInput } from '#contract/experience'
import { readDraft } from '../experiences/draft'
import { draftHashOf } from '../experiences/rules'
import { canonical, hashOf } from './canonical'
import { freeze } from './freeze'
import { publishIssues } from './rules'

const known = {
  segment: new Set(['nova-sem-fiscal']),
  milestone: new Set(['primeira_nota']),
  experience: new Set(['primeira-venda', 'guia']),
}
const both = (text: string) => ({ 'pt-BR': text, en: text })
const tour = (changes: Partial<Extract<DraftInput, { kind: 'tour' }>> = {}) =>
  Draft.parse({
    kind: 'tour',
    name: 'Primeira venda',
    audience: { all: [] },
    trigger: { on: 'load' },
    frequency: {},
    steps: [{ id: 'abrir', title: both('Abra o caixa'), body: [], advance: { on: 'button' } }],
    ...changes,
  })
const codes = (draft: Draft) => publishIssues(draft, known).map(({ path, code }) => `${path} ${code}`)
const whenStep = (when: Condition) =>
  tour({ steps: [{ id: 'abrir', title: both('Abra'), body: [], advance: { on: 'button' }, when }] })

test('a finished tour in both languages has nothing against it', () => {
  expect(codes(tour())).toEqual([])
})

test('an audience that speaks of a removed segment, milestone or content is pointed at', () => {
  const audience: Condition = {
    all: [
      { segment: 'nova-sem-fiscal' },
      { segment: 'apagado' },
      { any: [{ milestone: 'sumiu', reached: true }, { not: { history: 'removido', is: 'seen' } }] },
    ],
  }
  expect(codes(tour({ audience }))).toEqual([
    'audience unknown_segment',
    'audience unknown_milestone',
    'audience unknown_experience',
  ])
})

test('a task that shows a removed tour or waits for an unknown milestone is pointed at', () => {
  const checklist = Draft.parse({
    kind: 'checklist',
    name: 'Guia',
    audience: { all: [] },
    trigger: { on: 'load' },
    frequency: {},
    title: both('Guia'),
    per: 'account',
    tasks: [
      { id: 'nota', title: both('Nota'), done: { milestone: 'primeira_nota' }, medal: 'aha' },
      {
        id: 'venda',
        title: both('Venda'),
        done: { event: 'venda_concluida' },
        action: { label: both('Ver'), run: { do: 'show', experience: 'removido' } },
      },
    ],
  })
  expect(codes(checklist)).toEqual([
    'tasks.0.medal unknown_milestone',
    'tasks.1.action.run.experience unknown_experience',
  ])
})

test('a step cannot ask for what only the server knows, but may ask the page and the history', () => {
  expect(codes(whenStep({ segment: 'nova-sem-fiscal' }))).toEqual(['steps.0.when server_only'])
  expect(codes(whenStep({ event: 'venda_concluida', atLeast: 3 }))).toEqual(['steps.0.when server_only'])
  expect(codes(whenStep({ all: [{ online: true }, { happened: 'nfce_rejeitada' }] }))).toEqual([])
  expect(codes(whenStep({ milestone: 'primeira_nota', reached: true }))).toEqual([])
})

test('a condition too deep or too wide for a weak till is refused', () => {
  const nested = (levels: number): Condition => (levels ? { not: nested(levels - 1) } : { online: true })
  expect(codes(tour({ audience: nested(5) }))).toEqual([])
  expect(codes(tour({ audience: nested(6) }))).toEqual(['audience too_complex'])
  const wide = {
    any: Array.from({ length: 2 }, () => ({ all: Array<Condition>(31).fill({ online: true }) })),
  }
  expect(codes(tour({ audience: wide }))).toEqual(['audience too_complex'])
})

const caixa = { label: 'Caixa', selector: '#caixa' }

test('a text without English is a word of advice and keeps nothing from being published', () => {
  const steps = [{ id: 'abrir', title: { 'pt-BR': 'Abra' }, body: [], advance: { on: 'button' as const } }]
  const issues = publishIssues(tour({ steps }), known)
  expect(issues).toMatchObject([{ path: 'steps.0.title', code: 'translation_missing' }])
  expect(issues.filter(isBlocking)).toEqual([])
})

test.each([
  ['a card without a target', {}, true],
  ['an invitation, whatever it once pointed at', { look: 'welcome' as const, target: caixa }, true],
  ['a card beside its target', { target: caixa }, false],
  ['a card that goes on by its button', { advance: { on: 'button' as const } }, false],
])('%s that waits for the till to be opened: told that it hides the screen? %#', (_, changes, covers) => {
  const step = {
    id: 'abrir',
    title: both('Abra o caixa'),
    body: [],
    advance: { on: 'event' as const, event: 'caixa_aberto' },
    ...changes,
  }
  const issues = publishIssues(tour({ steps: [step] }), known)
  expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual(
    covers ? ['steps.0.advance covers_screen'] : [],
  )
  expect(issues.filter(isBlocking)).toEqual([])
})

test('a tour heavier than a till should carry is refused', () => {
  const runs = Array.from({ length: 40 }, () => ({ text: 'x'.repeat(500) }))
  const body = [{ kind: 'text' as const, runs: { 'pt-BR': runs, en: runs } }]
  const steps = [1, 2].map((n) => ({
    id: `p${n}`,
    title: both('x'),
    body,
    advance: { on: 'button' as const },
  }))
  expect(codes(tour({ steps }))).toEqual([' too_large'])
})

test('what is frozen holds what is drawn and nothing of who may see it', () => {
  const { content, hash } = freeze(tour({ audience: { segment: 'nova-sem-fiscal' } }), 'primeira-venda', 3)
  expect(content).toMatchObject({ id: 'primeira-venda', version: 3, kind: 'tour', duringSale: false })
  expect(Object.keys(content).sort()).toEqual(['duringSale', 'id', 'kind', 'steps', 'version'])
  expect(hash).toBe(hashOf(JSON.parse(JSON.stringify(content))))
})

test('the picture of the page behind a step stays with its author and makes no new version', () => {
  const snapshot = { width: 360, height: 640, colours: ['#ffffff'], ground: 0, boxes: [], texts: [] }
  const step = { id: 'abrir', title: both('Abra o caixa'), body: [], advance: { on: 'button' as const } }
  const pictured = tour({ steps: [{ ...step, snapshot }] })
  expect(JSON.stringify(pictured)).toContain('snapshot')
  expect(JSON.stringify(freeze(pictured, 'primeira-venda', 3))).not.toContain('snapshot')
  expect(freeze(pictured, 'x', 1).hash).toBe(freeze(tour(), 'x', 1).hash)
  expect(draftHashOf(pictured)).toBe(draftHashOf(tour()))
})

test('the order of keys makes no difference to a hash, the order of steps does', () => {
  expect(canonical({ b: 1, a: { d: undefined, c: [2, 1] } })).toBe('{"a":{"c":[2,1]},"b":1}')
  expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }))
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]))
})

test.each([
  [
    'an empty title',
    { steps: [{ id: 'a', title: { 'pt-BR': '' }, body: [], advance: { on: 'button' } }] },
    'steps.0.title.pt-BR missing',
  ],
  [
    'a title empty in both languages',
    { steps: [{ id: 'a', title: { 'pt-BR': '', en: '' }, body: [], advance: { on: 'button' } }] },
    'steps.0.title.pt-BR missing',
  ],
  [
    'a title whose English was emptied',
    { steps: [{ id: 'a', title: { 'pt-BR': 'Abra', en: '' }, body: [], advance: { on: 'button' } }] },
    'steps.0.title.en missing',
  ],
  ['no steps yet', { steps: [] }, 'steps missing'],
  ['an event not named yet', { trigger: { on: 'event', event: '' } }, 'trigger.event missing'],
  [
    'a target not pointed at',
    { trigger: { on: 'element', target: { label: 'Caixa' } } },
    'trigger.target invalid',
  ],
  ['half a rule', { audience: { all: [{ event: '' }] } }, 'audience.all.0.event missing'],
  ['a path without its slash', { trigger: { on: 'path', path: 'venda' } }, 'trigger.path invalid'],
])('%s is unfinished: saved, with a word on what is missing', (_, changes, expected) => {
  const reading = readDraft({ ...tour(), ...changes })
  expect(reading.state).toBe('unfinished')
  expect('issues' in reading && reading.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([expected])
})

test.each([
  ['an unknown field', { html: '<b>' }],
  ['a number for a name', { name: 7 }],
  [
    'an unknown kind of block',
    {
      steps: [
        { id: 'a', title: both('x'), body: [{ kind: 'html', html: '<script>' }], advance: { on: 'button' } },
      ],
    },
  ],
  ['no kind', { kind: undefined }],
  ['a tour without a list of steps', { steps: undefined }],
  ['a rule of no known sort', { audience: { all: [{ moon: 'full' }] } }],
])('%s is no draft at all', (_, changes) => {
  expect(readDraft({ ...tour(), ...changes }).state).toBe('wrong')
})
