/**
 * Why a step's element was not found: nothing on the page is like it · several are and none is preferred · one is, a
 * little · it is there but not shown · it lies in a list, menu or dialog that is closed · it could not be told.
 */
export const missingReasons = ['absent', 'several', 'weak', 'hidden', 'closed', 'unknown'] as const
export type MissingReason = (typeof missingReasons)[number]

/** What a till tells of an element it did not find. Words and numbers of ours only: nothing that stands on the page. */
export interface Hints {
  because: MissingReason
  /** Of the likeliest, 0 to 1. */
  confidence?: number
  /** How many were alike enough to be meant. */
  n?: number
}

/**
 * Where, as a till says it. Ours says what the step's author wrote (`/clientes/*`); of any other word for it goes what
 * may name a person, a sale or a document: parts with digits, signs, capitals or great length.
 */
export const maskPath = (path: string) =>
  path
    .split('/')
    .map((part) => (/^[a-z_-]{0,30}$/.test(part) ? part : '*'))
    .join('/')
    .slice(0, 120)
