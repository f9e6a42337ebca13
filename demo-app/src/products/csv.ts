import { ean13 } from '../../seed/shop.ts'
import { centsFromText } from '../rules/money.ts'

export interface CsvRow {
  /** Line of the file, starting at 1: what a person sees in a spreadsheet. */
  line: number
  name: string
  barcode?: string
  priceCents: number
  unit: 'un' | 'kg'
  stock: number
  ncm: string
}

export type CsvProblem = 'name' | 'price' | 'barcode' | 'repeated' | 'ncm' | 'unit' | 'stock'

export interface CsvError {
  line: number
  problem: CsvProblem
  value: string
}

export type CsvResult = { rows: CsvRow[]; errors: CsvError[] } | { missing: string[] }

const REQUIRED = ['nome', 'preco']

/**
 * Reads a sheet of products: `nome;codigo;preco;unidade;estoque;ncm`, comma or semicolon, any order,
 * quotes allowed. Good lines are kept, each bad line says what is wrong with it;
 * `missing` names the columns without which nothing can be read.
 */
export function parseProducts(text: string, knownBarcodes: readonly string[] = []): CsvResult {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (!lines.some((line) => line.trim())) return { rows: [], errors: [] }
  const separator = (lines[0] ?? '').includes(';') ? ';' : ','
  const header = cells(lines[0] ?? '', separator).map((cell) => plain(cell))
  const missing = REQUIRED.filter((column) => !header.includes(column))
  if (missing.length) return { missing }

  const rows: CsvRow[] = []
  const errors: CsvError[] = []
  const seen = new Set(knownBarcodes)
  for (const [index, raw] of lines.entries()) {
    if (index === 0 || !raw.trim()) continue
    const row = cells(raw, separator)
    const get = (column: string) => row[header.indexOf(column)]?.trim() ?? ''
    const result = readRow(index + 1, get, seen)
    if ('problem' in result) errors.push(result)
    else {
      rows.push(result)
      if (result.barcode) seen.add(result.barcode)
    }
  }
  return { rows, errors }
}

function readRow(line: number, get: (column: string) => string, seen: Set<string>): CsvRow | CsvError {
  const wrong = (problem: CsvProblem, value: string): CsvError => ({ line, problem, value })
  const name = get('nome')
  if (name.length < 2) return wrong('name', name)
  const priceCents = centsFromText(get('preco'))
  if (!priceCents) return wrong('price', get('preco'))
  const unit = plain(get('unidade')) || 'un'
  if (unit !== 'un' && unit !== 'kg') return wrong('unit', get('unidade'))
  const barcode = get('codigo')
  if (barcode && !isBarcode(barcode)) return wrong('barcode', barcode)
  if (barcode && seen.has(barcode)) return wrong('repeated', barcode)
  const ncm = get('ncm').replace(/\D/g, '')
  if (get('ncm') && ncm.length !== 8) return wrong('ncm', get('ncm'))
  const stock = Number(get('estoque').replace(',', '.') || '0')
  if (!Number.isFinite(stock) || stock < 0) return wrong('stock', get('estoque'))
  const quantity = unit === 'kg' ? Math.round(stock * 1000) : Math.round(stock)
  return { line, name, ...(barcode && { barcode }), priceCents, unit, stock: quantity, ncm }
}

/** Eight or thirteen digits; thirteen must end in their check digit. */
export const isBarcode = (code: string) =>
  /^\d{8}$/.test(code) || (/^\d{13}$/.test(code) && ean13(code.slice(0, 12)) === code)

function cells(line: string, separator: string): string[] {
  const found: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      found.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...found, cell]
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase()
