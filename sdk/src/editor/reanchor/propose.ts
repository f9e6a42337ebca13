import type { Target } from '#contract/target'
import { type Found, find, isVisible, locate } from '../../targets'
import { matches } from '../../targets/find'

/** What would read "0 %" is no proposal: she had better point herself. Above it the two pictures let her judge. */
const LEAST = 0.005

/**
 * The likeliest element on this page for a target that tills no longer find, however unsure; undefined when there is
 * nothing to propose. What a selector still matches goes first.
 */
export function propose(target: Target, root: ParentNode = document): Found | undefined {
  const { selector, fingerprint } = target
  const there = find(target, root)
  if (there) return there
  const matched = selector ? matches(selector, root) : []
  const best = fingerprint ? locate(fingerprint, root, LEAST) : null
  if (best && isVisible(best.element) && (!matched.length || matched.includes(best.element))) return best
  return matched[0] && { element: matched[0], confidence: 1 / matched.length }
}
