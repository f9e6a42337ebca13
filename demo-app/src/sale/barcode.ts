import type { Product } from '../state/model.ts'

export interface Found {
  product: Product
  /** Grams read from the label of a scale; one piece otherwise. */
  quantity: number
}

/**
 * Finds what a scanned code means. Labels of a scale start with 2, then five digits of the product,
 * a zero, and five digits of weight in grams.
 */
export function findByCode(products: Product[], code: string): Found | null {
  const product = products.find(({ barcode }) => barcode === code)
  if (product) return { product, quantity: 1 }
  const label = /^2(\d{5})0(\d{5})\d$/.exec(code)
  const weighed = label && products.find(({ scaleCode }) => scaleCode === label[1])
  return weighed && Number(label[2]) > 0 ? { product: weighed, quantity: Number(label[2]) } : null
}

/** Products whose name, bar code or scale code holds the words typed, accents ignored. */
export function search(products: Product[], text: string): Product[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  return products.filter(({ name, barcode, scaleCode }) => {
    const hay = `${fold(name)} ${barcode ?? ''} ${scaleCode ?? ''}`
    return words.every((word) => hay.includes(word))
  })
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
