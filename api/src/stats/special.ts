/**
 * The special functions behind every p-value and interval: ln Γ, and the regularised incomplete gamma and beta.
 * Both gamma tails are computed directly, because a p-value of 1e-40 does not survive "1 − something".
 *
 * Arguments outside the stated domain throw a RangeError; a result is never NaN.
 * Formulas: Abramowitz & Stegun, Handbook of Mathematical Functions, chapters 6 and 26; continued fractions
 * evaluated by Lentz's method.
 */

const CLOSE_ENOUGH = 2 * Number.EPSILON
const MAX_TERMS = 100_000
// Keeps Lentz's method from dividing by an exact zero; far below anything a term can reach.
const TINY = 1e-300

// B₂ₖ / (2k (2k − 1)), A&S 6.1.40. At x ≥ 12 the first term left out is below 1e-17.
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156]

/** The natural logarithm of Γ(x), for x > 0, to about 1e-14. A&S 6.1.40, after shifting x up by Γ(x + 1) = x Γ(x). */
export function lnGamma(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`lnGamma needs x > 0, got ${x}`)
  let shift = 1
  let large = x
  for (; large < 12; large += 1) shift *= large
  let series = 0
  let power = 1 / large
  for (const coefficient of STIRLING) {
    series += coefficient * power
    power /= large * large
  }
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift)
}

/** P(a, x) = γ(a, x) / Γ(a), the lower tail, for a > 0 and x ≥ 0. */
export function gammaLower(a: number, x: number): number {
  checkGamma(a, x)
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/** Q(a, x) = Γ(a, x) / Γ(a), the upper tail, for a > 0 and x ≥ 0; keeps its relative accuracy far out in the tail. */
export function gammaUpper(a: number, x: number): number {
  checkGamma(a, x)
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

/** I_x(a, b), the regularised incomplete beta, for a, b > 0 and 0 ≤ x ≤ 1. */
export function betaLower(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) {
    throw new RangeError(`betaLower needs a, b > 0 and 0 ≤ x ≤ 1, got a ${a}, b ${b}, x ${x}`)
  }
  if (x === 0 || x === 1) return x
  const lnFront = a * Math.log(x) + b * Math.log1p(-x) - (lnGamma(a) + lnGamma(b) - lnGamma(a + b))
  const front = Math.exp(lnFront)
  // The fraction converges fast on its own side of the mean only; the other side is its mirror image.
  return x < (a + 1) / (a + b + 2)
    ? (front / a) * betaFraction(x, a, b)
    : 1 - (front / b) * betaFraction(1 - x, b, a)
}

function checkGamma(a: number, x: number): void {
  if (!(a > 0 && a < Infinity && x >= 0 && x < Infinity)) {
    throw new RangeError(`The incomplete gamma needs a > 0 and x ≥ 0, got a ${a}, x ${x}`)
  }
}

/** A&S 6.5.29: P(a, x) = xᵃ e⁻ˣ / Γ(a + 1) · Σ xⁿ / ((a + 1) … (a + n)). */
function gammaSeries(a: number, x: number): number {
  if (x === 0) return 0
  let term = 1
  let sum = 1
  for (let n = 1; n < MAX_TERMS && term > sum * CLOSE_ENOUGH; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - lnGamma(a + 1))
}

/** A&S 6.5.31, contracted to its even part: Q(a, x) = xᵃ e⁻ˣ / Γ(a) · 1 / (x + 1 − a − 1(1 − a) / (x + 3 − a − …)). */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / awayFromZero(numerator * d + b)
    c = awayFromZero(b + numerator / c)
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) < CLOSE_ENOUGH) break
  }
  return fraction * Math.exp(a * Math.log(x) - x - lnGamma(a))
}

/** A&S 26.5.8, the continued fraction of the incomplete beta. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) < CLOSE_ENOUGH) break
  }
  return fraction
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
