// A pivot this small beside its own starting value is rounding, not variance.
const SINGULAR = 1e-10

export interface QuadraticForm {
  readonly value: number
  readonly rank: number
}

/**
 * uᵀ V⁻ u and the rank of V, for a variance matrix V and a vector u in its column space: the χ² of a test statistic u
 * and its degrees of freedom. V may be singular (the groups of a log-rank test always sum to zero); the form is the
 * same for every generalised inverse.
 *
 * Symmetric Gaussian elimination, taking the largest diagonal left until only rounding is left.
 */
export function quadraticForm(
  vector: readonly number[],
  matrix: readonly (readonly number[])[],
): QuadraticForm {
  const u = Float64Array.from(vector)
  const v = matrix.map((row) => Float64Array.from(row))
  const variance = (i: number) => v[i]![i]!
  const floor = v.map((_, i) => SINGULAR * variance(i))

  let left = v.map((_, i) => i)
  let value = 0
  let rank = 0
  for (;;) {
    left = left.filter((i) => variance(i) > floor[i]!)
    if (left.length === 0) return { value, rank }
    const pivot = left.reduce((best, i) => (variance(i) > variance(best) ? i : best))
    left = left.filter((i) => i !== pivot)
    const row = v[pivot]!
    value += u[pivot]! ** 2 / row[pivot]!
    rank += 1
    for (const i of left) {
      const factor = v[i]![pivot]! / row[pivot]!
      u[i]! -= factor * u[pivot]!
      for (const j of left) v[i]![j]! -= factor * row[j]!
    }
  }
}
