import type { Target } from '#contract/target'
import { flat } from '../core/flat'
import { type Found, locate } from './locate'
import { rootsIn } from './page'
import { isVisible, seenIn } from './visible'

/** A target without the name its author gave it. */
export type Wanted = Pick<Target, 'selector' | 'fingerprint'>

/**
 * What a typed selector matches on the screen. Shadow roots and frames are looked into only when the page itself has
 * no match: walking all of it costs more than the rest of a step.
 */
export function matches(selector: string, root: ParentNode, counts = isVisible): Element[] {
  const here = seenIn(root, selector, counts)
  return here.length ? here : flat(rootsIn(root).map((part) => seenIn(part, selector, counts)))
}

/**
 * A target's element on the screen, or `null`. A typed selector that matches one visible element is taken at its
 * word; where it matches none or several the fingerprint decides, and among several it must choose one of them.
 */
export function find({ selector, fingerprint }: Wanted, root: ParentNode = document): Found | null {
  const matched = selector ? matches(selector, root) : []
  if (matched.length === 1) return { element: matched[0]!, confidence: 1 }
  const found = fingerprint ? locate(fingerprint, root) : null
  if (!found || !isVisible(found.element)) return null
  return matched.length && !matched.includes(found.element) ? null : found
}

/** Whether a target is on the screen now: what a rule about an element asks. */
export const has = (target: Wanted): boolean => !!find(target)
