import { expect, test } from 'vitest'
import { Draft } from '#contract/experience'
import { firstSale } from '../../../api/seed/content/first-sale'
import { guide } from '../../../api/seed/content/guide'
import { freeze } from '../../../api/src/publish/freeze'
import { isReadable as isChecklist } from '../surfaces/checklist/readable'
import { isReadable as isTour } from '../surfaces/tour/readable'

const published = (draft: unknown) =>
  ({ ...freeze(Draft.parse(draft), 'x', 1).content }) as Record<string, unknown>
const words = (text: string) => ({ 'pt-BR': text, en: text })

/** Everything an author can write into a step. */
const full = {
  ...firstSale,
  duringSale: true,
  steps: [
    {
      id: 'um',
      look: 'card',
      title: words('Título'),
      body: [
        { kind: 'text', runs: { 'pt-BR': [{ text: 'a', strong: true, emphasis: false }] } },
        { kind: 'list', ordered: true, items: { 'pt-BR': [[{ text: 'a' }]] } },
        { kind: 'image', url: 'https://loja.example/a.png', alt: words('Foto'), width: 10, height: 10 },
      ],
      target: { label: 'Finalizar', selector: '#f' },
      placement: 'left',
      advance: { on: 'event', event: 'venda_concluida', where: { forma: 'pix' } },
      missing: { waitMs: 10, otherwise: 'skip' },
      path: '/venda',
      when: { event: 'login' },
      variants: [{ when: { event: 'login' }, title: words('Outro'), body: [] }],
      buttonLabel: words('Ir'),
    },
  ],
}

test('a till reads all that the console can write', () => {
  expect(isTour(published(firstSale))).toBe(true)
  expect(isChecklist(published(guide))).toBe(true)
  const content = published(firstSale)
  expect(isTour({ ...content, steps: full.steps })).toBe(true)
})

test('a till leaves alone what has one block or attribute more than it knows', () => {
  const [step] = full.steps
  const reads = (change: object) => isTour({ ...published(firstSale), steps: [{ ...step, ...change }] })
  expect(reads({})).toBe(true)
  for (const change of [
    { video: 'x' },
    { constructor: 'x' },
    { placement: 7 },
    { look: null },
    { title: 'Título' },
    { body: [{ kind: 'constructor' }] },
    { body: [{ kind: 'text', runs: { 'pt-BR': [{ text: 'a', href: 'x' }] } }] },
    { body: [null] },
    { advance: 'button' },
  ])
    expect(reads(change)).toBe(false)
  expect(isTour({ kind: 'tour', id: 'x', version: 1 })).toBe(false)
})
