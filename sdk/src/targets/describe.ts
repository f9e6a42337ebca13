import type { Fingerprint } from '#contract/fingerprint'
import { isSameControl, weighed } from './locate'
import { everything, isVisible, outer, pathOf } from './page'
import {
  attrsOf,
  boxOf,
  classesOf,
  hrefOf,
  iconOf,
  idOf,
  keyOf,
  kindOf,
  looksOf,
  nearOf,
  saysOf,
  textOf,
} from './signals'
import { words } from './text'

/** Others on the page that look the same: nothing but their surroundings tells them apart. */
function twinsOf(element: Element, says: readonly string[]): Element[] {
  const kind = kindOf(element)
  const icon = iconOf(element)
  return everything(element.ownerDocument).filter(
    (e) =>
      e !== element &&
      kindOf(e) === kind &&
      (says[0] ? saysOf(e)[0] === says[0] : iconOf(e) === icon && !saysOf(e).length) &&
      isVisible(e) &&
      !e.contains(element) &&
      !element.contains(e),
  )
}

/**
 * Words that only this element's row has; they tell "Editar" of Café from "Editar" of Açúcar. The row is the
 * largest block around it without a twin.
 */
function rowOf(element: Element, twins: readonly Element[], name = ''): string {
  if (!twins.length) return ''
  const rowAround = (e: Element) => {
    let row = e
    for (let up = outer(e); up; up = outer(up)) {
      const block = up
      if ([element, ...twins].some((twin) => twin !== e && block.contains(twin))) break
      row = up
    }
    return row
  }
  const theirs = new Set(
    [name, ...twins.slice(0, 30).map((twin) => textOf(rowAround(twin), 300))].flatMap(words),
  )
  let row: string[] = []
  const end = outer(rowAround(element))
  for (let e: Element | null = element; e && e !== end; e = outer(e)) {
    const text = textOf(e, 300)
    // A name outlives a price or a stock count.
    row = words(text).filter(
      (word, i, all) => !/\d/.test(word) && !theirs.has(word) && all.indexOf(word) === i,
    )
    if (row.length > 1 || text.length > 299) break
  }
  return row.slice(0, 4).join(' ')
}

/**
 * Makes a small fingerprint of an element, from which `locate` finds it again months and releases later.
 * Reads only; what people typed into fields is never part of it.
 */
export function describe(element: Element): Fingerprint {
  const says = saysOf(element)
  const twins = twinsOf(element, says)
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
    near: nearOf(element),
    twins: twins.length,
    row: rowOf(element, twins, says[0]),
  }
  // An empty list, an empty text and a zero all say "nothing here".
  const fingerprint = Object.fromEntries(
    Object.entries(signals).filter(([, value]) => (typeof value === 'number' ? value : value.length)),
  ) as unknown as Fingerprint
  // Who would be taken for it, were it gone: later that is who it is not.
  const others = weighed(fingerprint, element.ownerDocument).filter((c) => !isSameControl(c.element, element))
  const looks = looksOf(element)
  const rivals = others
    .slice(0, 3)
    .map((c) => looksOf(c.element))
    .filter((other, i, all) => other && other !== looks && all.indexOf(other) === i)
  return {
    ...fingerprint,
    ...(rivals.length && { rivals }),
    ...(others[0] && { rival: Math.round(others[0].score * 10) / 10 }),
  }
}
