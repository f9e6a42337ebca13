import type { TourDraft } from './draft/draft'

/** Words that the server does not have yet, and the state they are based on: they outlive the page, in this tab. */
export interface Kept {
  revision: number
  base: TourDraft
  draft: TourDraft
}

const key = (experience: string) => `trilha.editor.words.${experience}`

export function keepWords(experience: string, kept: Kept | undefined) {
  try {
    if (kept) sessionStorage.setItem(key(experience), JSON.stringify(kept))
    else sessionStorage.removeItem(key(experience))
  } catch {
    // Full or closed storage: the page's own copy is still there.
  }
}

export function keptWords(experience: string): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key(experience)) ?? 'null') as Kept | null) ?? undefined
  } catch {
    return undefined
  }
}
