import { expect, test } from 'vitest'
import { MARK } from '#contract/authoring'
import type { Environment } from '#contract/workspace'
import { type Asked, homeOf, readAsked, type Wish, wayBack, wayThere } from './way'

const asked: Asked = {
  experience: 'primeira-venda',
  key: 'pk_1',
  origin: 'https://caixa.example',
  path: '/venda?caixa=2',
  challenge: 'c',
  state: 's',
}
const production: Environment = {
  id: 'producao',
  name: 'Produção',
  kind: 'production',
  publicKey: 'pk_1',
  appUrl: 'https://caixa.example/inicio',
  identity: 'open',
}

test('the mark is the same word in the console and in the script', () => {
  expect(wayThere('https://caixa.example/', 'x')).toContain(`#${MARK}=x`)
})

test('a step may be named, and whether the draft is to run from there', () => {
  const way = (wish?: Wish) => new URL(wayThere('https://caixa.example/', 'x', wish)).hash
  expect(way({ step: 'passo-2' })).toBe(`#${MARK}=x~passo-2`)
  expect(way({ step: 'passo-1', test: true })).toBe(`#${MARK}=x~passo-1~test`)
})

test('an application that routes behind # keeps its route', () => {
  expect(wayThere('https://caixa.example/app#/inicio', 'primeira-venda')).toBe(
    `https://caixa.example/app#/inicio&${MARK}=primeira-venda`,
  )
})

test('the code goes back to the very page that asked', () => {
  expect(wayBack(asked, 'code')).toBe(`https://caixa.example/venda?caixa=2#${MARK}=code.s`)
})

test.each(['//evil.example/', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', 'venda'])(
  'a path that would lead elsewhere gets nothing: %s',
  (path) => {
    expect(wayBack({ ...asked, path }, 'code')).toBeUndefined()
  },
)

test('only the registered origin of that very environment is home', () => {
  expect(homeOf(asked, [production])).toBe(production)
  expect(homeOf({ ...asked, origin: 'https://caixa.example.evil.example' }, [production])).toBeUndefined()
  expect(homeOf({ ...asked, key: 'pk_2' }, [production])).toBeUndefined()
  expect(homeOf(asked, [{ ...production, appUrl: undefined }])).toBeUndefined()
})

test('half an address asks for nothing', () => {
  expect(readAsked('?experience=x&key=pk_1')).toBeUndefined()
  expect(readAsked(`?${new URLSearchParams({ ...asked })}`)).toEqual(asked)
})
