import { beforeEach, expect, test } from 'vitest'
import type { Milestone } from '#contract/milestone'
import { locale } from '../../locales'
import { moved } from './order'
import { isKey, keyFrom, needWords, ruleWords } from './wording'

const login: Milestone = {
  id: 'm1',
  key: 'primeiro_login',
  name: { 'pt-BR': 'primeiro login', en: 'first sign-in' },
  flag: 'none',
  needs: [{ event: 'login' }],
  weight: 5,
  position: 0,
  revision: 0,
  updatedAt: 1,
  updatedBy: 'Ana',
}

beforeEach(() => {
  locale.value = 'pt-BR'
})

test('a need says how often and with which details', () => {
  expect(needWords({ event: 'produto_criado', atLeast: 5 })).toBe('produto criado 5 vezes ou mais')
  expect(needWords({ event: 'caixa_fechado', where: { diferenca: 0 } })).toBe('caixa fechado (diferença é 0)')
})

test('a race names the milestone it is run against, in the language of the screen', () => {
  const aha = {
    ...login,
    key: 'aha',
    needs: [{ event: 'nfce_autorizada' }],
    within: { hours: 24, of: 'primeiro_login' },
  }
  expect(ruleWords(aha, [login])).toBe('NFC-e autorizada, até 24 h depois de primeiro login')
  locale.value = 'en'
  expect(ruleWords(aha, [login])).toBe('NFC-e autorizada, within 24 h of first sign-in')
})

test('a key is made from a name as the contract wants it', () => {
  expect(keyFrom('1ª Venda com NFC-e!')).toBe('venda_com_nfc_e')
  expect(keyFrom('Fechar o caixa sem diferença')).toBe('fechar_o_caixa_sem_diferenca')
  expect(isKey(keyFrom('Ação rápida'))).toBe(true)
  expect(isKey('Primeira venda')).toBe(false)
})

test('a rung moves to another place and stays on the ladder', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
})
