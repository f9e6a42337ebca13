/** How sure `locate` must be to answer at all. */
export const SURE = 0.45

// A conditional logit over all candidates and "none of them", fitted on pages at two ages with the element there and
// taken away, held to sites left out of the fit. Set by hand, for want of cases: the host's own mark (8, -3), another
// number in the same words (-6), another name in the very same place (-7), and a row whose words are gone (-8): among
// twins no row means no answer.
/** In the order of `evidence`, in nats. */
export const EVIDENCE = [
  1.2, 2.6, 2.0, -3.8, -6.0, -2.4, 2.7, -4.5, 8.0, -3.0, 2.6, -1.1, 1.3, -2.3, -1.4, -2.3, 1.9, -0.9, -1.7,
  -1.7, 2.5, -0.4, -1.8, -1.9, -0.7, 0.8, 1.0, -8.0, 1.7, 2.6, -0.6, 2.7, -7.0, 0.7, 1.2, 2.6, 1.1, 2.2, 0.7,
  2.1, 0.7,
]

/** In the order of `absence`. */
export const ABSENCE = [9.45, 0.51, -0.21, 0.35, 0.56, 0.27, 0.42, 0.37]
