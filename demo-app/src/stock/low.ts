import type { Product } from '../state/model.ts'

/** Whether a product has come down to what its shop asked to be warned at; without a minimum nobody asked. */
export const isLow = ({ stock, minStock }: Pick<Product, 'stock' | 'minStock'>) =>
  minStock > 0 && stock <= minStock
