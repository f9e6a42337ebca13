/** Of the first and the last name. A letter may be two units of a string, as an emoji is. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = ''] = words[0]!
  const [last = ''] = words.length > 1 ? words.at(-1)! : ''
  return (first + last).toUpperCase()
}
