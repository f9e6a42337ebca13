import type { Product, Sale, Settings } from '../state/model.ts'

/** Real answers of the tax office (SEFAZ) that a shop can put right by itself. */
export const rejectionCodes = ['778', '464', '209', '237', '281'] as const
export type RejectionCode = (typeof rejectionCodes)[number]

export const isRejection = (code: string): code is RejectionCode =>
  (rejectionCodes as readonly string[]).includes(code)

/** What is wrong and what would be right: one field the cashier changes on the spot. */
export interface Fix {
  code: RejectionCode
  /** Product the fix is about, when it is about one. */
  productId?: string
  productName?: string
  wrong: string
  suggestion: string
}

/** Classes that do not exist in the Mercosur table, and the class that was meant. */
const WRONG_NCM: Record<string, string> = { '09012199': '09012100' }

export const ncmText = (ncm: string) => ncm.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1.$2.$3')
export const correctNcm = (ncm: string) => WRONG_NCM[ncm]

/** Whether a product's class would pass; the list of products shows the same answer. */
export const hasWrongNcm = ({ ncm }: Pick<Product, 'ncm'>) => !/^\d{8}$/.test(ncm) || ncm in WRONG_NCM

/** The tax office's answer: `null` is authorised. `forced` comes from the demo bar. */
export function answer(sale: Sale, products: Product[], forced: string | null): RejectionCode | null {
  if (forced && isRejection(forced)) return forced
  return firstWrong(sale, products) ? '778' : null
}

const firstWrong = (sale: Sale, products: Product[]) =>
  sale.lines
    .map(({ productId }) => products.find(({ id }) => id === productId))
    .find((product) => product !== undefined && hasWrongNcm(product))

/** The field to correct for a rejection of this sale. */
export function fixFor(code: RejectionCode, sale: Sale, products: Product[], settings: Settings): Fix {
  switch (code) {
    case '778': {
      const product = firstWrong(sale, products) ?? products.find(({ id }) => id === sale.lines[0]?.productId)
      const ncm = product?.ncm ?? ''
      return {
        code,
        productId: product?.id,
        productName: product?.name,
        wrong: ncmText(ncm),
        suggestion: ncmText(correctNcm(ncm) ?? ncm),
      }
    }
    case '464':
      return { code, wrong: settings.csc?.token.replace(/.(?=.{4})/g, '•') ?? '', suggestion: '' }
    case '209':
      return { code, wrong: settings.company.ie, suggestion: '' }
    case '237':
      return { code, wrong: cpfText(sale.cpf ?? ''), suggestion: '' }
    case '281':
      return { code, wrong: '', suggestion: '' }
  }
}

export const cpfText = (cpf: string) => cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')

/** Eleven digits whose two check digits hold. */
export function isCpf(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (digits.length !== 11 || /^(\d)\1+$/.test(digits)) return false
  const check = (length: number) => {
    const sum = [...digits.slice(0, length)].reduce(
      (total, digit, at) => total + Number(digit) * (length + 1 - at),
      0,
    )
    return ((sum * 10) % 11) % 10
  }
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10])
}
