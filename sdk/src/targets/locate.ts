import type { Fingerprint } from '#contract/fingerprint'
import { absence, evidence, type Scene, wordsOf } from './evidence'
import { everything, follow, isVisible } from './page'
import {
  attrsOf,
  classesOf,
  hrefOf,
  iconOf,
  idOf,
  keyOf,
  kindOf,
  nearOf,
  saysOf,
  sectionOf,
  withinOf,
} from './signals'
import { plain, words } from './text'
import { ABSENCE, EVIDENCE, SURE } from './weights'

export interface Found {
  element: Element
  /** The chance that it is the right one, 0 to 1. */
  confidence: number
  candidates?: Array<{ element: Element; confidence: number }>
}

/** Kinds of element in a page's own order of worth: a shortlist is enough, thousands of others share nothing. */
const SHORTLIST = 80

const SKIPPED =
  /^(script|style|link|meta|head|title|br|hr|path|g|use|defs|option|template|noscript|html|body)$/

export function shortlist(fp: Fingerprint, root: ParentNode): Element[] {
  const says = fp.says ?? []
  const prefixes = words(says.join(' ')).map((word) => word.slice(0, 4))
  const any = prefixes.length ? new RegExp(prefixes.join('|'), 'i') : null
  const scored: Array<[number, Element]> = []
  for (const e of everything(root)) {
    const tag = e.localName
    if (SKIPPED.test(tag)) continue
    let score = (tag === fp.tag ? 1 : 0) + (kindOf(e) === fp.kind ? 1 : 0)
    if (fp.id && e.id === fp.id) score += 4
    if (fp.key && keyOf(e) === fp.key) score += 8
    if (fp.href && e.hasAttribute('href') && hrefOf(e) === fp.href) score += 4
    const text = e.textContent ?? ''
    if (any && text.length < 300) {
      if (any.test(text)) score += plain(text) === says[0] ? 4 : 1
      else if (
        any.test(
          e.getAttribute('aria-label') ?? e.getAttribute('placeholder') ?? e.getAttribute('title') ?? '',
        )
      )
        score += 2
    }
    if (fp.cls && e.getAttribute('class')?.startsWith(fp.cls)) score++
    if (score > 0) scored.push([score, e])
  }
  // Stable sort: equal ones stay in document order.
  return scored
    .sort((a, b) => b[0] - a[0])
    .slice(0, SHORTLIST)
    .map(([, e]) => e)
}

export function sceneOf(fp: Fingerprint, root: ParentNode, candidates: Element[]): Scene {
  const body = (root as Document).body ?? root
  const all = wordsOf(fp).filter((word) => word.length > 2)
  const page = (body.textContent ?? '').toLowerCase()
  const spoken = all.length
    ? Math.min(1, (2 * all.filter((word) => page.includes(word)).length) / all.length)
    : 1
  const name = fp.says?.[0]
  return {
    kind: fp.kind,
    spoken,
    styled: (fp.cls ?? '').split(' ').some((token) => token && !!body.querySelector(`.${CSS.escape(token)}`)),
    twins: fp.row
      ? candidates.filter((e) => (name ? saysOf(e)[0] === name : !saysOf(e).length && kindOf(e) === fp.kind))
      : [],
    near: words((fp.near ?? []).join(' ')),
    row: words(fp.row ?? ''),
  }
}

/** Whether two elements are one control for a person: a button and the words in it. */
function isSameControl(a: Element, b: Element): boolean {
  if (a === b) return true
  const [big, small] = a.contains(b) ? [a, b] : [b, a]
  return (
    big.contains(small) && big.querySelectorAll('a,button,input,select,textarea,[role=button]').length < 2
  )
}

/** An untouched page answers at once: the element is where it was, and everything it says is as it was. */
function inPlace(fp: Fingerprint, root: ParentNode): Element | null {
  const page = root.nodeType === 9 ? (root as Document) : root.ownerDocument
  const e = page && follow(fp.path, page)
  if (!e || e.localName !== fp.tag || !root.contains(e)) return null
  const near = nearOf(e)
  const same =
    String(saysOf(e)) === String(fp.says ?? '') &&
    hrefOf(e) === (fp.href ?? '') &&
    keyOf(e) === (fp.key ?? '') &&
    idOf(e) === (fp.id ?? '') &&
    String(attrsOf(e)) === String(fp.attrs ?? '') &&
    classesOf(e).join(' ') === (fp.cls ?? '') &&
    iconOf(e) === (fp.icon ?? '') &&
    String(near) === String(fp.near ?? ',') &&
    sectionOf(e) === (fp.sect ?? '') &&
    withinOf(e) === (fp.within ?? '')
  return same && (fp.says || fp.id || fp.key || fp.near) && isVisible(e) ? e : null
}

const weigh = (values: readonly number[], weights: readonly number[]) =>
  values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)

/**
 * Finds the element a fingerprint describes, or answers `null` when it is gone or cannot be told from another.
 * Reads only, never throws, and gives the same answer to the same page. Searches open shadow roots and frames of
 * the same origin.
 */
export function locate(fp: Fingerprint, root: ParentNode = document, sure = SURE): Found | null {
  try {
    const there = inPlace(fp, root)
    if (there) return { element: there, confidence: 0.98 }
    const candidates = shortlist(fp, root)
    const scene = sceneOf(fp, root, candidates)
    const scored = candidates
      .map((element) => ({ element, score: weigh(evidence(fp, element, scene), EVIDENCE) }))
      .sort((a, b) => b.score - a.score)
    const best = scored[0]
    if (!best) return null
    // A chance among all candidates and the possibility that none is right: twins share it, so neither is answered.
    const top = Math.max(best.score, 0)
    const part = (score: number) => Math.exp(score - top)
    const whole = scored.reduce(
      (sum, { score }) => sum + part(score),
      part(weigh(absence(fp, scene), ABSENCE)),
    )
    const chance = (element: Element) =>
      scored.reduce((sum, c) => sum + (isSameControl(c.element, element) ? part(c.score) : 0), 0) / whole
    const confidence = chance(best.element)
    if (confidence < sure) return null
    return {
      element: best.element,
      confidence,
      candidates: scored
        .slice(0, 5)
        .map(({ element, score }) => ({ element, confidence: part(score) / whole })),
    }
  } catch {
    return null
  }
}
