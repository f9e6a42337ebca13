import { expect, test } from 'vitest'
import { centsFromText } from '../rules/money.ts'
import { type CsvResult, parseProducts } from './csv.ts'

const read = (text: string, known: string[] = []) => {
  const result: CsvResult = parseProducts(text, known)
  if ('missing' in result) throw new Error(`missing ${result.missing}`)
  return result
}

test('a sheet with accents, quotes and a byte mark is read in any order of columns', () => {
  const { rows, errors } = read(
    '\uFEFFPreço;Nome;Unidade;Estoque\r\n"1.234,56";"Queijo ""curado"" kg";KG;2,5\r\n',
  )
  expect(errors).toEqual([])
  expect(rows).toEqual([
    { line: 2, name: 'Queijo "curado" kg', priceCents: 123_456, unit: 'kg', stock: 2500, ncm: '' },
  ])
})

test('commas separate as well as semicolons', () => {
  expect(read('nome,preco\nMel,22.90').rows).toMatchObject([{ name: 'Mel', priceCents: 2290 }])
})

test('good lines enter and each bad line says what is wrong with it', () => {
  const { rows, errors } = read(
    [
      'nome;codigo;preco;unidade;estoque;ncm',
      'Mel;;22,90;un;3;04090000',
      ';;1,00',
      'Sal;;',
      'Pão;123;2,00',
      'Suco;;3,00;litro',
      'Chá;;3,00;un;muito',
      'Uva;;3,00;un;1;12',
      '',
    ].join('\n'),
  )
  expect(rows.map(({ name }) => name)).toEqual(['Mel'])
  expect(errors.map(({ line, problem }) => [line, problem])).toEqual([
    [3, 'name'],
    [4, 'price'],
    [5, 'barcode'],
    [6, 'unit'],
    [7, 'stock'],
    [8, 'ncm'],
  ])
})

test('a bar code already in the shop or twice in the sheet is refused', () => {
  const { errors } = read(
    'nome;codigo;preco\nA1;7891000100103;1,00\nB2;7891000100103;1,00\nC3;7890000000017;1,00',
    ['7890000000017'],
  )
  expect(errors.map(({ line, problem }) => [line, problem])).toEqual([
    [3, 'repeated'],
    [4, 'repeated'],
  ])
})

test('an empty file is no sheet with columns missing: it has no products', () => {
  expect(parseProducts('\uFEFF\r\n \r\n')).toEqual({ rows: [], errors: [] })
})

test('a sheet without prices says which column is missing', () => {
  expect(parseProducts('nome;codigo\nMel;1')).toEqual({ missing: ['preco'] })
})

test('prices are read as people in Brazil write them', () => {
  expect(['12,90', 'R$ 7', '1.500', '12.90', '1.234,5'].map(centsFromText)).toEqual([
    1290, 700, 150_000, 1290, 123_450,
  ])
  expect(['', 'grátis', '1,234', '-3'].map(centsFromText)).toEqual([null, null, null, null])
})
