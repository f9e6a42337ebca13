/** Collapses blanks and case, so that a restyled label stays the same label. */
export const plain = (text: string | null | undefined) =>
  (text || '').replace(/\s+/g, ' ').trim().toLowerCase()

export const words = (text: string) => text.split(BREAKS).filter(Boolean)

/** Written as text: as a literal, a browser older than these classes would refuse the whole script for it. */
const BREAKS = breaks('[\\s\\p{P}\\p{S}]+')

function breaks(newer: string): RegExp {
  try {
    return new RegExp(newer, 'u')
  } catch {
    return /[\s!-/:-@[-`{-~\u00a1-\u00bf\u2010-\u205e]+/
  }
}

const pairs = (text: string) => {
  const count = new Map<string, number>()
  for (let i = 0; i < text.length - 1; i++) {
    const pair = text.slice(i, i + 2)
    count.set(pair, (count.get(pair) || 0) + 1)
  }
  return count
}

/** How much two texts share, 0 to 1, by pairs of letters: survives a typo, an added word, a plural. */
export function alike(a: string, b: string): number {
  if (a === b) return a ? 1 : 0
  if (a.length < 2 || b.length < 2) return 0
  const left = pairs(a)
  let shared = 0
  for (const [pair, n] of pairs(b)) shared += Math.min(n, left.get(pair) || 0)
  return (2 * shared) / (a.length + b.length - 2)
}

/** A label without punctuation and counts: "Pedidos (3) …" is "pedidos". What has no letters at all stays as it is. */
export const canon = (text: string) => words(text.replace(/\(\d+\)/g, '')).join(' ') || text

/** How many words the shorter text shares with the longer one, 0 to 1: "ajuda" is in "ajuda e suporte". */
export function within(a: string, b: string): number {
  const [few, many] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  return few.some((word) => word.length > 2)
    ? few.filter((word) => many.includes(word)).length / few.length
    : 0
}

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
    .split(/[-_:./[\]]+/)
    .every(
      (part) =>
        /^(\d{0,2}|[A-Z]*[a-z]+([A-Z]+[a-z]+)*\d?|[A-Z]+)$/.test(part) &&
        !/[bcdfghjklmnpqrstvwxz]{6}/i.test(part) &&
        !/([A-Z][a-z]){3}/.test(part),
    )
