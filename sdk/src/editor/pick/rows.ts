import { outer } from '../../targets/page'
import { idOf, keyOf } from '../../targets/signals'

/** One of several alike: a line of a table, a card of a grid. */
export interface Row {
  element: Element
  /** The others of its kind in the same block, itself among them, in order. */
  all: Element[]
  /** Its place among them, from 1. */
  n: number
}

const SHAPE = (e: Element) => `${e.localName}.${e.getAttribute('role') ?? ''}.${e.childElementCount > 0}`

/** The line an element stands in, where its block holds three or more of the same shape. */
export function rowOf(element: Element): Row | null {
  for (let e: Element | null = element; e; e = outer(e)) {
    const block = e.parentElement ?? (e.parentNode as ParentNode | null)
    if (!block || e.localName === 'body') return null
    const all = [...block.children].filter((other) => SHAPE(other) === SHAPE(e!))
    // Cells of one line are alike too, but their block is no list.
    const isCell = /^(td|th)$/.test(e.localName)
    if (all.length > 2 && !isCell && e.childElementCount > 0)
      return { element: e, all, n: all.indexOf(e) + 1 }
    if (e === element && all.length > 2 && /^(li|tr|option)$/.test(e.localName))
      return { element: e, all, n: all.indexOf(e) + 1 }
  }
  return null
}

/** How much longer than what is drawn a list has to be before we say that it hands its elements on. */
const LONGER = 1.6

/**
 * Whether scrolling hands the element to another line: its list scrolls over far more than the lines that exist,
 * or says itself that it has more.
 */
export function recycles(element: Element): boolean {
  const row = rowOf(element)
  if (!row) return false
  const { all } = row
  const boxes = all.map((e) => e.getBoundingClientRect())
  const extent = Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top))
  for (let e = outer(row.element); e && e.localName !== 'body'; e = outer(e)) {
    const says = Number(e.getAttribute('aria-rowcount') ?? row.element.getAttribute('aria-setsize') ?? 0)
    if (says > all.length + 1) return true
    const style = e.ownerDocument.defaultView?.getComputedStyle(e)
    if (!/auto|scroll/.test(style?.overflowY ?? '')) continue
    return e.scrollHeight > e.clientHeight + 40 && extent > 0 && e.scrollHeight > extent * LONGER + 200
  }
  return false
}

/**
 * Whether an element is one article of many, marked by its number: this shop has it, today; another shop's list has
 * others in its place.
 */
export function isOneItem(element: Element): boolean {
  const row = rowOf(element)
  if (!row) return false
  const family = (e: Element) => keyOf(e).replace(/\d+/g, '#')
  const own = family(row.element)
  return own.includes('#') && row.all.filter((other) => family(other) === own).length > 2
}

/** The block that holds the lines. */
export const listOf = ({ element }: Row): Element | null => outer(element)

const quoted = (value: string) => value.replace(/["\\]/g, '\\$&')
const KEYS = ['data-guia', 'data-testid', 'data-test', 'data-cy', 'data-qa']

/** A selector for an element that carries a name of its own, or undefined. */
function ownSelector(element: Element): string | undefined {
  const mark = keyOf(element) && KEYS.find((name) => element.hasAttribute(name))
  if (mark) return `[${mark}="${quoted(keyOf(element))}"]`
  return idOf(element) ? `#${CSS.escape(element.id)}` : undefined
}

const nthOf = (element: Element) => {
  const same = [...(element.parentNode as ParentNode).children].filter(
    (e) => e.localName === element.localName,
  )
  return `${element.localName}:nth-of-type(${same.indexOf(element) + 1})`
}

/** "The third line, whichever it is": a selector by place, from the nearest block that has a name of its own. */
export function byPlace(element: Element, row: Row): string | undefined {
  const steps: string[] = []
  for (let e: Element = element; steps.length < 9; ) {
    steps.unshift(nthOf(e))
    const up = e.parentElement
    if (!up) return undefined
    const named = up.contains(row.element) && up !== row.element ? ownSelector(up) : undefined
    const top =
      named ??
      (/^(main|table|tbody|ul|ol)$/.test(up.localName) && up.contains(row.element) ? up.localName : '')
    if (top && up !== row.element) {
      const selector = `${top} > ${steps.join(' > ')}`
      const root = element.getRootNode() as ParentNode
      if (selector.length <= 300 && root.querySelectorAll(selector).length === 1) return selector
    }
    e = up
  }
  return undefined
}
