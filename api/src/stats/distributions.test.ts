// Reference values: R 4.2.2, pchisq, qnorm, pnorm, qt and pt, printed with 16 digits.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareLowerTail,
  chiSquareUpperTail,
  normalQuantile,
  normalUpperTail,
  studentQuantile,
  studentTwoSided,
} from './distributions'

/** The error as a share of the truth, so that 1e-43 is held as strictly as 0.5. */
function relativeError(got: number, truth: number): number {
  return Math.abs(got / truth - 1)
}

describe('χ²', () => {
  test.each([
    [200, 3, 4.218541107192042e-43],
    [60, 1, 9.485737571073849e-15],
    [10.3267, 1, 1.311194325581382e-3],
    [25.4037, 3, 1.27124615075528e-5],
    [0.001, 1, 0.9747728793699604],
    [1e-8, 5, 1],
    [0.5, 2, 0.7788007830714049],
    [1, 1, 0.3173105078629141],
    [3, 4, 0.5578254003710746],
    [50, 50, 0.4733984685563494],
    [1200, 1000, 1.225594233062291e-5],
    [700, 1, 2.99022697512462e-154],
  ])('above %f with %i degrees of freedom lies %d', (x, df, truth) => {
    expect(relativeError(chiSquareUpperTail(x, df), truth)).toBeLessThan(1e-11)
  })

  test.each([
    [1e-6, 3, 2.6596144047918e-10],
    [0.02, 10, 8.2641856418065e-13],
  ])('below %f with %i degrees of freedom lies %d', (x, df, truth) => {
    expect(relativeError(chiSquareLowerTail(x, df), truth)).toBeLessThan(1e-11)
  })
})

describe('the normal', () => {
  test.each([
    [0.975, 1.9599639845400536],
    [0.995, 2.5758293035489],
    [0.95, 1.6448536269514715],
    [0.75, 0.6744897501960817],
    [0.84134474606854293, 1],
    [0.999999999, 5.997807019601638],
    [0.025, -1.9599639845400538],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('falls below its quantile with probability %d', (p, truth) => {
    expect(relativeError(normalQuantile(p), truth)).toBeLessThan(1e-14)
  })

  test('has its middle at zero', () => {
    expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-16)
  })

  test.each([
    [1, 0.158655253931457],
    [1.96, 0.02499789514822043],
    [5, 2.866515718791939e-7],
    [10, 7.619853024160527e-24],
    [37, 5.725571222524577e-300],
    [-1, 0.8413447460685429],
    [0, 0.5],
  ])('lies above %f with probability %d', (z, truth) => {
    expect(relativeError(normalUpperTail(z), truth)).toBeLessThan(1e-12)
  })

  test('quantile and tail undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (p) => {
        expect(relativeError(normalUpperTail(-normalQuantile(p)), p)).toBeLessThan(1e-12)
      }),
    )
  })

  test('has no quantile at 0, at 1 or outside', () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})

describe("Student's t", () => {
  test.each([
    [0.975, 12.3, 2.1729334817589625],
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.995, 5, 4.032142983555229],
    [0.9999, 3, 22.203742273205002],
    [0.975, 1e6, 1.9599663568141066],
    [0.6, 30, 0.2556053649519128],
    [0.025, 12.3, -2.172933481758963],
  ])('falls below its quantile with probability %f at %f degrees of freedom', (p, df, truth) => {
    expect(relativeError(studentQuantile(p, df), truth)).toBeLessThan(1e-9)
  })

  test.each([
    [1.86081347, 17.77647352, 0.07939413981186232],
    [2, 1, 0.2951672353008664],
    [2, 5, 0.1019394788298583],
    [40, 10, 2.280857743085747e-12],
    [0.001, 3, 0.9992648949694609],
    [100, 200, 9.95684359045374e-173],
  ])('lies beyond ±%f at %f degrees of freedom with probability %d', (t, df, truth) => {
    expect(relativeError(studentTwoSided(t, df), truth)).toBeLessThan(1e-11)
  })

  test('has its middle at zero', () => {
    expect(studentQuantile(0.5, 7)).toBe(0)
  })
})
