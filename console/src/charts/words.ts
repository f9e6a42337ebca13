import { number, days as wholeDays } from '../format'
import { texts } from '../locales'

/** Days as a person says them: minutes and hours below a day, "1,7 dia" above. */
export function shortDays(value: number): string {
  const { report } = texts()
  if (value * 24 < 1) return report.minutes(number(Math.round(value * 24 * 60)))
  if (value < 1) return report.hours(number(value * 24, value * 24 < 10 ? 1 : 0))
  return wholeDays(value)
}

/** "p < 0,0001", "p = 0,042". */
export const pValue = (p: number) =>
  p < 0.0001 ? `p < ${number(0.0001, 4)}` : `p = ${number(p, p < 0.01 ? 4 : 3)}`
