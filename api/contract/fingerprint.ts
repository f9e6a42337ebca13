/** Signals that describe an element; written by `describe`, read by `locate` in `sdk/src/targets`. */
export type Fingerprint = { readonly [signal: string]: unknown }
