import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from './condition'
import type { Facts } from './facts'
import { resolve } from './resolve'

const rule = fc.oneof(
  fc.record({ uf: fc.constantFrom('SP', 'MG') }).map((account): Condition => ({ account })),
  fc.record({ papel: fc.constantFrom('dono', 'caixa') }).map((user): Condition => ({ user })),
  fc.constantFrom('novas', 'engajadas').map((segment): Condition => ({ segment })),
  fc.constantFrom('/venda', '/caixa').map((path): Condition => ({ path })),
  fc.boolean().map((online): Condition => ({ online })),
)
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    rule,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree

const server = fc.record({
  user: fc.record({ papel: fc.constantFrom('dono', 'caixa') }),
  account: fc.record({ uf: fc.constantFrom('SP', 'MG') }),
  segments: fc.record({ novas: fc.boolean(), engajadas: fc.boolean() }),
})
const page = fc.record({ path: fc.constantFrom('/venda', '/caixa'), online: fc.boolean() })

test('resolving on the server and then at the till gives the answer of resolving once with everything', () => {
  fc.assert(
    fc.property(condition, server, page, (tree, known, seen) => {
      const till = { now: 0, page: seen as Facts['page'] }
      const once = resolve(tree, { ...known, ...till })
      const atServer = resolve(tree, { now: 0, ...known })
      const atTill = typeof atServer === 'boolean' ? atServer : resolve(atServer, till)
      expect(typeof once).toBe('boolean')
      expect(atTill).toBe(once)
    }),
    { numRuns: 1000 },
  )
})

test('what the server sends on never names a segment', () => {
  fc.assert(
    fc.property(condition, server, (tree, known) => {
      const left = resolve(tree, { now: 0, ...known })
      expect(JSON.stringify(left)).not.toContain('segment')
    }),
  )
})
