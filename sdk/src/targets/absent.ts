import type { Hints } from '#contract/sight'
import { find, matches, type Wanted } from './find'
import { locate } from './locate'
import { isVisible, outer } from './page'
import { SURE } from './weights'

/** From this confidence on, a candidate is alike enough to have been meant. */
const ALIKE = 0.1

/** What shows its parts only when a person opens it. */
const FOLDS =
  'dialog,select,menu,[popover],[role=menu],[role=listbox],[role=dialog],[role=tabpanel],[aria-expanded=false]+*'

const anyone = () => true

/**
 * Why `find` has no answer now; undefined when it has one after all. Reads only and tells nothing of the page but
 * counts. As dear as `locate` twice: asked once per step that waited in vain.
 */
export function whyMissing(target: Wanted, root: ParentNode = document): Hints | undefined {
  if (find(target, root)) return
  const { selector, fingerprint } = target
  const matched = selector ? matches(selector, root, anyone) : []
  const shown = matched.filter(isVisible)
  const best = fingerprint ? locate(fingerprint, root, 0) : null
  const alike = (best?.candidates || []).filter(({ confidence }) => confidence >= ALIKE)
  const confidence = hundredths(best ? best.confidence : 0)
  const n = Math.max(shown.length, alike.length)
  if (n > 1) return { because: 'several', confidence, n }
  const unseen = fingerprint ? locate(fingerprint, root, SURE, anyone) : null
  const element = matched[0] ?? unseen?.element
  if (element && !isVisible(element))
    return {
      because: isFolded(element) ? 'closed' : 'hidden',
      confidence: hundredths(unseen?.confidence ?? 1),
      n: 1,
    }
  return { because: n ? 'weak' : 'absent', confidence, n }
}

export const hundredths = (share: number) => Math.round(share * 100) / 100

function isFolded(element: Element): boolean {
  for (let e: Element | null = element; e; e = outer(e)) {
    if (isVisible(e)) return e.matches('details:not([open])')
    const { id } = e
    const page = e.getRootNode() as ParentNode
    if (e.matches(FOLDS)) return true
    if (id && page.querySelector(`[aria-expanded=false][aria-controls~="${CSS.escape(id)}"]`)) return true
  }
  return false
}
