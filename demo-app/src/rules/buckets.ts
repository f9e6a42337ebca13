/** What leaves the till about money: how big, never how much. */

const STEPS = [0, 20, 50, 100, 200, 500, 1000]

/** The bucket a value falls into: `0-20`, `20-50` … `1000+` (reais). */
export function valueBucket(cents: number): string {
  const reais = cents / 100
  const at = STEPS.findIndex((step, index) => reais >= step && reais < (STEPS[index + 1] ?? Infinity))
  const upper = STEPS[at + 1]
  return upper === undefined ? `${STEPS.at(-1)}+` : `${STEPS[at]}-${upper}`
}

const DIFFERENCES = [1, 5, 10, 20, 50, 100]

/**
 * A closing's difference rounded away from zero to 1, 5, 10, 20, 50 or 100 reais, signed.
 * 0 means none at all, so "closed without difference" stays exact.
 */
export function differenceBucket(cents: number): number {
  if (cents === 0) return 0
  const reais = Math.abs(cents) / 100
  const size = DIFFERENCES.find((step) => reais <= step) ?? 100
  return Math.sign(cents) * size
}
