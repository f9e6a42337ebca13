/**
 * Signals that describe an element, each able to fail alone. Written by `describe`, read by `locate` in
 * `sdk/src/targets`; a signal that is missing was not there, or looked generated and was left out.
 */
export interface Fingerprint {
  readonly tag: string
  /** Something to press, fill in, choose, or read: outlives a tag that was swapped. */
  readonly kind: string
  /** From the page's body down: `div2>ul>li3`; `>>` enters a shadow root or a frame. Index counts equal tags. */
  readonly path: string
  /** Left, top, width, height in px of its page, then the page's width. */
  readonly box: readonly [number, number, number, number, number]
  /** The host's own mark: `data-guia`, `data-testid` and the like. */
  readonly key?: string
  readonly id?: string
  /** What it is called: accessible name first, then what else it says. */
  readonly says?: readonly string[]
  readonly href?: string
  /** `name`, `type` and stable `data-*`, as `key=value`. */
  readonly attrs?: readonly string[]
  readonly cls?: string
  readonly icon?: string
  /** Words just before it, and just after it. */
  readonly near?: readonly [string, string]
  /** Words only its own row has: among equals ("the third Editar") they must be found again. */
  readonly row?: string
  /** The heading it stands under. */
  readonly sect?: string
  /** Stable id or key of the nearest ancestor that has one. */
  readonly within?: string
}
