import type { Fingerprint } from '#contract/fingerprint'
import { absence, evidence, sceneOf } from './evidence'
import { follow, isVisible, outer, rootsIn, textsIn } from './page'
import {
  attrsOf,
  boxOf,
  hrefOf,
  iconOf,
  idOf,
  KEYS,
  keyOf,
  kindOf,
  looksOf,
  nearOf,
  saysOf,
  textOf,
} from './signals'
import { canon, held, plain, words } from './text'
import { ABSENCE, EVIDENCE, SURE } from './weights'

export interface Found {
  element: Element
  /** The chance that it is the right one, 0 to 1. */
  confidence: number
  candidates?: Array<{ element: Element; confidence: number }>
}

type Counts = (element: Element) => boolean

/** How many are weighed in full; the thousands of others share next to nothing with the fingerprint. */
const SHORTLIST = 30

const SKIPPED =
  /^(script|style|link|meta|head|title|br|hr|path|g|use|defs|option|template|noscript|html|body)$/

/**
 * Everything that shares enough with the fingerprint to be weighed, likeliest first.
 * @param counts which elements are candidates: what is on the screen, unless someone asks why nothing is
 */
export function shortlist(fp: Fingerprint, root: ParentNode, counts: Counts = isVisible): Element[] {
  const points = new Map<Element, number>()
  const add = (e: Element, n: number) => points.set(e, (points.get(e) || 0) + n)
  const all: Element[] = []
  const parts = rootsIn(root, (e) => {
    all.push(e)
    if (e.localName === fp.tag) add(e, 1)
    if (fp.id && e.id === fp.id) add(e, 4)
  })
  const says = fp.says || []
  const prefixes = words(says.join(' ')).map((word) => word.slice(0, 4))
  const any = prefixes.length ? new RegExp(prefixes.join('|'), 'i') : null
  const each = (selector: string, visit: (e: Element) => void) => {
    for (const part of parts) part.querySelectorAll(selector).forEach(visit)
  }
  if (fp.key) each(KEYS.map((name) => `[${name}]`).join(), (e) => keyOf(e) === fp.key && add(e, 8))
  if (fp.href) each('[href]', (e) => hrefOf(e) === fp.href && add(e, 4))
  if (any) {
    const read = new Set<Element>()
    // A text is met once and told to the few blocks around it; asking each block for its text reads the page many times.
    for (const part of parts)
      for (const node of textsIn(part))
        if (any.test(node.data))
          for (let e = node.parentElement; e && !read.has(e); e = e.parentElement) {
            const text = e.textContent || ''
            if (text.length > 299) break
            read.add(e)
            add(e, canon(plain(text)) === says[0] ? 4 : 1)
          }
    each('[aria-label],[placeholder],[title]', (e) => {
      const label = e.getAttribute('aria-label') ?? e.getAttribute('placeholder') ?? e.getAttribute('title')
      if (!read.has(e) && any.test(label!)) add(e, 2)
    })
  }
  const row = fp.row ? new RegExp(words(fp.row)[0]!, 'i') : null
  const scored: Array<[number, Element]> = []
  for (const e of all) {
    let score = points.get(e) || 0
    if (!score || SKIPPED.test(e.localName)) continue
    if (kindOf(e) === fp.kind) score++
    if (score > 1 && fp.icon && iconOf(e) === fp.icon) score += 2
    // Of five hundred "Editar" the one beside the right words is among those weighed.
    if (row && score > 4)
      // A block of many parts is no row, and its text would be the whole page's.
      for (
        let up = outer(e), level = 0;
        up && level < 4 && up.childElementCount < 12;
        up = outer(up), level++
      ) {
        const beside = up.textContent || ''
        if (beside.length < 300 && row.test(beside)) score++
        if (beside.length > 299) break
      }
    if (score > 1) scored.push([score, e])
  }
  const list: Element[] = []
  // Stable sort: equal ones stay in document order.
  for (const [, e] of scored.sort((a, b) => b[0] - a[0])) {
    if (list.length >= SHORTLIST) break
    if (!counts(e)) continue
    const same = list.findIndex((other) => isSameControl(e, other))
    if (same < 0) list.push(e)
    else if (kindOf(e) === fp.kind && kindOf(list[same]!) !== fp.kind) list[same] = e
  }
  return list
}

/** Whether two elements are one control for a person: a button and the words in it. */
export function isSameControl(a: Element, b: Element): boolean {
  if (a === b) return true
  const [big, small] = a.contains(b) ? [a, b] : [b, a]
  return (
    big.contains(small) &&
    big.querySelectorAll('a,button,input,select,textarea,[role=button]').length < 2 &&
    textOf(big) === textOf(small)
  )
}

/** Whether twins can be told apart at once: by the words of its row, or by a place where nothing has moved. */
function isSameRow(fp: Fingerprint, e: Element): boolean {
  if (!fp.row) return !!fp.near && boxOf(e).join() === fp.box.join()
  const row = words(fp.row)
  const look = looksOf(e)
  for (let up: Element | null = e; up; up = outer(up)) {
    const text = textOf(up, 300)
    if (held(row, text) === 1)
      return ![...up.querySelectorAll(fp.tag)].some((other) => other !== e && looksOf(other) === look)
    if (text.length > 299) break
  }
  return false
}

/** An untouched page answers at once: the element is where it was, and everything it says is as it was. */
function inPlace(fp: Fingerprint, root: ParentNode): Element | null {
  const told = root.nodeType === 9 && (fp.says || fp.id || fp.key || fp.row)
  const e = told ? follow(fp.path, root as Document) : null
  const same =
    e &&
    saysOf(e).join() === (fp.says || []).join() &&
    hrefOf(e) === (fp.href || '') &&
    keyOf(e) === (fp.key || '') &&
    idOf(e) === (fp.id || '') &&
    attrsOf(e).join() === (fp.attrs || []).join() &&
    iconOf(e) === (fp.icon || '') &&
    nearOf(e) === (fp.near || '') &&
    (!fp.twins || isSameRow(fp, e)) &&
    isVisible(e)
  return same ? e : null
}

const weigh = (values: readonly number[], weights: readonly number[]) =>
  values.reduce((sum, value, i) => sum + value * (weights[i] || 0), 0)

/** Everything that might be the element, likeliest first, with the weight of what speaks for it. */
export function weighed(fp: Fingerprint, root: ParentNode, counts: Counts = isVisible) {
  const candidates = shortlist(fp, root, counts)
  const scene = sceneOf(fp, root, candidates)
  return candidates
    .map((element) => ({ element, score: weigh(evidence(fp, element, scene), EVIDENCE) }))
    .sort((a, b) => b.score - a.score)
}

/**
 * Finds the element a fingerprint describes, or answers `null` when it is gone or cannot be told from another.
 * Reads only, never throws, and gives the same answer to the same page. Searches open shadow roots and frames of
 * the same origin.
 */
export function locate(
  fp: Fingerprint,
  root: ParentNode = document,
  sure = SURE,
  counts?: Counts,
): Found | null {
  try {
    const there = inPlace(fp, root)
    if (there) return { element: there, confidence: 0.98 }
    const scored = weighed(fp, root, counts)
    const best = scored[0]
    if (!best) return null
    // A chance among all candidates and the possibility that none is right: twins share it, so neither is answered.
    const top = Math.max(best.score, 0)
    const part = (score: number) => Math.exp(score - top)
    const whole = scored.reduce((sum, { score }) => sum + part(score), part(weigh(absence(fp), ABSENCE)))
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
