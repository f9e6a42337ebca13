import { inner, outer } from './page'
import { chosen, plain } from './text'

/** What an element shows of itself, read the same way while authoring and at the till. */
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? ''

const KEYS = ['data-guia', 'data-testid', 'data-test', 'data-cy', 'data-qa']

/** The mark the host's developers put there for tools like ours. */
export const keyOf = (element: Element) => {
  for (const name of KEYS) if (element.hasAttribute(name)) return attribute(element, name)
  return ''
}

export const idOf = (element: Element) => (chosen(element.id) ? element.id : '')

/** What can be pressed, filled in or read. A link made a button stays something to press. */
export function kindOf(element: Element): string {
  const tag = element.localName
  const role = attribute(element, 'role')
  if (/^h\d$/.test(tag) || role === 'heading') return 'heading'
  if (tag === 'input')
    return /^(submit|button|reset|image)$/.test((element as HTMLInputElement).type)
      ? 'press'
      : /^(checkbox|radio)$/.test((element as HTMLInputElement).type)
        ? 'choice'
        : 'field'
  if (/^(select|textarea)$/.test(tag) || /^(textbox|combobox|searchbox|spinbutton)$/.test(role))
    return 'field'
  if (/^(checkbox|radio|switch)$/.test(role)) return 'choice'
  if (/^(a|button|summary)$/.test(tag) || /^(button|link|tab|menuitem|option)/.test(role)) return 'press'
  if (/^(img|svg|canvas|video)$/.test(tag) || role === 'img') return 'image'
  return /^(li|label|td|th|span|p)$/.test(tag) ? 'piece' : 'block'
}

const FILLED = /^(input|select|textarea|script|style|noscript|template)$/

/** The words inside, without what people typed; a component's own words when it was given none. */
export function textOf(node: Node, limit = 80): string {
  if (node.nodeType === 3) return plain(node.nodeValue).slice(0, limit)
  if (node.nodeType !== 1 || FILLED.test((node as Element).localName)) return ''
  let text = ''
  const within = (parent: Node) => {
    for (let child = parent.firstChild; child && text.length < limit; child = child.nextSibling) {
      if (child.nodeType === 3) text += ` ${plain(child.nodeValue)}`
      else if (child.nodeType === 1 && !FILLED.test((child as Element).localName)) within(child)
    }
    const shadow = inner(parent as Element)
    if (shadow && text.length < limit) within(shadow)
  }
  within(node)
  return plain(text).slice(0, limit)
}

/** What it is called, most deliberate name first, each once. */
export function saysOf(element: Element): string[] {
  const page = element.getRootNode() as Document
  const says = [
    ...attribute(element, 'aria-labelledby')
      .split(/\s+/)
      .map((id) => (id && page.getElementById ? textOf(page.getElementById(id) ?? page, 60) : '')),
    attribute(element, 'aria-label'),
    ...[...((element as HTMLInputElement).labels ?? [])].map((label) => textOf(label, 60)),
    /^(submit|button|reset)$/.test(attribute(element, 'type')) ? attribute(element, 'value') : '',
    attribute(element, 'alt'),
    textOf(element),
    attribute(element, 'title'),
    attribute(element, 'placeholder'),
    element.querySelector('img[alt]')?.getAttribute('alt'),
    element.querySelector('svg>title')?.textContent,
  ].map((text) => plain(text).slice(0, 60))
  return says.filter((text, i) => text && says.indexOf(text) === i).slice(0, 3)
}

/** Where a link goes, without host, query and what a router adds; nothing for `#` and `javascript:`. */
export function hrefOf(element: Element): string {
  const href = attribute(element, 'href').trim()
  if (/^(#?|javascript:.*)$/i.test(href)) return ''
  return href
    .replace(/^([a-z]+:)?\/\/[^/]*/i, '')
    .replace(/\?.*/, '')
    .replace(/(^|\/)(index)?(\.\w+)?$/, '')
    .slice(-60)
}

/** `name`, `type` and the host's data attributes: chosen by a developer, unseen by a translator. */
export function attrsOf(element: Element): string[] {
  const found: string[] = []
  for (const { name, value } of element.attributes)
    if (
      /^(name|type|for|aria-controls|data-.*)$/.test(name) &&
      !KEYS.includes(name) &&
      value.length < 31 &&
      (chosen(value) || value.length < 2)
    )
      found.push(`${name}=${value}`)
  return found.slice(0, 4)
}

export const classesOf = (element: Element) =>
  attribute(element, 'class')
    .split(/\s+/)
    .filter((token) => token && chosen(token))
    .slice(0, 6)

/** What its picture shows: classes of an icon font, a symbol's name, a file's name, a drawing's first strokes. */
export function iconOf(element: Element): string {
  const icon = element.matches('i,svg,img') ? element : element.querySelector('i,svg,img,[class*=icon]')
  if (!icon) return ''
  if (icon.localName === 'img')
    return plain(attribute(icon, 'src').split(/[?#]/)[0]?.split('/').pop()).slice(0, 30)
  const drawn = icon.querySelector('use')
  const ref = drawn ? attribute(drawn, 'href') || attribute(drawn, 'xlink:href') : ''
  return (
    ref.split('#').pop() ||
    classesOf(icon).join(' ') ||
    icon.querySelector('path')?.getAttribute('d')?.slice(0, 20) ||
    textOf(icon, 20)
  ).slice(0, 40)
}

/** The words just before and just after, across levels of wrapping. */
export function nearOf(element: Element): [string, string] {
  const side = (next: 'previousSibling' | 'nextSibling') => {
    let levels = 0
    for (let e: Element | null = element; e && levels < 6; e = outer(e), levels++)
      for (let n: ChildNode | null = e[next]; n; n = n[next]) {
        const text = textOf(n, next === 'nextSibling' ? 24 : 200)
        if (text) return next === 'nextSibling' ? text : text.slice(-24)
      }
    return ''
  }
  return [side('previousSibling'), side('nextSibling')]
}

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,caption,[role=heading]'

/** The heading it stands under: the first heading of the closest block that opens with one. */
export function sectionOf(element: Element): string {
  for (let e = outer(element); e; e = outer(e)) {
    const heading = e.querySelector(HEADINGS)
    if (heading && heading !== element && heading.compareDocumentPosition(element) === 4)
      return textOf(heading, 30)
  }
  return ''
}

export function withinOf(element: Element): string {
  for (let e = outer(element); e; e = outer(e)) {
    const mark = keyOf(e) || idOf(e)
    if (mark) return mark
  }
  return ''
}

/** Left, top, width, height and the page's width, in px from the page's corner. */
export function boxOf(element: Element): [number, number, number, number, number] {
  const { left, top, width, height } = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  return [
    Math.round(left + (view?.scrollX ?? 0)),
    Math.round(top + (view?.scrollY ?? 0)),
    Math.round(width),
    Math.round(height),
    view?.innerWidth ?? 0,
  ]
}
