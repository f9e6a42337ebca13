import { inner, outer } from './page'
import { canon, chosen, plain, words } from './text'

/** What an element shows of itself, read the same way while authoring and at the till. */
const attribute = (element: Element, name: string) => element.getAttribute(name) || ''

export const KEYS = ['data-guia', 'data-testid', 'data-test', 'data-cy', 'data-qa']

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

// An icon font's ligatures ("content_paste") are a picture, not words.
const unsaid = (element: Element) =>
  /^(input|select|textarea|script|style|noscript|template)$/.test(element.localName) ||
  /\b(icons|symbols)\b/.test(attribute(element, 'class'))

/**
 * The words inside, without what people typed; a component's own words when it was given none. A number standing
 * alone is a badge and left out, unless there is nothing else: the key of a keypad.
 */
export function textOf(node: Node, limit = 80): string {
  let text = ''
  let badge = ''
  const read = (node: Node) => {
    if (node.nodeType === 3) {
      const words = plain(node.nodeValue)
      if (/^\d+$/.test(words)) badge ||= words
      else if (words) text += ` ${words}`
    } else if (node.nodeType !== 1 || !unsaid(node as Element)) {
      for (let child = node.firstChild; child && text.length < limit; child = child.nextSibling) read(child)
      const shadow = text.length < limit && inner(node as Element)
      if (shadow) read(shadow)
    }
  }
  read(node)
  return (text.slice(1) || badge).slice(0, limit)
}

/** What it is called, most deliberate name first, each once. */
export function saysOf(element: Element): string[] {
  const page = element.getRootNode() as Document
  const says = [
    ...attribute(element, 'aria-labelledby')
      .split(/\s+/)
      .map((id) => {
        const label = id && page.getElementById?.(id)
        return label ? textOf(label, 60) : ''
      }),
    attribute(element, 'aria-label'),
    ...[...((element as HTMLInputElement).labels || [])].map((label) => textOf(label, 60)),
    /^(submit|button|reset)$/.test(attribute(element, 'type')) ? attribute(element, 'value') : '',
    attribute(element, 'alt'),
    textOf(element),
    attribute(element, 'title'),
    attribute(element, 'placeholder'),
    element.querySelector('img[alt]')?.getAttribute('alt'),
    element.querySelector('svg>title')?.textContent,
  ].map((text) => canon(plain(text).slice(0, 60)))
  // Beside a picture a bare number is a count; without one it is a key of a keypad, or a page.
  const letters = iconOf(element) ? /\p{L}/u : /\p{L}|\p{N}/u
  const wordy = says.filter((text, i) => letters.test(text) && says.indexOf(text) === i)
  return (wordy.length || iconOf(element) ? wordy : says.filter(Boolean)).slice(0, 3)
}

/** Where a link, or the only link inside, goes, without host, query and file type; nothing for `#` and `javascript:`. */
export function hrefOf(element: Element): string {
  const links = element.hasAttribute('href') ? [element] : element.querySelectorAll('a[href]')
  const href = links.length === 1 ? attribute(links[0]!, 'href').trim() : ''
  if (/^javascript:/i.test(href)) return ''
  return href
    .replace(/^([a-z]+:)?\/\/[^/]*/i, '')
    .replace(/\?[^#]*/, '')
    .replace(/^[./]+|(\.\w+)?\/*#?$/g, '')
    .slice(-60)
}

/** `name`, `type` and the host's data attributes: chosen by a developer, unseen by a translator. */
export function attrsOf(element: Element): string[] {
  const found: string[] = []
  for (const { name, value } of element.attributes)
    if (
      /^(name|type|aria-controls|data-.*)$/.test(name) &&
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

/**
 * What its picture shows, after the family it belongs to: an icon font's class or ligature, a symbol's name, a
 * drawing's first strokes, a file's name. Two pictures of one family can be told apart; across families nobody knows.
 */
export function iconOf(element: Element): string {
  const icon = element.matches('i,svg,img') ? element : element.querySelector('i,svg,img,[class*=icon]')
  if (!icon) return ''
  if (icon.localName === 'img')
    return `img:${plain(attribute(icon, 'src').split(/[?#]/)[0]?.split('/').pop()).slice(0, 30)}`
  const use = icon.querySelector('use')
  const symbol = use ? (attribute(use, 'href') || attribute(use, 'xlink:href')).split('#').pop() : ''
  const classes = words(`${classesOf(icon).join(' ')} ${icon.textContent}`.toLowerCase()).filter(
    (word) => !/^(icons?|nav|symbols|outlined|round)$/.test(word),
  )
  const strokes = icon.querySelector('path')?.getAttribute('d')?.slice(0, 24)
  if (symbol || !classes.length) return symbol || strokes ? `svg:${symbol || strokes}` : ''
  return `${classes[0]!.replace(/^fa[srbl]$/, 'fa')}:${classes.filter((word) => word.length > 2 && !/^fa[srb]$/.test(word)).join(' ')}`.slice(
    0,
    30,
  )
}

/** The words that follow it, across levels of wrapping. */
export function nearOf(element: Element): string {
  let text = ''
  let level = 0
  for (let e: Element | null = element; e && level < 7; e = outer(e), level++)
    for (let n = e.nextSibling; n && text.length < 24; n = n.nextSibling)
      text = plain(`${text} ${textOf(n, 24)}`)
  return canon(text.slice(0, 24))
}

/** Left, top, width and height in px from the page's corner, then the page's width and height. */
export function boxOf(element: Element): [number, number, number, number, number, number] {
  const { left, top, width, height } = element.getBoundingClientRect()
  const page = element.ownerDocument.documentElement
  const view = element.ownerDocument.defaultView
  return [
    left + (view?.scrollX || 0),
    top + (view?.scrollY || 0),
    width,
    height,
    view?.innerWidth || 0,
    page.scrollHeight,
  ].map(Math.round) as [number, number, number, number, number, number]
}

/** How a person would name it: what it says, else its picture. */
export const looksOf = (element: Element) => saysOf(element)[0] || iconOf(element)
