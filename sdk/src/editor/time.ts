/** `10:42`, by the clock on the wall. */
export const timeOf = (at: number) => {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
}
