import { createHash } from 'node:crypto'

/** One text for one value: keys sorted, nothing undefined, no spaces. Two equal drafts are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** SHA-256 of the canonical text, in hexadecimal: the address under which a till keeps a content for ever. */
export const hashOf = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex')
