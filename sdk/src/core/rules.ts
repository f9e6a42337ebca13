import type * as Rules from '#contract/resolve'

let rules: Pick<typeof Rules, 'matches' | 'resolve'> | undefined

/** What answers rules comes when one is to be asked; see `isAnswerable`, without which none is. */
export const provide = (real: typeof rules) => {
  rules = real
}

export const canResolve = () => !!rules

// Stand in for `#contract/resolve` in the built core, because most page loads have no rule left to ask: the server
// has resolved what it could.

export const matches: typeof Rules.matches = (values, match) => !!rules?.matches(values, match)

/** Unanswered it stays open, which counts as not met. */
export const resolve: typeof Rules.resolve = (condition, facts) =>
  rules ? rules.resolve(condition, facts) : condition
