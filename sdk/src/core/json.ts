/**
 * JSON as the language defines it, also on a page that gives built-in objects a `toJSON` of its own (as old
 * prototype libraries do). Throws on a cycle.
 */
export function toJson(value: unknown): string {
  const bent = [Array, Object, String, Number]
    .map(({ prototype }) => prototype as { toJSON?: unknown })
    .filter((one) => 'toJSON' in one)
  const theirs = bent.map(({ toJSON }) => toJSON)
  for (const one of bent) delete one.toJSON
  try {
    return JSON.stringify(value)
  } finally {
    bent.forEach((one, i) => {
      one.toJSON = theirs[i]
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

const GIVEN_MAX_CHARS = 16_384

/**
 * What a host gave, as plain data of our own: no getter, cycle, element or promise comes past this door.
 * Undefined where nothing plain can be made of it, or more than a call may bring.
 */
export function plain(value: unknown): unknown {
  try {
    const text = typeof value === 'string' ? value : toJson(value)
    if (text.length <= GIVEN_MAX_CHARS) return typeof value === 'string' ? value : JSON.parse(text)
  } catch {
    // Nor has it any form that could be sent.
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value)

export const byteLength = (text: string) => new TextEncoder().encode(text).length
