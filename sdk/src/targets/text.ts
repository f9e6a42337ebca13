/** Collapses blanks and case, so that a restyled label stays the same label. */
export const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase()

export const words = (text: string) => text.split(/[\s\p{P}\p{S}]+/u).filter(Boolean)

const pairs = (text: string) => {
  const count = new Map<string, number>()
  for (let i = 0; i < text.length - 1; i++) {
    const pair = text.slice(i, i + 2)
    count.set(pair, (count.get(pair) ?? 0) + 1)
  }
  return count
}

/** How much two texts share, 0 to 1, by pairs of letters: survives a typo, an added word, a plural. */
export function alike(a: string, b: string): number {
  if (a === b) return a ? 1 : 0
  if (a.length < 2 || b.length < 2) return 0
  const left = pairs(a)
  let shared = 0
  for (const [pair, n] of pairs(b)) shared += Math.min(n, left.get(pair) ?? 0)
  return (2 * shared) / (a.length + b.length - 2)
}

/** Counts and amounts change by the hour: "Pedidos (3)" is "Pedidos (12)". */
export const timeless = (text: string) => text.replace(/\(\d+\)|\d+/g, '').trim()

/** The share of `wanted` found in `text`. */
export function held(wanted: readonly string[], text: string): number {
  if (!wanted.length) return 0
  const there = new Set(words(text))
  return wanted.filter((word) => there.has(word)).length / wanted.length
}

/**
 * Whether an id or a class looks chosen by a person: each part a word or a small number,
 * which `css-1x9k2p`, `:r3:` or `ember412` is not.
 */
export const chosen = (token: string) =>
  token.length < 41 &&
  /[a-z]{2}/i.test(token) &&
  token
    .split(/[-_:./]+/)
    .every(
      (part) =>
        /^(\d{0,2}|[A-Z]*[a-z]+([A-Z]+[a-z]+)*\d?|[A-Z]+)$/.test(part) &&
        !/[bcdfghjklmnpqrstvwxz]{6}/i.test(part),
    )
