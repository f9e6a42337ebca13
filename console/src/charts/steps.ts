import type { CurvePoint } from '#contract/report'

/** Which share a survival curve is read as: those who got there already, or those who are still to. */
export type Reading = 'reached' | 'waiting'

export const shareOf = (reading: Reading, s: number) => (reading === 'reached' ? 1 - s : s)

type Place = (value: number) => number

/** The curve as it is: level until an event, then straight to the new value. `until` ends the last level. */
export function stepPath(
  curve: readonly CurvePoint[],
  reading: Reading,
  x: Place,
  y: Place,
  until: number,
): string {
  const start = y(shareOf(reading, 1))
  let path = `M${round(x(0))} ${round(start)}`
  for (const { days, s } of curve)
    if (days <= until) path += `H${round(x(days))}V${round(y(shareOf(reading, s)))}`
  return `${path}H${round(x(until))}`
}

/** The band between the interval's bounds, in the same steps; where a bound is unknown it ends. */
export function bandPath(
  curve: readonly CurvePoint[],
  reading: Reading,
  x: Place,
  y: Place,
  until: number,
): string {
  const known = curve.filter(({ low, high, days }) => low !== null && high !== null && days <= until)
  if (!known.length) return ''
  const unknownFrom = curve.find(({ low, days }) => low === null && days > known.at(-1)!.days)?.days
  const end = Math.min(until, unknownFrom ?? until)
  const edge = (bound: 'low' | 'high') => {
    let before = 1
    const corners: string[] = []
    for (const point of known) {
      corners.push(`${round(x(point.days))} ${round(y(shareOf(reading, before)))}`)
      before = point[bound]!
      corners.push(`${round(x(point.days))} ${round(y(shareOf(reading, before)))}`)
    }
    corners.push(`${round(x(end))} ${round(y(shareOf(reading, before)))}`)
    return corners
  }
  return `M${edge('high').join('L')}L${edge('low').reverse().join('L')}Z`
}

/** Share without the event at a moment; 1 before the first. */
export const survivalAt = (curve: readonly CurvePoint[], days: number) =>
  curve.reduce((s, point) => (point.days <= days ? point.s : s), 1)

const round = (value: number) => Math.round(value * 100) / 100
