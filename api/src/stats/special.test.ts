// Reference values: R 4.2.2, lgamma, pgamma and pbeta, printed with 16 digits.
import { describe, expect, test } from 'vitest'
import { betaLower, gammaLower, gammaUpper, lnGamma } from './special'

/** The error as a share of the truth, so that 1e-43 is held as strictly as 0.5. */
function relativeError(got: number, truth: number): number {
  return Math.abs(got / truth - 1)
}

describe('ln Γ', () => {
  test.each([
    [1e-5, 11.51291969289582],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [1.5, -0.1207822376352452],
    [2, 0],
    [3, Math.LN2],
    [10, 12.80182748008147],
    [100, 359.1342053695754],
    [1e5, 1051287.708973657],
  ])('at %f agrees with R', (x, truth) => {
    expect(Math.abs(lnGamma(x) - truth)).toBeLessThan(1e-13 * Math.max(1, truth) + 5e-15)
  })

  test('refuses what it cannot answer', () => {
    for (const x of [0, -1, Number.NaN, Infinity]) expect(() => lnGamma(x)).toThrow(RangeError)
  })
})

describe('the incomplete gamma', () => {
  test('keeps its digits in the far upper tail', () => {
    expect(relativeError(gammaUpper(1.5, 100), 4.218541107192042e-43)).toBeLessThan(1e-12)
    expect(relativeError(gammaUpper(0.5, 350), 2.99022697512462e-154)).toBeLessThan(1e-12)
  })

  test('keeps its digits in the far lower tail', () => {
    expect(relativeError(gammaLower(1.5, 0.5e-6), 2.6596144047918e-10)).toBeLessThan(1e-12)
    expect(relativeError(gammaLower(5, 0.01), 8.2641856418065e-13)).toBeLessThan(1e-12)
  })

  test.each([
    [0.5, 0.3],
    [1, 1.9],
    [1, 2.1],
    [25, 25],
    [500, 480],
  ])('splits one into its two tails (a %f, x %f)', (a, x) => {
    expect(gammaLower(a, x) + gammaUpper(a, x)).toBeCloseTo(1, 14)
  })

  test('refuses what it cannot answer', () => {
    expect(() => gammaUpper(0, 1)).toThrow(RangeError)
    expect(() => gammaLower(1, -1)).toThrow(RangeError)
    expect(() => gammaUpper(1, Number.NaN)).toThrow(RangeError)
  })
})

describe('the incomplete beta', () => {
  test.each([
    [0.3, 2, 5, 0.579825],
    [0.5, 0.5, 0.5, 0.5],
    [0.99, 8, 0.5, 0.6929921497058125],
    [0.01, 0.5, 12, 0.373065293937958],
    [0.2, 100, 400, 0.5089235030888358],
    [1e-10, 3, 2, 3.999999999700015e-30],
  ])('at x %f, a %f, b %f agrees with R', (x, a, b, truth) => {
    expect(relativeError(betaLower(x, a, b), truth)).toBeLessThan(1e-12)
  })

  test('is 0 and 1 at its ends', () => {
    expect(betaLower(0, 2, 3)).toBe(0)
    expect(betaLower(1, 2, 3)).toBe(1)
  })

  test('refuses what it cannot answer', () => {
    expect(() => betaLower(1.1, 1, 1)).toThrow(RangeError)
    expect(() => betaLower(0.5, 0, 1)).toThrow(RangeError)
  })
})
