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
type Wanted = Node | string
/** What a child was drawn from the last time. */
type Drawn = ChildNode & { drawn?: Wanted }

const SVG = 'http://www.w3.org/2000/svg'

export const jsx = (type: Node['type'], props: Props, key?: unknown): Node => ({ type, props, key })
export { jsx as jsxs }
export const Fragment = ({ children }: Props) => children as Child

/** Makes the children of an element what `child` says, changing only what differs from the last time. */
export function render(child: Child, parent: Element) {
  const wanted = flatten(child, [])
  wanted.forEach((now, place) => {
    const { type, key, props } = now as Partial<Node>
    let dom = parent.childNodes[place] as Drawn | undefined
    let before = dom?.drawn as Partial<Node> | undefined
    if (!dom || before?.type !== type || before?.key !== key) {
      const old = dom
      before = {}
      dom = type ? create(type as string, parent) : document.createTextNode('')
      if (old) parent.replaceChild(dom, old)
      else parent.appendChild(dom)
    }
    dom.drawn = now
    if (props) {
      const old = before!.props || {}
      for (const name in { ...old, ...props })
        if (name !== 'children' && old[name] !== props[name]) set(dom as Element, name, props[name])
      render(props.children as Child, dom as unknown as Element)
    } else if (now !== before) dom.nodeValue = now as string
  })
  while (parent.childNodes[wanted.length]) parent.removeChild(parent.lastChild!)
}

/** Components and lists dissolved: elements and texts remain. */
function flatten(child: Child, into: Wanted[]): Wanted[] {
  if (Array.isArray(child)) for (const part of child) flatten(part, into)
  else if (typeof child !== 'object' || !child) into.push(typeof child === 'boolean' ? '' : `${child ?? ''}`)
  else if (typeof child.type === 'function') flatten(child.type(child.props), into)
  else into.push(child)
  return into
}

const create = (type: string, { namespaceURI }: Element) =>
  document.createElementNS(type === 'svg' ? SVG : namespaceURI, type)

/** False and true are spelt out for `aria-` names only. */
function set(dom: Element, name: string, value: unknown) {
  if (name.startsWith('on')) Object.assign(dom, { [name.toLowerCase()]: value })
  else if (name === 'style') Object.assign((dom as HTMLElement).style, value)
  else if (value === undefined || value === null || (value === false && !name.startsWith('aria')))
    dom.removeAttribute(name)
  else dom.setAttribute(name, `${value}`)
}
