// Her click on "edit on screen" lets that application's page have this draft, in this tab and for a shift: reloading
// the application must not ask her again, and a page of somebody else's making must.

interface Consent {
  experience: string
  origin: string
  until: number
}

const KEY = 'trilha.authoring'
const SHIFT_MS = 12 * 60 * 60_000

export function giveConsent(experience: string, origin: string) {
  const consent: Consent = { experience, origin, until: Date.now() + SHIFT_MS }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(consent))
  } catch {
    // Without storage she is asked on the next page.
  }
}

export function hasConsent(experience: string, origin: string): boolean {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Consent | null
    return kept?.experience === experience && kept.origin === origin && kept.until > Date.now()
  } catch {
    return false
  }
}
