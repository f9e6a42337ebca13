/** How sure `locate` must be to answer at all. */
export const SURE = 0.6

/** In the order of `evidence`, in nats; fitted, not chosen. */
export const EVIDENCE = [
  1.6, 2.4, 0.4, -2.4, 0, -2.4, 2, 3.4, -1.5, -0.5, 4.2, -0.5, -0.3, 0, 0, 0, -3, 0, -1.8, 0.2, -1, 0, 1, 0,
  -0.1, 0, -1.8, 0, 0, 0, 0, 0, 0.5, -2.2, 2, 0, 0, 1.5, 2, 1.3, 1.3, 2.3,
]

/** In the order of `absence`. */
export const ABSENCE = [6, 1.8, 2.4, 0.8, 0.2]
