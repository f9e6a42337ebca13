import { expect, test } from 'vitest'
import { lettersOf, toggleStrong, toMarked, toRuns } from './marked-text'

test('words between two stars are strong, the rest is as written', () => {
  expect(toRuns('Está certo? Toque em **Finalizar**.')).toEqual([
    { text: 'Está certo? Toque em ' },
    { text: 'Finalizar', strong: true },
    { text: '.' },
  ])
})

test.each(['2 * 3 = 6', 'um ** só', '**', 'arquivo_de_nota', '** espaço **', ''])(
  'a mark without its twin is only a letter: %s',
  (text) => {
    expect(toRuns(text)).toEqual([{ text }])
  },
)

test('what was saved opens as it was written', () => {
  for (const text of ['Toque em **Finalizar** e _espere_.', '**Pronto**', 'Sem marcas', ''])
    expect(toMarked(toRuns(text))).toBe(text)
})

test('marks do not count as letters', () => {
  expect(lettersOf('**Oi** aí')).toBe(5)
})

test('the bold button sets the marks and takes them away again', () => {
  const bold = toggleStrong('Toque em Finalizar', 9, 18)
  expect(bold.text).toBe('Toque em **Finalizar**')
  expect(toggleStrong(bold.text, bold.from, bold.to)).toEqual({ text: 'Toque em Finalizar', from: 9, to: 18 })
})
