import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Role, shops } from '../seed/shops.ts'

/** Operators the back end can vouch for: those of the seed, and those created on a till later. */

interface Created {
  id: string
  shop: string
  name: string
  role: Role
  salt: string
  hash: string
}

export interface Known {
  id: string
  shop: string
  role: Role
}

export interface Operators {
  /** The operator when the PIN is right, `null` otherwise. */
  check(shop: string, id: string, pin: string): Known | null
  find(id: string): Known | null
  /** False when the id is taken: an operator is created once. */
  create(operator: { id: string; shop: string; name: string; role: Role; pin: string }): boolean
}

const hashOf = (pin: string, salt: string) => scryptSync(pin, salt, 32).toString('hex')

/** Keeps created operators in `operators.json` under the data folder; PINs are stored salted and hashed. */
export function openOperators(dataDir: string): Operators {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'operators.json')
  const created = read(file)
  const seeded = shops.flatMap((shop) =>
    shop.operators.map(({ id, role, pin }) => ({ id, role, pin, shop: shop.id })),
  )

  return {
    check(shop, id, pin) {
      const seed = seeded.find((operator) => operator.id === id && operator.shop === shop)
      if (seed) return seed.pin === pin ? { id, shop, role: seed.role } : null
      const known = created.find((operator) => operator.id === id && operator.shop === shop)
      if (!known) return null
      const right = timingSafeEqual(Buffer.from(hashOf(pin, known.salt)), Buffer.from(known.hash))
      return right ? { id, shop, role: known.role } : null
    },
    find(id) {
      const known =
        seeded.find((operator) => operator.id === id) ?? created.find((operator) => operator.id === id)
      return known ? { id, shop: known.shop, role: known.role } : null
    },
    create({ id, shop, name, role, pin }) {
      if (this.find(id)) return false
      const salt = randomBytes(16).toString('hex')
      created.push({ id, shop, name, role, salt, hash: hashOf(pin, salt) })
      // Written beside and renamed: a power cut leaves the old list or the new one.
      writeFileSync(`${file}.new`, JSON.stringify(created, null, 2))
      renameSync(`${file}.new`, file)
      return true
    },
  }
}

function read(file: string): Created[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Error(`The demo's operators cannot be read from ${file}: ${(error as Error).message}`)
  }
}
