import type { matches as Real } from '#contract/matches'

let real: typeof Real | undefined

/** The evaluator of traits and properties comes when a rule asks for it; see `startScreen`, which waits. */
export const provide = (evaluator: typeof Real) => {
  real = evaluator
}

export const canMatch = () => !!real

/** Stands in for `#contract/matches` in the built core, because few page loads have a rule that needs it. */
export const matches: typeof Real = (values, match) => (real ? real(values, match) : false)
