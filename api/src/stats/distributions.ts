/**
 * The three distributions that reports read p-values and interval widths from: χ², normal and Student's t.
 * Arguments outside a distribution's domain throw a RangeError; a result is never NaN.
 */
import { betaLower, gammaLower, gammaUpper, lnGamma } from './special'

/** P(χ² > x) with `df` degrees of freedom: the p-value of a χ² test, accurate far out in the tail. A&S 26.4.19. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2)
}

/** P(χ² ≤ x) with `df` degrees of freedom, accurate near zero. */
export function chiSquareLowerTail(x: number, df: number): number {
  return gammaLower(df / 2, x / 2)
}

/** P(Z > z) for a standard normal, by erfc(y) = Q(½, y²) (A&S 6.5.17). */
export function normalUpperTail(z: number): number {
  const half = (z * z) / 2
  return z >= 0 ? gammaUpper(0.5, half) / 2 : (1 + gammaLower(0.5, half)) / 2
}

/**
 * The z below which a standard normal falls with probability `p`, 0 < p < 1.
 * A&S 26.2.23 gives three digits; each of Halley's steps then triples them.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  checkProbability(p)
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 3; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const excess = (normalUpperTail(z) - tail) / density
    z += excess / (1 + (z * excess) / 2)
  }
  return p < 0.5 ? -z : z
}

/** P(|T| > |t|) for Student's t with `df` > 0 degrees of freedom (whole or not). A&S 26.7.1. */
export function studentTwoSided(t: number, df: number): number {
  return betaLower(df / (df + t * t), df / 2, 0.5)
}

/**
 * The t below which Student's t with `df` > 0 degrees of freedom (whole or not) falls with probability `p`, 0 < p < 1.
 *
 * Newton's method from the normal quantile: that lies nearer to zero, and on this side of the root the tail is convex,
 * so every step moves outwards without overshooting.
 */
export function studentQuantile(p: number, df: number): number {
  checkProbability(p)
  const tail = Math.min(p, 1 - p)
  if (tail === 0.5) return 0
  const lnScale = lnGamma((df + 1) / 2) - lnGamma(df / 2) - 0.5 * Math.log(df * Math.PI)
  let t = Math.abs(normalQuantile(tail))
  for (let step = 0; step < 2_000; step += 1) {
    const density = Math.exp(lnScale - ((df + 1) / 2) * Math.log1p((t * t) / df))
    const move = (studentTwoSided(t, df) / 2 - tail) / density
    t += move
    if (Math.abs(move) <= 1e-15 * t) break
  }
  return p < 0.5 ? -t : t
}

function checkProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability between 0 and 1 is needed, got ${p}`)
}
