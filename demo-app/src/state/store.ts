import type { SeedShop } from '../../seed/shop.ts'
import { freshShop } from './fresh.ts'
import { keep, recall } from './kept.ts'
import type { Sections } from './model.ts'

/** The open shop in memory; every change is kept in IndexedDB, one record per section. */

let shopId = ''
let sections: Sections | undefined
const listeners = new Set<() => void>()

/** Opens a shop: what was kept before, or the shop as new. */
export async function openShop(shop: SeedShop, now: number): Promise<void> {
  const fresh = freshShop(shop, now)
  const names = Object.keys(fresh) as (keyof Sections)[]
  const known = await Promise.all(names.map((name) => recall(`${shop.id}/${name}`)))
  shopId = shop.id
  sections = Object.assign(
    fresh,
    ...names.map((name, at) => (known[at] === undefined ? {} : { [name]: known[at] })),
  )
  // A shop opened for the first time gets its whole past at once, so that "today" does not shift on reload.
  if (known.every((value) => value === undefined))
    for (const name of names) keep(`${shopId}/${name}`, fresh[name])
  tell()
}

export const isShopOpen = () => sections !== undefined

export function get<Name extends keyof Sections>(name: Name): Sections[Name] {
  if (!sections) throw new Error('No shop is open')
  return sections[name]
}

export function set<Name extends keyof Sections>(name: Name, value: Sections[Name]): void {
  if (!sections) throw new Error('No shop is open')
  sections[name] = value
  keep(`${shopId}/${name}`, value)
  tell()
}

/** Calls `fire` after every change. Returns a function that stops it. */
export function onChange(fire: () => void): () => void {
  listeners.add(fire)
  return () => void listeners.delete(fire)
}

export const tell = () => {
  for (const fire of listeners) fire()
}
