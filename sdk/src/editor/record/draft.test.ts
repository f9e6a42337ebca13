import { expect, test } from 'vitest'
import { Step } from '#contract/experience'
import type { Entry } from './acts'
import { draftOf, type Seen, titleOf } from './draft'

const target = { label: 'Finalizar', selector: '[data-guia="finalizar"]' }
const entry = (more: Partial<Entry<Seen>> = {}, seen: Partial<Seen> = {}): Entry<Seen> => ({
  kind: 'press',
  on: {},
  startedAt: 0,
  lastAt: 0,
  sent: false,
  details: { name: 'Finalizar', path: '/venda', target, ...seen },
  ...more,
})

test.each<[Partial<Entry<Seen>>, Partial<Seen>, string, string]>([
  [{}, {}, 'Toque em Finalizar', 'Tap Finalizar'],
  [{ kind: 'choose' }, { name: 'Café 500 g' }, 'Escolha Café 500 g', 'Choose Café 500 g'],
  [{ kind: 'fill' }, { name: 'CPF na nota' }, 'Preencha CPF na nota', 'Fill in CPF na nota'],
  [
    { kind: 'fill', sent: true },
    { name: 'Quantidade' },
    'Preencha Quantidade e aperte Enter',
    'Fill in Quantidade and press Enter',
  ],
  [
    { kind: 'fill', sent: true },
    { name: 'Leia o código ou busque o produto', isPrompt: true },
    'Leia o código ou busque o produto',
    'Leia o código ou busque o produto',
  ],
  [{ kind: 'scan', sent: true }, { name: 'Busca' }, 'Leia o código', 'Scan the code'],
  [{ kind: 'key', key: 'F4' }, { name: '' }, 'Aperte F4', 'Press F4'],
  [{}, { name: '' }, 'Toque aqui', 'Tap here'],
  [{}, { title: { 'pt-BR': 'Receba o cliente' } }, 'Receba o cliente', 'Tap Finalizar'],
])('%j of %j reads “%s”', (more, seen, pt, en) => {
  expect(titleOf(entry(more, seen), 'pt-BR')).toBe(pt)
  expect(titleOf(entry(more, seen), 'en')).toBe(en)
})

test('a long name is cut to what fits a card', () => {
  const title = titleOf(
    entry({}, { name: 'Imprimir o relatório de vendas por categoria e por operador' }),
    'pt-BR',
  )
  expect(title.length).toBeLessThanOrEqual(60)
  expect(title).toMatch(/^Toque em Imprimir .*…$/)
})

test('a step goes on by the event that followed, else by the touch, else by her own word', () => {
  const steps = draftOf([
    entry({ event: 'venda_concluida' }),
    entry(),
    entry({ kind: 'fill' }),
    entry({ kind: 'scan', sent: true }, { target: undefined }),
  ])
  expect(steps.map(({ advance }) => advance)).toEqual([
    { on: 'event', event: 'venda_concluida' },
    { on: 'click' },
    { on: 'button' },
    { on: 'button' },
  ])
})

test('with an id and a body, what was recorded is a step that may be published', () => {
  for (const [n, step] of draftOf([
    entry(),
    entry({ kind: 'key', key: 'F2' }, { target: undefined }),
  ]).entries())
    expect(Step.safeParse({ ...step, id: `passo-${n}`, body: [] }).error).toBeUndefined()
})
