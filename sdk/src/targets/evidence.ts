import type { Fingerprint } from '#contract/fingerprint'
import { outer, pathOf } from './page'
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
import { alike, held, within, words } from './text'

/** What is true of the page as a whole: it decides how much a missing word or class means. */
export interface Scene {
  /** 0 when no word of the fingerprint is on the page any more: another language, so words prove nothing. */
  spoken: number
  /** Whether its classes still exist: a rebuild may have renamed them all. */
  styled: boolean
  row: string[]
  /** What each candidate looks like, where rows have to tell twins apart. */
  looks: Map<Element, string>
  /** The words of blocks already read: rows share the blocks around them. */
  texts: Map<Element, string>
}

export function sceneOf(fp: Fingerprint, root: ParentNode, candidates: readonly Element[]): Scene {
  const body = (root as Document).body ?? root
  const row = words(fp.row || '')
  // Its own name may go with it; what stood around it tells whether the page still speaks as it did.
  // A word said twice is one witness: a brand's name stays on a page that speaks another language.
  const around = new Set([...row, ...words([fp.near, ...(fp.rivals || [])].join(' '))])
  const spoken = [...around].filter((w) => w.length > 2)
  const text = (body.textContent || '').toLowerCase()
  const still = spoken.filter((word) => text.includes(word)).length
  return {
    spoken: spoken.length ? Math.min(1, (2 * still) / spoken.length) : 1,
    styled: (fp.cls || '').split(' ').some((token) => token && body.querySelector(`.${CSS.escape(token)}`)),
    row,
    looks: new Map(row.length ? candidates.map((e) => [e, looksOf(e)]) : []),
    texts: new Map(),
  }
}

/** The share of a row's words that the largest block around the element without a twin holds. */
function rowHolds(element: Element, { row, looks, texts }: Scene): number {
  const look = looks.get(element)
  const twins = [...looks.keys()].filter(
    (e) => looks.get(e) === look && !e.contains(element) && !element.contains(e),
  )
  let text = ''
  for (let e: Element | null = element; e && text.length < 300; e = outer(e)) {
    const block = e
    if (e !== element && twins.some((twin) => block.contains(twin))) break
    text = texts.get(e) ?? textOf(e, 300)
    texts.set(e, text)
  }
  return held(row, text)
}

const yes = (test: unknown) => (test ? 1 : 0)
const closeness = (difference: number, scale: number) => Math.exp(-Math.abs(difference) / scale)
const ratio = (a: number, b: number) => (Math.min(a, b) + 4) / (Math.max(a, b) + 4)
const letters = (text: string) => text.replace(/\d+/g, '')
const nth = (path: string) => path.match(/:\d+/g)?.pop()
const last = (href = '') => href.split(/[/#]/).pop()!.toLowerCase()
const named = (attrs: readonly string[] = []) => attrs.find((a) => /^name=/.test(a))

/** What speaks for an element and what against it, each from 0 to 1, in the order of `EVIDENCE`. */
export function evidence(fp: Fingerprint, e: Element, scene: Scene): number[] {
  const { spoken, styled, row } = scene
  const says = saysOf(e)
  const [name = '', ...also] = fp.says || []
  const exact = says.includes(name)
  const best = (text: string, like: (a: string, b: string) => number) =>
    Math.max(0, ...says.map((other) => like(text, other)))
  const like = exact ? 1 : best(name, alike)
  const part = exact ? 1 : best(name, within)
  const otherName = yes(name && says.length && like < 0.4 && part < 0.5) * spoken
  // What tells it from those beside it: "ajuda" of "ajuda: mostra mais".
  const own = fp.rivals ? words(name).filter((word) => !fp.rivals!.some((r) => words(r).includes(word))) : []
  const ownIn = own.length ? Math.max(0, ...says.map((text) => held(own, text))) : 0
  const alsoLike = also.reduce((sum, text) => sum + best(text, alike), 0) / (also.length || 1)
  const href = hrefOf(e)
  const hrefTail = fp.href && href ? alike(last(fp.href), last(href)) : 0
  const id = idOf(e)
  const key = keyOf(e)
  const attrs = attrsOf(e)
  const field = named(fp.attrs)
  const itsField = named(attrs)
  const wanted = (fp.attrs || []).filter((a) => a !== field)
  const differs = (a: string) => !attrs.includes(a) && attrs.some((b) => b.split('=')[0] === a.split('=')[0])
  const classes = classesOf(e)
  const icon = iconOf(e)
  const [family, shows = ''] = icon.split(':')
  const [familyWas, showed = ''] = (fp.icon || '').split(':')
  const iconLike =
    icon && fp.icon ? (shows === showed ? 1 : Math.max(within(shows, showed), alike(shows, showed) / 2)) : 0
  const iconDiff = yes(icon && fp.icon && iconLike < 0.5 && family === familyWas)
  const rowIn = row.length ? rowHolds(e, scene) : 0
  // Another row in its place is another row.
  const rowMiss = yes(row.length && !rowIn) * spoken
  const kind = kindOf(e)
  const path = pathOf(e)
  const isNth = yes(nth(path) === nth(fp.path))
  const bare = yes(!name)
  const [x, y, w, h, pageW, pageH] = boxOf(e)
  const [x0, y0, w0, h0, pageW0, pageH0] = fp.box
  const right = x + w - pageW - (x0 + w0 - pageW0)
  const middle = (x + w / 2) / pageW - (x0 + w0 / 2) / pageW0
  return [
    // What it is called.
    like,
    part,
    yes(exact && !fp.twins),
    otherName,
    yes(!exact && name && says.some((text) => letters(text) === letters(name))),
    yes(bare && says.length),
    alsoLike,
    yes(fp.rivals?.includes(says[0] ?? icon)),
    // What its makers gave it.
    yes(fp.key && key === fp.key),
    yes(fp.key && key !== fp.key),
    yes(fp.id && id === fp.id),
    yes(fp.id && !id),
    yes(hrefTail === 1),
    yes(fp.href && href && hrefTail < 0.5),
    yes(fp.href && !href),
    yes(!fp.href && href),
    yes(field && field === itsField),
    yes(field && itsField && field !== itsField),
    wanted.filter(differs).length / (wanted.length || 1),
    yes(styled && fp.cls && !fp.cls.split(' ').some((token) => classes.includes(token))),
    // What it shows.
    yes(iconLike === 1),
    iconDiff,
    iconDiff * bare,
    yes(!fp.icon && icon),
    yes(fp.icon && !icon),
    // What stands around it.
    fp.near ? alike(fp.near, nearOf(e)) : 0,
    rowMiss,
    // What it is, and where.
    yes(kind === fp.kind),
    yes(kind !== fp.kind && kind !== 'piece' && kind !== 'block'),
    yes(path === fp.path && !rowMiss),
    // Another name in its very place is another control put there.
    yes(path === fp.path) * otherName,
    isNth,
    isNth * bare,
    Math.max(closeness(x - x0, 60), closeness(right, 60), closeness(middle, 0.06)),
    closeness(y - y0, 100),
    Math.max(closeness(y - y0, 600), closeness(pageH - y - (pageH0 - y0), 300)),
    closeness(y / pageH - y0 / pageH0, 0.1),
    ratio(w, w0),
    ratio(h, h0) * bare,
    ownIn,
  ]
}

/** What speaks for "it is not on this page", in the order of `ABSENCE`. */
export const absence = (fp: Fingerprint): number[] => [
  1,
  yes(fp.href),
  yes(fp.id || fp.key),
  yes(fp.icon),
  yes(/piece|block|heading/.test(fp.kind)),
  yes(fp.twins),
  yes(fp.twins && !fp.row),
  // The more spoke for another one even then, the less the same evidence says now.
  fp.rival || 0,
]
