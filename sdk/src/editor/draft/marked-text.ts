import type { Run } from '#contract/block'

// Authors write emphasis as they do in messages: **strong**, _soft_. A mark without its twin is plain text.

const MARKS = /\*\*(?=\S)([^*]*[^*\s])\*\*|(?<![\p{L}\p{N}])_(?=\S)([^_]*[^_\s])_(?![\p{L}\p{N}])/gu

/** Always at least one run, so that an emptied text stays a text. */
export function toRuns(marked: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const found of marked.matchAll(MARKS)) {
    if (found.index > from) runs.push({ text: marked.slice(from, found.index) })
    runs.push(found[1] !== undefined ? { text: found[1], strong: true } : { text: found[2]!, emphasis: true })
    from = found.index + found[0].length
  }
  if (from < marked.length || !runs.length) runs.push({ text: marked.slice(from) })
  return runs
}

export const toMarked = (runs: Run[]) =>
  runs.map(({ text, strong, emphasis }) => (strong ? `**${text}**` : emphasis ? `_${text}_` : text)).join('')

/** The letters a person reads, without marks. */
export const lettersOf = (marked: string) => toRuns(marked).reduce((sum, { text }) => sum + text.length, 0)

/** Puts the selected words between `**`, or takes the marks away where they stand. */
export function toggleStrong(
  marked: string,
  from: number,
  to: number,
): { text: string; from: number; to: number } {
  const selected = marked.slice(from, to)
  if (marked.slice(from - 2, from) === '**' && marked.slice(to, to + 2) === '**')
    return {
      text: marked.slice(0, from - 2) + selected + marked.slice(to + 2),
      from: from - 2,
      to: to - 2,
    }
  return { text: `${marked.slice(0, from)}**${selected}**${marked.slice(to)}`, from: from + 2, to: to + 2 }
}
