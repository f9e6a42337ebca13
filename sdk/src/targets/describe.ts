import type { Fingerprint } from '#contract/fingerprint'
import { everything, outer, pathOf } from './page'
import {
  attrsOf,
  boxOf,
  classesOf,
  hrefOf,
  iconOf,
  idOf,
  keyOf,
  kindOf,
  nearOf,
  saysOf,
  sectionOf,
  textOf,
  withinOf,
} from './signals'
import { words } from './text'

/**
 * Words that only this element's row has, when others on the page look the same; they tell "Editar" of Café
 * from "Editar" of Açúcar. The row is the largest block around it without another of them.
 */
function rowOf(element: Element, says: readonly string[]): string {
  const kind = kindOf(element)
  const name = says[0] ?? ''
  const icon = iconOf(element)
  const twins = everything(element.ownerDocument).filter(
    (e) =>
      e !== element &&
      kindOf(e) === kind &&
      (name ? saysOf(e)[0] === name : !saysOf(e).length && iconOf(e) === icon) &&
      !e.contains(element) &&
      !element.contains(e),
  )
  if (!twins.length) return ''
  const rowAround = (e: Element, others: readonly Element[]) => {
    let row = e
    for (let up = outer(e); up && !others.some((other) => (up as Element).contains(other)); up = outer(up))
      row = up
    return row
  }
  const mine = rowAround(element, twins)
  const theirs = new Set(
    twins
      .filter((twin) => twin.parentElement)
      .slice(0, 20)
      .flatMap((twin) => words(textOf(rowAround(twin, [element, ...twins.filter((t) => t !== twin)]), 300))),
  )
  const own = words(textOf(mine, 300)).filter((word, i, all) => !theirs.has(word) && all.indexOf(word) === i)
  // A name outlives a price or a stock count.
  return [...own.filter((word) => !/\d/.test(word)), ...own.filter((word) => /\d/.test(word))]
    .slice(0, 4)
    .join(' ')
}

/**
 * Makes a small fingerprint of an element, from which `locate` finds it again months and releases later.
 * Reads only; what people typed into fields is never part of it.
 */
export function describe(element: Element): Fingerprint {
  const says = saysOf(element)
  const near = nearOf(element)
  const signals = {
    tag: element.localName,
    kind: kindOf(element),
    path: pathOf(element),
    box: boxOf(element),
    key: keyOf(element),
    id: idOf(element),
    says,
    href: hrefOf(element),
    attrs: attrsOf(element),
    cls: classesOf(element).join(' '),
    icon: iconOf(element),
    near: near[0] || near[1] ? near : '',
    row: rowOf(element, says),
    sect: sectionOf(element),
    within: withinOf(element),
  }
  return Object.fromEntries(
    Object.entries(signals).filter(([, value]) => value.length),
  ) as unknown as Fingerprint
}
