// What a host's own tests see of `trilha/check`. Imports nothing, so that no setting of theirs has to read our sources.

/** The part of a Playwright page that is needed: any version of it will do, and nothing is imported. */
export interface CheckedPage {
  evaluate(script: string): Promise<unknown>
}

export interface CheckOptions {
  /** Origin of the API: `https://trilha.example`. */
  api: string
  /** The environment's public key. */
  key: string
  /** Only these tours, by id; all that are published unless told. */
  tours?: string[]
  /** How long a late element is waited for, in milliseconds. 5000 unless told. */
  waitMs?: number
}

/** What the pages that were looked at have of one step's element. */
export interface Verdict {
  /** Id of the tour. */
  experience: string
  /** The version of the tour that is published. */
  version: number
  /** Id of the step, and its number in the tour, from 1. */
  step: string
  place: number
  /** What the tour's author calls the element. */
  label: string
  /** The page that the step belongs to: `/venda`, `/produtos/*`. Absent: any. */
  path?: string
  /** `unchecked`: no page was opened to which the step belongs. */
  is: 'found' | 'missing' | 'unchecked'
  /** From 0 to 1: that it is this element; of a missing one, of the likeliest. */
  confidence?: number
  /**
   * Why it is missing: nothing alike · several alike and none preferred · one, a little · there but not shown · in a
   * closed list, menu or dialog · it could not be told.
   */
  because?: 'absent' | 'several' | 'weak' | 'hidden' | 'closed' | 'unknown'
  /** How many were alike enough to be meant. */
  n?: number
  /** The page of which this is said. */
  at?: string
}

export interface Check {
  /** Looks at the page as it is now. Resolves once each element was found or waited for. */
  look(page: CheckedPage): Promise<void>
  /** Of all pages looked at so far, one per step. */
  verdicts(): Verdict[]
}

/**
 * Fetches what published tours point at, to look for it on pages of yours: in a test of your own, before your customers
 * do. Rejects with a sentence that says what to correct.
 * @example
 * const check = await checkTargets({ api: 'https://trilha.example', key: 'pk_live_1' })
 * await page.goto('/venda')
 * await check.look(page)
 * expect(check.verdicts().filter(({ is }) => is === 'missing')).toEqual([])
 */
export declare function checkTargets(options: CheckOptions): Promise<Check>
