import { SNAPSHOT_LIMITS } from '#contract/limits'
import type { Snapshot } from '#contract/snapshot'
import type { Rect } from '../../surfaces/frame/place'
import { rectOf } from '../../surfaces/frame/rect'
import { inner, outer } from '../../targets/page'
import { kindOf } from '../../targets/signals'
import { hexOf, palette } from './colours'
import type { Level } from './grade'
import { isBlank, MASKED, mask } from './mask'

type Box = Snapshot['boxes'][number]
type Words = Snapshot['texts'][number]
/** A part of the picture with the reason to keep it when there are too many. */
type Part = { rank: number; order: number } & ({ box: Box } | { words: Words })

const INTERFACE =
  'button,a,label,h1,h2,h3,h4,h5,h6,th,legend,summary,caption,nav,[role=button],[role=tab],[role=menuitem],[role=heading],[role=link],[role=option],[role=navigation]'
const TYPED = 'input,textarea,select,[contenteditable]:not([contenteditable=false])'
const PICTURE = /^(img|canvas|video|picture|embed|object)$/
const UNDRAWN = /^(script|style|noscript|template|head|meta|link|title|option|br)$/
const LEAST_PX = 3

/** Whether an element or one around it, out of shadow roots and frames too, matches. */
function within(element: Element, selector: string): boolean {
  for (let e: Element | null = element; e; e = outer(e)) if (e.matches(selector)) return true
  return false
}

const cut = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  }
}
const shows = ({ width, height }: Rect) => width >= LEAST_PX && height >= LEAST_PX
const whole = ({ x, y, width, height }: Rect) =>
  [x, y, width, height].map(Math.round) as [number, number, number, number]
const radiusOf = (style: CSSStyleDeclaration, { width, height }: Rect) => {
  const given = Number.parseFloat(style.borderTopLeftRadius) || 0
  const px = style.borderTopLeftRadius.endsWith('%') ? (given / 100) * Math.min(width, height) : given
  return Math.round(Math.min(px, width / 2, height / 2))
}

/**
 * A picture of what is on the screen now as shapes and words, the target lit: no pixels, nothing typed, digits and
 * areas the host keeps to itself as bars. Fits the limits of the contract whatever the page.
 */
export function takeSnapshot(target: Element | null, level?: Level): Snapshot {
  const screen: Rect = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight }
  const inks = palette(SNAPSHOT_LIMITS.colours)
  const bodyStyle = getComputedStyle(document.body)
  const ground = inks.place(
    hexOf(bodyStyle.backgroundColor) ??
      hexOf(getComputedStyle(document.documentElement).backgroundColor) ??
      '#ffffff',
  )
  const at = target && rectOf(target)
  const parts: Part[] = []

  /** The target and what it stands in first, then what is large or near. */
  const rankOf = (element: Element, { x, y, width, height }: Rect) => {
    if (target && (element === target || element.contains(target))) return 4
    if (target?.contains(element)) return 3
    const share = (width * height) / (screen.width * screen.height)
    const far = at
      ? Math.hypot(x + width / 2 - at.x - at.width / 2, y + height / 2 - at.y - at.height / 2)
      : 0
    return Math.min(1, share * 12) + Math.max(0, 1 - far / Math.hypot(screen.width, screen.height))
  }
  const add = (part: { box: Box } | { words: Words }, rank: number) =>
    parts.push({ ...part, rank, order: parts.length })

  function draw(element: Element, clip: Rect, opacity: number) {
    const tag = element.localName
    if (UNDRAWN.test(tag) || tag.startsWith('trilha-')) return
    const style = element.ownerDocument.defaultView!.getComputedStyle(element)
    if (style.display === 'none' || style.visibility === 'collapse') return
    const box = rectOf(element)
    const seen = cut(box, clip)
    const shine = opacity * Number(style.opacity || 1)
    const isHidden = style.visibility !== 'visible' || shine < 0.05
    const isInline = style.display === 'contents'
    const clips = !isInline && style.overflow !== 'visible' && tag !== 'body'
    if (!isHidden && shows(seen) && tag !== 'body') drawBox(element, style, seen, shine)
    if (tag === 'svg' || PICTURE.test(tag)) return
    if (clips && !shows(seen)) return
    const room = clips ? seen : clip
    if (!isHidden && element.matches(TYPED)) return drawField(element, style, seen, shine)
    const inside = inner(element)
    const root = inside?.nodeType === 9 ? (inside as Document).body : inside
    for (const child of (root ?? element).childNodes) {
      if (child.nodeType === 1) drawAny(child as Element, room, shine)
      else if (child.nodeType === 3 && !isHidden) drawText(child as Text, element, style, room, shine)
    }
  }

  function drawAny(element: Element, clip: Rect, opacity: number) {
    // What a page slots into a shadow root stands among its own.
    if (element.localName === 'slot') {
      const slotted = (element as HTMLSlotElement).assignedElements()
      for (const part of slotted.length ? slotted : element.children) draw(part, clip, opacity)
    } else draw(element, clip, opacity)
  }

  function drawBox(element: Element, style: CSSStyleDeclaration, seen: Rect, shine: number) {
    const radius = radiusOf(style, seen)
    const rank = rankOf(element, seen)
    if (element.localName === 'svg') {
      if (seen.width > 64) return
      const stroke = inks.place(
        hexOf(style.stroke === 'none' ? style.color : style.stroke, shine * 0.7) ??
          hexOf(style.color, shine * 0.7),
      )
      const inset = Math.round(seen.width * 0.14)
      const [x, y, w, h] = whole(seen)
      return add(
        { box: [x + inset, y + inset, w - 2 * inset, h - 2 * inset, -1, stroke, Math.round(w * 0.2)] },
        rank,
      )
    }
    if (PICTURE.test(element.localName))
      return add({ box: [...whole(seen), inks.place('#c8ccd2'), -1, radius] }, rank)
    const fill = inks.place(hexOf(style.backgroundColor, shine))
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
    const edge = sides.filter(
      (s) => Number.parseFloat(style[`border${s}Width`]) > 0.4 && style[`border${s}Style`] !== 'none',
    )
    const colour = edge[0] ? hexOf(style[`border${edge[0]}Color`], shine) : undefined
    if (edge.length === 4 || fill >= 0) {
      const line = edge.length === 4 ? inks.place(colour) : -1
      if (fill >= 0 || line >= 0) add({ box: [...whole(seen), fill, line, radius] }, rank)
    }
    if (edge.length === 4 || !colour) return
    for (const side of edge) {
      const { x, y, width, height } = seen
      const line: Rect =
        side === 'Top' || side === 'Bottom'
          ? { x, y: side === 'Top' ? y : y + height - 1, width, height: 1 }
          : { x: side === 'Left' ? x : x + width - 1, y, width: 1, height }
      add({ box: [...whole(line), inks.place(colour), -1, 0] }, rank * 0.6)
    }
  }

  /** What stands in a field is hers; what the host wrote into an empty one is a word of its interface. */
  function drawField(element: Element, style: CSSStyleDeclaration, seen: Rect, shine: number) {
    const field = element as HTMLInputElement
    if (/^(checkbox|radio|range|color|file|hidden)$/.test(field.type) || !shows(seen)) return
    const fontPx = Number.parseFloat(style.fontSize) || 14
    const left = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth) || 0
    const isButton = kindOf(element) === 'press'
    const words = isButton ? field.value : field.value ? '' : (field.placeholder ?? '')
    const text = within(element, MASKED) ? '' : mask(words).slice(0, SNAPSHOT_LIMITS.letters)
    const filled = field.value ? 0.4 : 0
    if (!text && !filled && !element.textContent?.trim()) return
    const width = Math.min(seen.width - 2 * left, text ? text.length * fontPx * 0.52 : seen.width * 0.4)
    if (width < LEAST_PX) return
    add(
      {
        words: [
          ...whole({
            x: seen.x + left,
            y: seen.y + (seen.height - fontPx * 1.3) / 2,
            width,
            height: fontPx * 1.3,
          }),
          Math.round(fontPx),
          400,
          inks.place(hexOf(style.color, shine * 0.6)),
          isBlank(text) ? '' : text,
        ],
      },
      rankOf(element, seen) + 0.3,
    )
  }

  function drawText(node: Text, parent: Element, style: CSSStyleDeclaration, clip: Rect, shine: number) {
    if (!node.data.trim()) return
    const isShown = within(parent, INTERFACE) && !within(parent, `${MASKED},${TYPED}`)
    const fontPx = Math.max(4, Math.min(120, Math.round(Number.parseFloat(style.fontSize) || 14)))
    const weight = Math.max(100, Math.min(1000, Math.round(Number(style.fontWeight) || 400)))
    const colour = inks.place(hexOf(style.color, shine))
    for (const { rect, text } of linesOf(node, parent)) {
      const seen = cut(rect, clip)
      if (!shows(seen)) continue
      const upper = style.textTransform === 'uppercase' ? text.toLocaleUpperCase() : text
      const masked = isShown ? mask(upper).slice(0, SNAPSHOT_LIMITS.letters) : ''
      // Half a line at the edge of what scrolls would be squeezed: a bar says enough.
      const words =
        isBlank(masked) || seen.height < rect.height * 0.6 || seen.width < rect.width * 0.9 ? '' : masked
      add(
        { words: [...whole(seen), fontPx, weight, colour, words] },
        rankOf(parent, seen) + (words ? 0.4 : 0),
      )
    }
  }

  draw(document.body, screen, 1)
  const shape = {
    width: Math.max(1, Math.round(screen.width)),
    height: Math.max(1, Math.round(screen.height)),
    ground,
    ...(target &&
      at && { target: [...whole(at), radiusOf(getComputedStyle(target), at)] as Snapshot['target'] }),
    ...(level && { level }),
  }
  return keep(parts, (kept) => assemble(kept, { ...shape, colours: inks.colours }))
}

/** The lines of a text as they are broken on the screen. */
function linesOf(node: Text, parent: Element): Array<{ rect: Rect; text: string }> {
  const frame = rectOf(parent)
  const own = parent.getBoundingClientRect()
  const [offX, offY] = [frame.x - own.x, frame.y - own.y]
  const range = node.ownerDocument.createRange()
  const lines: Array<{ rect: Rect; text: string }> = []
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index)
    range.setEnd(node, word.index + word[0].length)
    const box = range.getClientRects()[0]
    if (!box?.width) continue
    const rect = { x: box.x + offX, y: box.y + offY, width: box.width, height: box.height }
    const line = lines.at(-1)
    if (line && Math.abs(line.rect.y - rect.y) < rect.height / 2) {
      line.text += ` ${word[0]}`
      line.rect.width = rect.x + rect.width - line.rect.x
    } else lines.push({ rect, text: word[0] })
    if (lines.length > 6) break
  }
  return lines
}

type Shape = Omit<Snapshot, 'boxes' | 'texts'>

/** Only the colours that are used, renumbered. */
function assemble(parts: Part[], shape: Shape): Snapshot {
  const used = palette(SNAPSHOT_LIMITS.colours)
  const again = (ink: number) => used.place(shape.colours[ink])
  const ground = again(shape.ground)
  const boxes: Box[] = []
  const texts: Words[] = []
  for (const part of parts)
    if ('box' in part) {
      const [x, y, w, h, fill, line, radius] = part.box
      boxes.push([x, y, w, h, again(fill), again(line), radius])
    } else {
      const [x, y, w, h, px, weight, colour, words] = part.words
      texts.push([x, y, w, h, px, weight, again(colour), words])
    }
  return { ...shape, colours: used.colours, ground, boxes, texts }
}

/** The most important parts that fit, in the order they are painted. */
function keep(parts: Part[], build: (parts: Part[]) => Snapshot): Snapshot {
  const byRank = [...parts].sort((a, b) => b.rank - a.rank)
  const { bytes, boxes, texts } = SNAPSHOT_LIMITS
  const take = (count: number) => {
    const kept = byRank.slice(0, count)
    const of = (kind: 'box' | 'words', most: number) => kept.filter((part) => kind in part).slice(0, most)
    return build([...of('box', boxes), ...of('words', texts)].sort((a, b) => a.order - b.order))
  }
  let [least, most] = [0, Math.min(parts.length, boxes + texts)]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (JSON.stringify(take(middle)).length <= bytes) least = middle
    else most = middle - 1
  }
  return take(least)
}
