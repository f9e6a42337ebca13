/** Change due, or `null` while the money on the counter is not enough. */
export const changeCents = (totalCents: number, receivedCents: number) =>
  receivedCents < totalCents ? null : receivedCents - totalCents

// What people hand over: the next 5, 10, 20, 50, 100 or 200 above the total.
const NOTES_CENTS = [500, 1000, 2000, 5000, 10_000, 20_000]

/** Three likely amounts above the total, ascending: 89,06 → 90, 100, 150. */
export function likelyCents(totalCents: number): number[] {
  const amounts = NOTES_CENTS.map((note) => Math.ceil((totalCents + 1) / note) * note)
  return [...new Set(amounts)].sort((a, b) => a - b).slice(0, 3)
}
