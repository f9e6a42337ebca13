/**
 * Signals that describe an element, each able to fail alone. Written by `describe`, read by `locate` in
 * `sdk/src/targets`; a signal that is missing was not there, or looked generated and was left out.
 */
export interface Fingerprint {
  readonly tag: string
  /** Something to press, fill in, choose, or read: outlives a tag that was swapped. */
  readonly kind: string
  /** From the page's body down: `div:2>ul>li:3`; an empty step enters a shadow root or a frame. */
  readonly path: string
  /** Left, top, width, height in px from its page's corner, then the page's width and height. */
  readonly box: readonly [number, number, number, number, number, number]
  /** The host's own mark: `data-guia`, `data-testid` and the like. */
  readonly key?: string
  readonly id?: string
  /** What it is called: accessible name first, then what else it says. */
  readonly says?: readonly string[]
  readonly href?: string
  /** `name`, `type` and `data-*` whose values a person chose, as `key=value`. */
  readonly attrs?: readonly string[]
  readonly cls?: string
  /** The family of its picture and what it shows: `fa:printer`. */
  readonly icon?: string
  /** The words that follow it. */
  readonly near?: string
  /** How many others on the page look the same. */
  readonly twins?: number
  /** Words only its own row has: among equals ("the third Editar") they must be found again. */
  readonly row?: string
  /** What the likeliest others were called: who it is not. */
  readonly rivals?: readonly string[]
  /** How much spoke for the likeliest other. */
  readonly rival?: number
}
