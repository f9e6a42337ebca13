import { inner, isVisible, outer } from '../../targets/page'
import { keyOf, kindOf } from '../../targets/signals'
import type { Texts } from './locales/pt-BR'
import { MASKED, named } from './mask'

const NAME_MAX = 48
const UNSAID = /^(input|select|textarea|script|style|noscript|template|svg)$/

/** The words of an element as its page writes them, without what a host keeps to itself and without bare numbers. */
function wordsIn(element: Element, limit = 120): string {
  let text = ''
  let number = ''
  const read = (node: Node) => {
    if (text.length > limit) return
    if (node.nodeType === 3) {
      const words = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim()
      if (!words) return
      const name = named(words)
      if (/\p{L}/u.test(name)) text += ` ${name}`
      else if (/^\d{1,2}$/.test(words)) number ||= words
      return
    }
    if (node.nodeType === 1) {
      const part = node as Element
      if (UNSAID.test(part.localName) || part.matches(`${MASKED},[aria-hidden=true]`)) return
      const shadow = inner(part)
      if (shadow && shadow.nodeType !== 9) for (const child of shadow.childNodes) read(child)
    }
    for (const child of node.childNodes) read(child)
  }
  read(element)
  return text.trim() || number
}

const attribute = (element: Element, name: string) => named(element.getAttribute(name) ?? '')

/** What the page calls an element: its accessible name, in the page's own spelling; empty when it has none. */
export function nameOf(element: Element): string {
  if (element.closest(MASKED)) return ''
  const page = element.getRootNode() as Document
  const labels = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => {
    const label = id ? page.getElementById?.(id) : null
    return label ? wordsIn(label) : ''
  })
  const field = element as HTMLInputElement
  const isField = kindOf(element) === 'field'
  const name = [
    labels.join(' ').trim(),
    attribute(element, 'aria-label'),
    ...[...(field.labels ?? [])].map((label) => wordsIn(label)),
    /^(submit|button|reset)$/.test(element.getAttribute('type') ?? '') ? attribute(element, 'value') : '',
    attribute(element, 'alt'),
    isField ? '' : wordsIn(element),
    attribute(element, 'title'),
    attribute(element, 'placeholder'),
    element.querySelector('img[alt]')?.getAttribute('alt') ?? '',
    element.querySelector('svg>title')?.textContent ?? '',
  ].find(Boolean)
  return short(name ?? '')
}

/** Whether an empty field tells her itself what to do: its only name is the hint written into it. */
export const isPrompt = (element: Element) => {
  const hint = attribute(element, 'placeholder')
  return !!hint && nameOf(element) === short(hint)
}

/** Cut between words. */
const short = (text: string) =>
  text.length <= NAME_MAX ? text : `${text.slice(0, NAME_MAX).replace(/\s+\S*$/, '')}…`

/** `emitir-nfce` as a person reads it. */
const spoken = (key: string) => {
  const words = named(key.replace(/[-_.:]+/g, ' '))
  return words && words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** Which word says what kind of thing it is. */
export function kindWordOf(element: Element): keyof Texts['kinds'] {
  const tag = element.localName
  const role = element.getAttribute('role') ?? ''
  if (tag === 'a' || role === 'link') return 'link'
  if (/^(tr|li)$/.test(tag) || /^(row|listitem|option)$/.test(role)) return 'row'
  if (/^(ul|ol|table|tbody|dl)$/.test(tag) || /^(list|grid|table|listbox|rowgroup)$/.test(role)) return 'list'
  if (tag === 'nav' || /^(navigation|menu|menubar|tablist)$/.test(role)) return 'menu'
  if (tag === 'form' || role === 'form') return 'form'
  if (tag === 'header' || role === 'banner') return 'header'
  if (tag === 'footer' || role === 'contentinfo') return 'footer'
  if (tag === 'dialog' || /dialog$/.test(role)) return 'dialog'
  if (/^(main|section|article|aside|fieldset)$/.test(tag) || /^(main|region|group)$/.test(role))
    return 'panel'
  const kind = kindOf(element)
  if (kind === 'press') return 'button'
  if (kind === 'field' || kind === 'choice' || kind === 'heading' || kind === 'image') return kind
  return kind === 'piece' ? 'text' : 'block'
}

const PLAIN: readonly string[] = [
  'text',
  'block',
  'panel',
  'list',
  'form',
  'menu',
  'header',
  'footer',
  'dialog',
]

/** How we speak of an element to its author: its name, its mark, the heading inside, or the kind of thing it is. */
export function labelOf(element: Element, { kinds }: Texts): string {
  const kind = kindWordOf(element)
  if (!PLAIN.includes(kind)) return nameOf(element) || spoken(keyOf(element)) || kinds[kind]
  const given = attribute(element, 'aria-label') || spoken(keyOf(element))
  if (given && !element.closest(MASKED)) return short(given)
  const heading = element.querySelector('h1,h2,h3,legend,caption')
  const own = heading && wordsIn(heading)
  if (own) return short(own)
  return kind === 'text' || kind === 'block' ? nameOf(element) || kinds[kind] : kinds[kind]
}

const CRUMBS = 3

/** The blocks around an element that mean something to a person, outermost first, and the element itself. */
export function crumbsOf(element: Element, texts: Texts): Array<{ element: Element; label: string }> {
  const crumbs = [{ element, label: labelOf(element, texts) }]
  for (let e = outer(element); e && crumbs.length <= CRUMBS; e = outer(e)) {
    const means = !/^(text|block)$/.test(kindWordOf(e)) || keyOf(e) || e.hasAttribute('aria-label')
    if (!means || !isVisible(e)) continue
    const label = labelOf(e, texts)
    if (!crumbs.some((crumb) => crumb.label === label)) crumbs.unshift({ element: e, label })
  }
  return crumbs
}
