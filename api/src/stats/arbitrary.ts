/** Invented shops for the property tests. Times are small whole days, so that ties are common. */
import * as fc from 'fast-check'
import type { CompetingSubject } from './cumulative-incidence'
import type { Subject } from './kaplan-meier'
import type { Grouped } from './log-rank'

const day = fc.integer({ min: 0, max: 20 })

export const shops: fc.Arbitrary<Subject[]> = fc.array(fc.record({ time: day, event: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
})

export const shopsEnteringLate: fc.Arbitrary<Subject[]> = fc.array(
  fc.record({ time: day, event: fc.boolean(), entry: fc.integer({ min: 0, max: 10 }) }),
  { maxLength: 60 },
)

export const competingShops: fc.Arbitrary<CompetingSubject[]> = fc.array(
  fc.record({ time: day, cause: fc.constantFrom('valor', 'churn', 'obito', null) }),
  { minLength: 1, maxLength: 60 },
)

export const groupedShops: fc.Arbitrary<Grouped[]> = fc.array(
  fc.record({
    time: day,
    event: fc.boolean(),
    group: fc.constantFrom('tour', 'checklist', 'nada'),
    stratum: fc.constantFrom('pronto', 'sem certificado'),
  }),
  { minLength: 2, maxLength: 60 },
)

/** A list together with the same list in another order. */
export function shuffled<T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<{ list: T[]; other: T[] }> {
  return lists.chain((list) =>
    fc
      .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
      .map((other) => ({ list, other })),
  )
}
