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
/** A node or text on the page; `null` keeps the place of what is not shown now, so that its siblings stay. */
type Drawn = { type: unknown; key?: unknown; props: Props; dom: Element | Text; kids: Kids } | null
type Kids = Drawn[]
type Parent = Element & { drawn?: Kids }
type Listening = Element & { heard?: Record<string, (event: Event) => void> }

const SVG = 'http://www.w3.org/2000/svg'

export const jsx = (type: Node['type'], props: Props, key?: unknown): Node => ({ type, props, key })
export { jsx as jsxs }
export const Fragment = ({ children }: Props) => children as Child

/** Makes the children of an element what `child` says, changing only what differs from the last time. */
export function render(child: Child, parent: Parent) {
  parent.drawn = draw(parent, parent.drawn ?? [], flatten(child, []), parent.namespaceURI === SVG)
}

/** Components and lists dissolved: elements, texts and gaps remain. */
function flatten(child: Child, into: Array<Node | string | null>): typeof into {
  if (Array.isArray(child)) for (const part of child) flatten(part, into)
  else if (child === null || child === undefined || typeof child === 'boolean') into.push(null)
  else if (typeof child !== 'object') into.push(String(child))
  else if (typeof child.type === 'function') flatten(child.type(child.props), into)
  else into.push(child)
  return into
}

function draw(parent: Element, old: Kids, wanted: Array<Node | string | null>, inSvg: boolean): Kids {
  const left = new Set(old)
  const kids = wanted.map((child, index): Drawn => {
    if (child === null) return null
    const text = typeof child === 'string'
    const { type, props, key } = text ? { type: '', props: { text: child }, key: undefined } : child
    const same = (other: Drawn) => other && other.type === type && other.key === key
    const found =
      key === undefined ? (same(old[index] ?? null) ? old[index]! : null) : (old.find(same) ?? null)
    left.delete(found)
    if (text) {
      const dom = found?.dom ?? document.createTextNode(child)
      if (found && found.props.text !== child) (dom as Text).data = child
      return { type, props, dom, kids: [] }
    }
    const svg = inSvg || type === 'svg'
    const dom = (found?.dom ??
      (svg
        ? document.createElementNS(SVG, type as string)
        : document.createElement(type as string))) as Element
    const before = found?.props ?? {}
    for (const name in { ...before, ...props })
      if (name !== 'children' && before[name] !== props[name]) set(dom, name, props[name], before[name])
    return {
      type,
      key,
      props,
      dom,
      kids: draw(dom, found?.kids ?? [], flatten(props.children as Child, []), svg),
    }
  })
  for (const gone of left) gone?.dom.remove()
  let at = parent.firstChild
  for (const kid of kids) {
    if (!kid) continue
    if (kid.dom === at) at = at.nextSibling
    else parent.insertBefore(kid.dom, at)
  }
  return kids
}

/** False and true are spelt out for `aria-` and `data-` names, whose fifth letter is a hyphen. */
function set(dom: Listening, name: string, value: unknown, before: unknown) {
  if (name.startsWith('on')) {
    const event = name.slice(2).toLowerCase()
    if (!before) dom.addEventListener(event, hear)
    dom.heard = { ...dom.heard, [event]: value as (event: Event) => void }
  } else if (name === 'style') {
    const styles = value as Record<string, string>
    for (const rule in styles) (dom as HTMLElement).style.setProperty(dashed(rule), styles[rule]!)
  } else if (value === undefined || value === null || (value === false && name[4] !== '-'))
    dom.removeAttribute(name)
  else dom.setAttribute(name, value === true && name[4] !== '-' ? '' : String(value))
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function hear(this: Listening, event: Event) {
  this.heard?.[event.type]?.call(this, event)
}
