import { foodTruck } from './food-truck.ts'
import { mercearia } from './mercearia.ts'
import { moda } from './moda.ts'
import { pet } from './pet.ts'
import type { SeedShop } from './shop.ts'

export type { Hue, Role, SeedCategory, SeedOperator, SeedProduct, SeedShop } from './shop.ts'
export { ean13 } from './shop.ts'

/** The four shops of the demonstration: one that has yet to sell, one without its certificate, two at work. */
export const shops: readonly SeedShop[] = [mercearia, moda, foodTruck, pet]

/** What CS knows about a shop, as the till sends it on sign-in. */
export function accountTraits(shop: SeedShop): Record<string, string | number | boolean> {
  return { nome: shop.name, uf: shop.company.uf, ...shop.traits, produtos: shop.products.length }
}
