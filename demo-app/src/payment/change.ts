/** Change due, or `null` while the money on the counter is not enough. */
export const changeCents = (totalCents: number, receivedCents: number) =>
  receivedCents < totalCents ? null : receivedCents - totalCents

// Beyond these nobody rounds: people add a note of fifty.
const ROUND_CENTS = [1000, 2000, 5000]
const SMALL_SALE_CENTS = 2000
// Nobody counts out a round sum for more than this.
const LARGE_SALE_CENTS = 100_000

/** Three likely amounts above the total, ascending: 89,06 → 90, 100, 150. None for a large sale. */
export function likelyCents(totalCents: number): number[] {
  if (totalCents > LARGE_SALE_CENTS) return []
  const steps = totalCents < SMALL_SALE_CENTS ? [500, ...ROUND_CENTS] : ROUND_CENTS
  const amounts = steps.map((step) => Math.ceil((totalCents + 1) / step) * step)
  const top = Math.max(...amounts)
  return [...new Set([...amounts, top + 5000, top + 10_000])].sort((a, b) => a - b).slice(0, 3)
}
