/** Maps a value to a place, linearly. */
export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number) =>
    to === from ? start : start + ((value - from) / (to - from)) * (end - start)

/** A round step of 1, 2 or 5 times a power of ten that gives about `count` steps up to `max`. */
export function niceStep(max: number, count: number): number {
  if (max <= 0) return 1
  const rough = max / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999)!
  return factor * power
}

/** Ticks from 0 through the first one at or past `max`. */
export function ticks(max: number, count = 5): number[] {
  const step = niceStep(max, count)
  const last = Math.ceil((max - step * 1e-9) / step)
  return Array.from({ length: last + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/** Moves labels apart so that neighbours are at least `gap` away, within the bounds; order is kept. */
export function spread(places: readonly number[], gap: number, min: number, max: number): number[] {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place)
  for (const [n, one] of order.entries()) one.place = Math.max(one.place, n ? order[n - 1]!.place + gap : min)
  let limit = max
  for (const one of [...order].reverse()) {
    one.place = Math.min(one.place, limit)
    limit = one.place - gap
  }
  const moved: number[] = []
  for (const { place, i } of order) moved[i] = place
  return moved
}
