/** How sure `locate` must be to answer at all. */
export const SURE = 0.49

// From sdk/bench/locator/fit.ts: a conditional logit over all candidates and "none of them", fitted on pages at two ages
// with the element there and taken away, and tried on sites left out of the fit. Set by hand, for want of cases: the
// host's own mark (8, -3), another number in the same words (-6), another name in the very same place (-7), and a row
// whose words are gone (-8): among twins no row means no answer.
/** In the order of `evidence`, in nats. */
export const EVIDENCE = [
  1.4, 1.8, 1.4, -2.4, -6, -1.3, 0.6, -2.8, 8, -3, 1.4, -1.2, 1.7, -1.4, -0.6, -1.7, 1.3, -0.3, -0.7, -1.3,
  2.5, -0.9, -0.7, -1.7, -0.6, 1.7, -8, 1.8, -0.5, 1.8, -7, 1.1, 0.3, 3, 2, 1.1, 0.7, 1.9, 0.8, 0.7,
]

/** In the order of `absence`. */
export const ABSENCE = [7.22, 0.94, -0.55, 0.45, 0.85, 0.38, 1.22, 0.39]
