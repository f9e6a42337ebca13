import { expect, test } from 'vitest'
import type { Condition } from '#contract/condition'
import * as tree from './tree'

const noCertificate: Condition = { account: { certificado_pronto: false } }
const noSale: Condition = { event: 'nfce_autorizada', atLeast: 0, atMost: 0 }
const rejected: Condition = { event: 'nfce_rejeitada', atLeast: 1, withinDays: 7 }
const waiting: Condition = { segment: 'aguardando' }
const stuck: Condition = { all: [noSale, { any: [noCertificate, rejected] }, { not: waiting }] }

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

test('one rule alone is a group of one line', () => {
  expect(tree.asGroup(noSale)).toEqual({ all: [noSale] })
})

test('a line is found through groups and without its not', () => {
  expect(tree.ruleAt(stuck, [1, 1])).toBe(rejected)
  expect(tree.ruleAt(stuck, [2])).toBe(waiting)
  expect(tree.ruleAt(stuck, [7])).toBeUndefined()
})

test('every change leaves the condition it started from as it was', () => {
  const before = frozen(structuredClone(stuck))
  for (const changed of [
    tree.add(before, [1], noSale),
    tree.replace(before, [1, 0], waiting),
    tree.negate(before, [0]),
    tree.remove(before, [1, 1]),
    tree.duplicate(before, [0]),
    tree.move(before, [0], 1),
    tree.enclose(before, [0]),
    tree.setJoin(before, [1], 'all'),
  ])
    expect(changed).not.toEqual(before)
  expect(before).toEqual(stuck)
})

test('a rule that is changed keeps the NÃO before it', () => {
  expect(tree.replace(stuck, [2], { segment: 'novas' })).toMatchObject({
    all: [{}, {}, { not: { segment: 'novas' } }],
  })
})

test('NÃO twice is no NÃO', () => {
  expect(tree.negate(tree.negate(stuck, [0]), [0])).toEqual(stuck)
  expect(tree.unwrap({ not: { not: waiting } })).toEqual({ negated: false, inner: waiting })
})

test('a group goes with its last line', () => {
  const without = tree.remove(tree.remove(stuck, [1, 0]), [1, 0])
  expect(without).toEqual({ all: [noSale, { not: waiting }] })
})

test('the last rule of all may go: nobody is kept out then', () => {
  expect(tree.isEmpty(tree.remove(noSale, [0]))).toBe(true)
})

test('a line moves within its group and stays at the ends', () => {
  expect(tree.move({ all: [noSale, waiting] }, [0], 1)).toEqual({ all: [waiting, noSale] })
  expect(tree.move({ all: [noSale, waiting] }, [1], 1)).toEqual({ all: [noSale, waiting] })
})

test('a line put into a group becomes the first of an OU, and can be taken out again', () => {
  const grouped = tree.enclose({ all: [noSale, waiting] }, [0])
  expect(grouped).toEqual({ all: [{ any: [noSale] }, waiting] })
  expect(tree.canDissolve(grouped, { any: [noSale] })).toBe(true)
  expect(tree.dissolve(grouped, [0])).toEqual({ all: [noSale, waiting] })
})

test('a group of OU is not dissolved into an E, which would mean something else', () => {
  expect(tree.canDissolve(tree.asGroup(stuck), { any: [noCertificate, rejected] })).toBe(false)
})
