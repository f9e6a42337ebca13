import type { counted as Real } from '#contract/counted'

/** Stands in for `#contract/counted` in what tills load: they are told no counts, so the rule stays open. */
export const counted: typeof Real = () => undefined
