import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share, whole, wholeGzipped } from './shared'

test('what many share and what is hers make one answer, and the same one compressed', {
  timeout: 30_000,
}, () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(text), fc.array(text, { maxLength: 3 }), (candidates, names) => {
      const part = { rev: 1, candidates }
      const shared = share(part)
      for (const name of names) {
        const rest = `,"hers":${JSON.stringify(name)}}`
        const answer = JSON.parse(whole(shared, rest).toString())
        expect(answer).toEqual({ ...part, hers: name })
        expect(gunzipSync(wholeGzipped(shared, rest))).toEqual(whole(shared, rest))
      }
    }),
    { numRuns: 50 },
  )
})
