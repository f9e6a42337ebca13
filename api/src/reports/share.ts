import type { Share } from '#contract/report'
import { proportion } from '../stats/proportion'

/** Part of a whole with its 95 % interval; null when there is nobody to count. */
export function share(count: number, of: number): Share | null {
  const answer = proportion({ count, of })
  if (!answer.computable) return null
  return { value: answer.share, ...answer.interval, n: of }
}

/** The middle value; null when there is none. */
export function median(values: number[]): number | null {
  if (!values.length) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
