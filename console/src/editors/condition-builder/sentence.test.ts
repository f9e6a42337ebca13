import { beforeEach, expect, test } from 'vitest'
import type { Condition } from '#contract/condition'
import { locale } from '../../locales'
import { type Known, nothingKnown } from './known'
import { freshRule, offers } from './offers'
import { phrase, sentence } from './sentence'
import { spoken } from './spoken'

const known: Known = {
  segments: [{ id: 's1', name: 'Aguardando revenda' }],
  milestones: [{ id: 'primeira_venda', name: '1ª venda' }],
  experiences: [{ id: 'e1', name: 'Primeira venda' }],
  vocabulary: {
    events: [{ name: 'nfce_autorizada', n: 12, lastAt: 0, properties: ['forma'] }],
    userTraits: [{ name: 'papel', values: ['dono', 'caixa'] }],
    accountTraits: [{ name: 'certificado_pronto', values: [true, false] }],
  },
}

const stuck: Condition = {
  all: [
    { event: 'nfce_autorizada', atLeast: 0, atMost: 0 },
    { any: [{ account: { certificado_pronto: false } }, { event: 'nfce_rejeitada', withinDays: 7 }] },
    { not: { segment: 's1' } },
  ],
}

const everyRule: Condition[] = [
  { user: { papel: 'dono' } },
  { account: { uf: { $in: ['SP', 'MG'] } } },
  { event: 'venda_concluida', by: 'user', atLeast: 2, atMost: 5, where: { forma: 'pix' } },
  { segment: 's1' },
  { milestone: 'primeira_venda', reached: false },
  { milestone: 'primeira_venda', reached: true, withinDays: 1 },
  { history: 'e1', is: 'completed' },
  { path: '/produtos/*' },
  { element: { label: 'Botão Finalizar', selector: '#fim' }, present: true },
  { happened: 'caixa_aberto' },
  { device: ['phone', 'tablet'] },
  { online: false },
  { hours: [8, 18.5], days: [1, 2] },
]

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('a segment reads as a sentence in Portuguese', () => {
  expect(sentence(stuck, known)).toBe(
    'NFC-e autorizada aconteceu 0 vezes desde sempre e ' +
      '(certificado pronto é não ou NFC-e rejeitada aconteceu 1 vez ou mais em 7 dias) e ' +
      'não (está em Aguardando revenda)',
  )
})

test('the same segment reads as a sentence in English', () => {
  locale.value = 'en'
  expect(sentence(stuck, known)).toBe(
    'NFC-e autorizada happened 0 times over all time and ' +
      '(certificado pronto is no or NFC-e rejeitada happened 1 time or more within 7 days) and ' +
      'not (is in Aguardando revenda)',
  )
})

test('every kind of rule has its own words in both languages', () => {
  const portuguese = everyRule.map((rule) => sentence(rule, known))
  locale.value = 'en'
  const english = everyRule.map((rule) => sentence(rule, known))
  expect(portuguese).toEqual([
    'papel da pessoa é dono',
    'UF é um de SP ou MG',
    'venda concluída aconteceu com a pessoa de 2 a 5 vezes desde sempre com forma é pix',
    'está em Aguardando revenda',
    'o marco 1ª venda não foi alcançado',
    'o marco 1ª venda foi alcançado no último dia',
    'o conteúdo Primeira venda foi concluído',
    'caminho da tela é /produtos/*',
    'Botão Finalizar está na tela',
    'caixa aberto aconteceu nesta visita',
    'aparelho é celular ou tablet',
    'internet caiu',
    'hora da loja entre 8h e 18h30 em seg ou ter',
  ])
  expect(english[0]).toBe("the person's papel is dono")
  expect(english[11]).toBe('internet is down')
  expect(english.every((words, i) => words !== portuguese[i])).toBe(true)
})

test('a rule turned round is said with the verb where it has one', () => {
  const not = (rule: Condition) => sentence({ not: rule }, known)
  expect(not({ element: { label: 'Caixa aberto', selector: '#a' }, present: true })).toBe(
    'Caixa aberto não está na tela',
  )
  expect(not({ milestone: 'primeira_venda', reached: true })).toBe('o marco 1ª venda não foi alcançado')
  expect(not({ milestone: 'primeira_venda', reached: true, withinDays: 2 })).toBe(
    'não (o marco 1ª venda foi alcançado nos últimos 2 dias)',
  )
})

test('an audience without rules is everyone', () => {
  expect(sentence({ all: [] }, nothingKnown)).toBe('todas as pessoas')
})

test('a rule from a newer version is shown as it is, not hidden', () => {
  const future = { weather: 'rain' } as unknown as Condition
  expect(phrase(future, known).map(({ text }) => text)).toContain('{"weather":"rain"}')
})

test('what was removed is named by its id', () => {
  expect(sentence({ segment: 'gone' }, known)).toBe('está em removido (gone)')
})

test('a segment offers no rule that only the till can answer', () => {
  const groups = (mode: Parameters<typeof offers>[0]) =>
    new Set(offers(mode, known).map(({ group }) => group))
  expect(groups('segment')).not.toContain('Nesta tela, agora')
  expect(groups('page')).not.toContain('Segmentos')
  expect(groups('audience')).toContain('Segmentos')
  expect(groups('audience')).toContain('Nesta tela, agora')
})

test('every offer becomes a whole rule with words of its own', () => {
  for (const { value } of offers('audience', known)) {
    const rule = freshRule(value, known)
    expect(sentence(rule, known)).not.toContain('não edita')
  }
})

test("a host's names are said as a person would", () => {
  expect(spoken('nfce_autorizada')).toBe('NFC-e autorizada')
  expect(spoken('pixConfirmado')).toBe('Pix Confirmado')
  expect(spoken('canal_de_aquisicao')).toBe('canal de aquisição')
  expect(spoken('nfce_contingencia')).toBe('NFC-e contingência')
  expect(spoken('cartao_recusado_ao_vivo')).toBe('cartão recusado ao vivo')
})
