import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldProgress, type Happening, mergePast, type Past } from './progress'

const happening: fc.Arbitrary<Happening> = fc.record({
  name: fc.constantFrom(
    'tour.started',
    'tour.step_seen',
    'tour.completed',
    'tour.dismissed',
    'tour.snoozed',
    'checklist.opened',
    'checklist.task_done',
    'venda_concluida',
  ),
  at: fc.integer({ min: 1, max: 50 }),
  properties: fc.record({
    step: fc.constantFrom('a', 'b', 'c'),
    task: fc.constantFrom('x', 'y'),
    until: fc.integer({ min: 60, max: 70 }),
  }),
})
const all = (events: Happening[]) => events.reduce<Past>(foldProgress, {})

test('late, repeated and shuffled events end in the same state', () => {
  const shuffled = fc
    .array(happening, { maxLength: 15 })
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    )
  fc.assert(
    fc.property(shuffled, ([events, again]) => {
      expect(all(again)).toEqual(all(events))
    }),
    { numRuns: 500 },
  )
})

test("the till's and the server's copies join to what one place would know", () => {
  const events = fc.array(happening, { maxLength: 10 })
  fc.assert(
    fc.property(events, events, (here, there) => {
      expect(mergePast(all(here), all(there))).toEqual(all([...here, ...there]))
      expect(mergePast(all(here), all(there))).toEqual(mergePast(all(there), all(here)))
    }),
    { numRuns: 500 },
  )
})

test('a step seen later wins over one delivered later', () => {
  const past = all([
    { name: 'tour.step_seen', at: 20, properties: { step: 'pagamento' } },
    { name: 'tour.step_seen', at: 10, properties: { step: 'venda' } },
  ])
  expect(past.step).toEqual({ at: 20, id: 'pagamento' })
})
