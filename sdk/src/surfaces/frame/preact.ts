// What the till's build loads in place of `preact` and `preact/jsx-runtime`: surfaces are pure functions of their
// props, drawn anew on each change, so hooks, state, refs, context and hydration (nine tenths of it) stay out.
// The console draws the same components with Preact itself, and types come from Preact.

type Child = Node | string | number | boolean | null | undefined | Child[]
type Props = Record<string, unknown>
interface Node {
  type: string | ((props: Props) => Child)
  props: Props
  key?: unknown
}
/** One for each child of an element; an empty text keeps the place of what is not shown now. */
type Drawn = Node | string
type Parent = Element & { drawn?: Drawn[] }

const SVG = 'http://www.w3.org/2000/svg'

export const jsx = (type: Node['type'], props: Props, key?: unknown): Node => ({ type, props, key })
export { jsx as jsxs }
export const Fragment = ({ children }: Props) => children as Child

/** Makes the children of an element what `child` says, changing only what differs from the last time. */
export function render(child: Child, parent: Parent) {
  const { childNodes, drawn = [] } = parent
  const wanted = flatten(child, [])
  parent.drawn = wanted
  wanted.forEach((now, place) => {
    let dom = childNodes[place]
    let before = drawn[place]
    if (!dom || !isSame(now, before)) {
      const old = dom
      before = undefined
      dom = typeof now === 'string' ? document.createTextNode('') : create(now.type as string, parent)
      if (old) parent.replaceChild(dom, old)
      else parent.appendChild(dom)
    }
    if (typeof now !== 'string') {
      const old = (before as Node | undefined)?.props || {}
      for (const name in { ...old, ...now.props })
        if (name !== 'children' && old[name] !== now.props[name])
          set(dom as HTMLElement, name, now.props[name])
      render(now.props.children as Child, dom as Element)
    } else if (now !== before) dom.nodeValue = now
  })
  while (childNodes[wanted.length]) parent.removeChild(parent.lastChild!)
}

/** Components and lists dissolved: elements and texts remain. */
function flatten(child: Child, into: Drawn[]): Drawn[] {
  if (Array.isArray(child)) for (const part of child) flatten(part, into)
  else if (typeof child !== 'object' || !child) into.push(typeof child === 'boolean' ? '' : `${child ?? ''}`)
  else if (typeof child.type === 'function') flatten(child.type(child.props), into)
  else into.push(child)
  return into
}

const isSame = (a: Drawn, b: Drawn | undefined) =>
  typeof a === 'string' || !b || typeof b === 'string'
    ? typeof a === typeof b
    : a.type === b.type && a.key === b.key

const create = (type: string, { namespaceURI }: Element) =>
  document.createElementNS(type === 'svg' ? SVG : namespaceURI, type)

/** False and true are spelt out for `aria-` names only. */
function set(dom: HTMLElement, name: string, value: unknown) {
  if (name.startsWith('on')) Object.assign(dom, { [name.toLowerCase()]: value })
  else if (name === 'style') Object.assign(dom.style, value)
  else if (value === undefined || value === null || (value === false && !name.startsWith('aria')))
    dom.removeAttribute(name)
  else dom.setAttribute(name, `${value}`)
}
