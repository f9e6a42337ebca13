import type { Product } from '../state/model.ts'
import { shop, shopChanged } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import type { CsvError, CsvRow } from './csv.ts'

/** Puts the good lines of a sheet on the shelf. `errors` is only counted: those lines stay outside. */
export function importProducts(rows: readonly CsvRow[], errors: readonly CsvError[]): void {
  const category = shop()?.categories[0]?.id ?? ''
  const now = Date.now()
  const fresh = rows.map(
    ({ line, ...row }): Product => ({ ...row, id: `i${now}-${line}`, category, icon: 'Tag', minStock: 0 }),
  )
  set('products', [...get('products'), ...fresh])
  // Each counts as one that was added by hand would: the guide's "5 products" asks for products, not for typing.
  for (const { unit, barcode, ncm } of rows)
    trilha.track('produto_criado', { unidade: unit, com_codigo: Boolean(barcode), com_ncm: Boolean(ncm) })
  trilha.track('produtos_importados', { quantidade: rows.length, erros: errors.length })
  shopChanged()
}
