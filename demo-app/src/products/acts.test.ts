import { beforeEach, expect, test, vi } from 'vitest'
import { chooseShop } from '../state/session.ts'
import { get } from '../state/store.ts'
import { importProducts } from './acts.ts'
import { parseProducts } from './csv.ts'

const heard: unknown[][] = []
const hear =
  (name: string) =>
  (...given: unknown[]) =>
    heard.push([name, ...given])

beforeEach(async () => {
  heard.length = 0
  vi.stubGlobal('window', { trilha: { track: hear('track'), updateAccount: hear('updateAccount') } })
  await chooseShop('dona-lurdes')
})

test('a sheet of two good lines and a bad one counts two products, and tells no name and no price', () => {
  const before = get('products').length
  const sheet = parseProducts(
    'nome;codigo;preco;unidade;estoque;ncm\nMel;7891000100103;22,90;un;3;04090000\nQueijo;;49,90;kg;2,5;\nSal;;',
  )
  if ('missing' in sheet) throw new Error('The sheet was not read')
  importProducts(sheet.rows, sheet.errors)

  expect(heard).toEqual([
    ['track', 'produto_criado', { unidade: 'un', com_codigo: true, com_ncm: true }],
    ['track', 'produto_criado', { unidade: 'kg', com_codigo: false, com_ncm: false }],
    ['track', 'produtos_importados', { quantidade: 2, erros: 1 }],
    ['updateAccount', expect.objectContaining({ produtos: before + 2 })],
  ])
  expect(
    get('products')
      .slice(before)
      .map(({ name, stock }) => [name, stock]),
  ).toEqual([
    ['Mel', 3],
    ['Queijo', 2500],
  ])
})
