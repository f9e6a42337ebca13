export { isVisible } from './visible'

/** The element around this one, out of shadow roots and same-origin frames too. */
export function outer(element: Element): Element | null {
  if (element.parentElement) return element.parentElement
  const parent = element.parentNode as (Node & { host?: Element; defaultView?: Window | null }) | null
  return parent?.host ?? parent?.defaultView?.frameElement ?? null
}

/** A frame's page, or null where it belongs to another origin. */
const pageIn = (element: Element): Document | null => {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null
  } catch {
    return null
  }
}

/**
 * What lies inside an element beyond its children: an open shadow root, or the page of its frame. Never what Trilha
 * itself put on the screen.
 */
export function inner(element: Element): ShadowRoot | Document | null {
  const tag = element.localName
  if (tag === 'iframe' || tag === 'frame') return pageIn(element)
  const root = element.shadowRoot
  return root && !tag.startsWith('trilha-') ? root : null
}

/** `root` with every open shadow root and same-origin page below it, calling `each` with every element of theirs. */
export function rootsIn(root: ParentNode, each?: (element: Element) => void): ParentNode[] {
  const roots = [root]
  for (const part of roots)
    for (const element of part.querySelectorAll('*')) {
      each?.(element)
      const inside = inner(element)
      if (inside) roots.push(inside)
    }
  return roots
}

/** The shadow roots and pages that an element lies in, its own first. */
export function rootsAround(element: Element): ParentNode[] {
  const roots: ParentNode[] = []
  for (let at: Element | null | undefined = element; at; ) {
    const root = at.getRootNode() as ParentNode & { host?: Element; defaultView?: Window | null }
    roots.push(root)
    at = root.host ?? root.defaultView?.frameElement
  }
  return roots
}

const nth = (element: Element) => {
  let n = 1
  for (let e = element.previousElementSibling; e; e = e.previousElementSibling)
    if (e.localName === element.localName) n++
  return n > 1 ? `:${n}` : ''
}

/** Steps from the body to the element, as `Fingerprint.path` has them. */
export function pathOf(element: Element): string {
  let path = ''
  for (let e: Element | null = element; e; e = outer(e)) {
    const step = e.localName === 'html' ? '' : e.localName + nth(e)
    // An empty step goes inside: into the shadow root, or into the frame's page and its root element.
    path = `${e.parentElement ? '>' : '>>'}${step}${path}`
  }
  return path.replace(/^>+/, '')
}

/** The element at the end of `path` now, if there is one. */
export function follow(path: string, root: Document): Element | null {
  let at: ParentNode | null = root.documentElement
  for (const step of path.split('>')) {
    if (!at) return null
    if (step) {
      const [tag, n = 1] = step.split(':')
      at = [...at.children].filter((e) => e.localName === tag)[+n - 1] ?? null
    } else at = 'documentElement' in at ? (at as Document).documentElement : inner(at as Element)
  }
  return at as Element | null
}

/** Every element of a page, those in shadow roots and frames after the others. */
export function everything(root: ParentNode): Element[] {
  const all: Element[] = []
  rootsIn(root, (element) => all.push(element))
  return all
}

/** Every text of a page or shadow root, in document order. */
export function textsIn(part: ParentNode): Text[] {
  const texts: Text[] = []
  const page = part.ownerDocument ?? (part as Document)
  const walker = page.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}
