import type { matches as Real } from '#contract/matches'

let real: typeof Real | undefined

/** The evaluator of traits and properties comes with the stage; see `startScreen`, which waits for it. */
export const provide = (evaluator: typeof Real) => {
  real = evaluator
}

/** Stands in for `#contract/matches` in the built core, because few page loads have a rule that needs it. */
export const matches: typeof Real = (values, match) => (real ? real(values, match) : false)
