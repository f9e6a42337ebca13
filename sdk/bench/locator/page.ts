import type { Fingerprint } from '#contract/fingerprint'
import { describe } from '../../src/targets/describe'
import { absence, evidence, sceneOf } from '../../src/targets/evidence'
import { isSameControl, shortlist } from '../../src/targets/locate'

/** The bench's helpers in its pages. */
declare const __b: { byXPath(path: string): Element | null; same(a: Element, b: Element): unknown }

type Tree = string | [tag: string, attributes: Record<string, string>, children?: Tree[]]

/** Draws a page that is stored as a tree. */
function draw(tree: Tree): void {
  const svg = 'http://www.w3.org/2000/svg'
  const make = (node: Tree, inside: boolean): Node => {
    if (typeof node === 'string') return document.createTextNode(node)
    const [tag, attributes, children = []] = node
    const drawn = inside || tag === 'svg'
    const element = drawn ? document.createElementNS(svg, tag) : document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) {
      try {
        element.setAttribute(name, value)
      } catch {} // a name that only a parser accepts
    }
    element.append(...children.map((child) => make(child, drawn && tag !== 'foreignObject')))
    return element
  }
  document.body.replaceWith(make(tree, false))
}

/** All that speaks for each candidate, and which of them is the right one. */
function weighable(fp: Fingerprint, right: Element | null) {
  const candidates = shortlist(fp, document)
  const scene = sceneOf(fp, document, candidates)
  return {
    evidence: candidates.map((e) => evidence(fp, e, scene)),
    absence: absence(fp),
    right: candidates.map((e) => !!right && !!__b.same(e, right)),
    /** Which candidates are one control with each: their chances count together. */
    together: candidates.map((e) => candidates.flatMap((other, i) => (isSameControl(e, other) ? [i] : []))),
  }
}

export type Weighable = ReturnType<typeof weighable>

/** Asks a newer page twice: with the right element in it, and with that taken out. */
function ask(fp: Fingerprint, path: string | null) {
  const right = path ? __b.byXPath(path) : null
  if (!right) return { absent: weighable(fp, null) }
  const present = weighable(fp, right)
  let whole = right
  while (whole.parentElement !== document.body && __b.same(whole.parentElement!, right))
    whole = whole.parentElement!
  const place = document.createComment('')
  whole.replaceWith(place)
  const dropped = weighable(fp, null)
  place.replaceWith(whole)
  return { present, dropped }
}

const askChanged = (fp: Fingerprint, right: Element | null) => ({ ...weighable(fp, right), gone: !right })

Object.assign(window, { draw, describe, ask, askChanged })
