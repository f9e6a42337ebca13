/**
 * JSON as the language defines it, also on a page that gives built-in objects a `toJSON` of its own (as old
 * prototype libraries do). Throws on a cycle.
 */
export function toJson(value: unknown): string {
  const bent: Array<() => void> = []
  for (const { prototype } of [Array, Object, String, Number, Boolean] as Array<{ prototype: object }>) {
    const theirs = Object.getOwnPropertyDescriptor(prototype, 'toJSON')
    if (theirs?.configurable && Reflect.deleteProperty(prototype, 'toJSON'))
      bent.push(() => Object.defineProperty(prototype, 'toJSON', theirs))
  }
  try {
    return JSON.stringify(value)
  } finally {
    for (const restore of bent) restore()
  }
}

/** The object a text holds, or undefined: a list, a word, `null` or a web page is not an answer. */
export function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const byteLength = (text: string) => new TextEncoder().encode(text).length
