import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BootRequest } from '#contract/bundle'
import { ProblemError } from '../problem'
import { readRequest } from './request'

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('maria', 'pt-BR', 'caixa-1', 'papel') },
  fc.constantFrom('maria', 'caixa-numero-1', '', '__proto__', 'nome', 'nome ruim', '1a', 'x.y'),
  fc.string({ maxLength: 8 }),
  fc
    .constantFrom(7, 8, 20, 21, 60, 61, 80, 81, 120, 121, 500, 501, 1024, 1025, 4096, 4097)
    .map((n) => 'x'.repeat(n)),
)
const anything = fc.oneof(
  { weight: 3, arbitrary: word },
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(word, { maxLength: 3 }),
  fc.constant(Array(51).fill('a')),
)
const traits = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(word, anything, { maxKeys: 3 }) },
  { weight: 1, arbitrary: anything },
)
const owner = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      { id: fc.oneof({ weight: 8, arbitrary: fc.constant('maria') }, word), traits, other: anything },
      { requiredKeys: ['id'] },
    ),
  },
  { weight: 1, arbitrary: anything },
)
const request = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      {
        device: fc.oneof(fc.constant('caixa-numero-1'), anything),
        user: owner,
        account: owner,
        token: anything,
        grant: word,
        locale: fc.oneof(fc.constant('pt-BR'), word),
        sdk: fc.oneof(fc.constant('1.0.0'), word),
        release: word,
        have: word,
        other: anything,
      },
      { requiredKeys: ['device', 'user', 'locale', 'sdk'] },
    ),
  },
  { weight: 1, arbitrary: anything },
)

test('what a till says at its boot is read as the contract’s schema reads it, or refused as it does', () => {
  let accepted = 0
  fc.assert(
    fc.property(request, (value) => {
      const text = JSON.stringify(value)
      const wanted = BootRequest.safeParse(JSON.parse(text))
      if (!wanted.success) {
        expect(() => readRequest(text)).toThrow(ProblemError)
        return
      }
      try {
        expect(readRequest(text)).toEqual(wanted.data)
        accepted++
      } catch (error) {
        // What a database cannot keep is refused beyond the schema.
        if (!(error instanceof ProblemError)) throw error
        expect(text).toMatch(/\\u(0000|d[89a-f])|[\ud800-\udfff]/i)
      }
    }),
    { numRuns: 1000 },
  )
  expect(accepted).toBeGreaterThan(10)
})
