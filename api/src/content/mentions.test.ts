import { expect, test } from 'vitest'
import type { Content } from '#contract/experience'
import { mentionsOf } from './mentions'

const tour = (body: string): Content => ({
  kind: 'tour',
  id: 'primeira-venda',
  version: 1,
  duringSale: false,
  steps: [
    {
      id: 'conquista',
      look: 'success',
      title: { 'pt-BR': 'Primeira nota emitida' },
      body: [{ kind: 'text', runs: { 'pt-BR': [{ text: body }] } }],
      placement: 'auto',
      advance: { on: 'button' },
      missing: { waitMs: 0, otherwise: 'skip' },
      when: {
        all: [
          { milestone: 'caixa_aberto', reached: true },
          { history: 'guia', is: 'never' },
        ],
      },
    },
  ],
})

test('a till is given the milestones that a tour asks and speaks about', () => {
  expect(mentionsOf(tour('Há {{ desde.primeiro_login|pouco}} você entrou.'))).toEqual({
    milestones: ['caixa_aberto', 'primeiro_login'],
    histories: ['guia'],
  })
})
