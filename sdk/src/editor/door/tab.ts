/** What this tab remembers of an author at work, so that the application may load anew under her. Never a token. */
export interface Tab {
  experience: string
  /** The step she was at. */
  step?: string
  /** She comes to see the draft run from there, once. */
  test?: true
  /** Only on the way to the console and back. */
  trip?: { verifier: string; state: string; hash: string }
  /** When she was sent to the console lately, epoch ms: one who is sent in circles is stopped. */
  sentAt: number[]
}

/** Also read by the core, which loads the overlay for whoever has it. */
const KEY = 'trilha.editor'

export function readTab(): Tab | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Tab | null) ?? undefined
  } catch {
    return undefined
  }
}

/** False when the browser keeps nothing for this page. */
export function writeTab(tab: Tab | undefined): boolean {
  try {
    if (tab) sessionStorage.setItem(KEY, JSON.stringify(tab))
    else sessionStorage.removeItem(KEY)
    return true
  } catch {
    return false
  }
}
