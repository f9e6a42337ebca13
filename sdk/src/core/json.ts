/**
 * JSON as the language defines it, also on a page that gives built-in objects a `toJSON` of its own (as old
 * prototype libraries do). Throws on a cycle.
 */
export function toJson(value: unknown): string {
  const bent = [Array, Object, String, Number].filter(({ prototype }) => 'toJSON' in prototype)
  const prototypes = bent.map(({ prototype }) => prototype as { toJSON?: unknown })
  const theirs = prototypes.map(({ toJSON }) => toJSON)
  for (const prototype of prototypes) delete prototype.toJSON
  try {
    return JSON.stringify(value)
  } finally {
    prototypes.forEach((prototype, i) => {
      prototype.toJSON = theirs[i]
    })
  }
}

/** The object a text holds, or undefined: a list, a word, `null` or a web page is not an answer. */
export function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    // Not JSON at all.
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value)

export const byteLength = (text: string) => new TextEncoder().encode(text).length
