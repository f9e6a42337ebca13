import type { ContentDraft } from '../../../sdk/src/editor/draft/draft'

// The last net: words that the server does not have yet outlive a closed tab, in this browser.

interface Unsaved {
  /** The revision that the words are based on. */
  revision: number
  draft: ContentDraft
}

const key = (id: string) => `trilha.unsaved.${id}`

export function keepUnsaved(id: string, unsaved: Unsaved) {
  try {
    localStorage.setItem(key(id), JSON.stringify(unsaved))
  } catch {
    // Full or closed storage: the page's own copy is still there, and its warning on closing.
  }
}

export function forgetUnsaved(id: string) {
  try {
    localStorage.removeItem(key(id))
  } catch {
    // Nothing was kept there either.
  }
}

/** Words kept for exactly this revision of the server; others are out of date and dropped. */
export function findUnsaved(id: string, revision: number): ContentDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as Unsaved | null
    if (kept?.revision === revision) return kept.draft
    forgetUnsaved(id)
  } catch {
    forgetUnsaved(id)
  }
  return undefined
}
