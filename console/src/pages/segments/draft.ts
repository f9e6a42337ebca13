import type { SegmentInput } from '#contract/segment'

/** What is being written about a segment, kept in this tab so that a reload or a lost session takes nothing. */
interface Kept {
  /** `updatedAt` of the segment it was based on; 0 for a new one. */
  base: number
  input: SegmentInput
}

const keyOf = (id: string) => `trilha.segment.${id}`

export function keepDraft(id: string, kept: Kept) {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(kept))
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export function keptDraft(id: string): Kept | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(id))
    return kept === null ? undefined : (JSON.parse(kept) as Kept)
  } catch {
    return undefined
  }
}

export function dropDraft(id: string) {
  try {
    sessionStorage.removeItem(keyOf(id))
  } catch {
    // Nothing was kept.
  }
}
