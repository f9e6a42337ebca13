import type { Fingerprint } from '#contract/fingerprint'
import { isVisible, outer, pathOf } from './page'
import {
  attrsOf,
  boxOf,
  classesOf,
  hrefOf,
  iconOf,
  idOf,
  keyOf,
  kindOf,
  nearOf,
  saysOf,
  sectionOf,
  textOf,
  withinOf,
} from './signals'
import { alike, held, timeless, words } from './text'

/** What is true of the page as a whole: it decides how much a missing word or class means. */
export interface Scene {
  kind: string
  /** 0 when no word of the fingerprint is on the page any more: another language, so words prove nothing. */
  spoken: number
  /** Whether its classes still exist: a rebuild may have renamed them all. */
  styled: boolean
  twins: Element[]
  near: string[]
  row: string[]
}

const most = (
  pairs: readonly string[],
  others: readonly string[],
  like: (a: string, b: string) => number,
) => {
  let best = 0
  for (const a of pairs) for (const b of others) best = Math.max(best, like(a, b))
  return best
}

const tags = (path: string) => path.replace(/:\d+/g, '').split('>').filter(Boolean)

/** The share of tags two paths have in common, in order: a new wrapper costs little. */
function sharedSteps(a: string[], b: string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const x of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++)
      next[j + 1] = x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)
    row = next
  }
  return (2 * row[b.length]!) / (a.length + b.length || 1)
}

const closeness = (difference: number, scale: number) => Math.exp(-Math.abs(difference) / scale)
const ratio = (a: number, b: number) => (Math.min(a, b) + 4) / (Math.max(a, b) + 4)

/** Text of the smallest block around the element that says clearly more than it does. */
function surroundings(element: Element): string {
  let text = ''
  for (let e = outer(element), level = 0; e && text.length < 160 && level < 8; e = outer(e), level++)
    text = textOf(e, 400)
  return text
}

function rowHolds(element: Element, { row, twins }: Scene): number {
  let text = textOf(element, 300)
  for (let e = outer(element); e; e = outer(e)) {
    const here = e
    if (twins.some((twin) => twin !== element && here.contains(twin))) break
    text = textOf(e, 300)
    if (text.length >= 300) break
  }
  return held(row, text)
}

export const FEATURES = [
  'nameExact',
  'nameLike',
  'nameLike2',
  'nameDiff',
  'nameGone',
  'nameNew',
  'hrefSame',
  'hrefTail',
  'hrefDiff',
  'hrefGone',
  'idSame',
  'idDiff',
  'idGone',
  'keySame',
  'keyDiff',
  'attrSame',
  'attrDiff',
  'clsLike',
  'clsDiff',
  'iconLike',
  'iconDiff',
  'iconNew',
  'nearLike',
  'nearIn',
  'nearDiff',
  'rowIn',
  'rowMiss',
  'sectLike',
  'sectDiff',
  'withinSame',
  'withinDiff',
  'tagSame',
  'kindSame',
  'kindDiff',
  'pathSame',
  'pathLike',
  'parentTag',
  'xClose',
  'yClose',
  'wLike',
  'hLike',
  'visible',
]

export function evidence(fp: Fingerprint, e: Element, scene: Scene): number[] {
  const { spoken } = scene
  const flag = (test: unknown) => (test ? 1 : 0)
  const says = saysOf(e)
  const mine = fp.says ?? []
  const named = mine.length > 0
  const exact = mine.some((m) => says.includes(m))
  const like = named ? (exact ? 1 : most(mine.map(timeless), says.map(timeless), alike)) : 0
  const href = hrefOf(e)
  const tail = (h: string) => h.split(/[/#]/).pop()
  const id = idOf(e)
  const attrs = attrsOf(e)
  const wanted = fp.attrs ?? []
  const cls = classesOf(e)
  const clsWanted = fp.cls?.split(' ') ?? []
  const shared = clsWanted.filter((c) => cls.includes(c)).length
  const clsLike = (2 * shared) / (cls.length + clsWanted.length || 1)
  const icon = iconOf(e)
  const iconLike = fp.icon && icon ? alike(fp.icon, icon) : 0
  const near = nearOf(e)
  const sides = [0, 1].filter((i) => fp.near?.[i])
  const nearLike = sides.length
    ? sides.reduce((sum, i) => sum + alike(fp.near![i]!, near[i]!), 0) / sides.length
    : 0
  const nearIn = scene.near.length ? held(scene.near, surroundings(e)) : 0
  const rowIn = scene.row.length ? rowHolds(e, scene) : 0
  const sect = fp.sect ? alike(fp.sect, sectionOf(e)) : 0
  const within = withinOf(e)
  const kind = kindOf(e)
  const path = pathOf(e)
  const steps = tags(path)
  const before = tags(fp.path)
  const [x, y, w, h, pageW] = boxOf(e)
  const [fx, fy, fw, fh, fPage] = fp.box
  const xClose = Math.max(
    closeness(x - fx, 60),
    closeness(x + w - pageW - (fx + fw - fPage), 60),
    closeness(((x + w / 2) / pageW - (fx + fw / 2) / fPage) * 1000, 60),
  )
  return [
    flag(exact),
    like,
    like * like,
    flag(named && says.length && like < 0.4) * spoken,
    flag(named && !says.length),
    flag(!named && says.length),
    flag(fp.href && href === fp.href),
    flag(fp.href && href !== fp.href && tail(href) === tail(fp.href)),
    flag(fp.href && href && tail(href) !== tail(fp.href)),
    flag(fp.href && !href),
    flag(fp.id && id === fp.id),
    flag(fp.id && id && id !== fp.id),
    flag(fp.id && !id),
    flag(fp.key && keyOf(e) === fp.key),
    flag(fp.key && keyOf(e) !== fp.key),
    wanted.length ? wanted.filter((a) => attrs.includes(a)).length / wanted.length : 0,
    wanted.length
      ? wanted.filter((a) => !attrs.includes(a) && attrs.some((b) => b.split('=')[0] === a.split('=')[0]))
          .length / wanted.length
      : 0,
    clsLike,
    flag(scene.styled && clsWanted.length && !shared),
    iconLike,
    flag(fp.icon && icon && iconLike < 0.4),
    flag(!fp.icon !== !icon),
    nearLike,
    nearIn,
    flag(sides.length && nearLike < 0.2 && nearIn < 0.2) * spoken,
    rowIn,
    flag(scene.row.length && !rowIn) * spoken,
    sect,
    flag(fp.sect && sect < 0.4) * spoken,
    flag(fp.within && within === fp.within),
    flag(fp.within && within !== fp.within),
    flag(e.localName === fp.tag),
    flag(kind === scene.kind),
    flag(kind !== scene.kind && kind !== 'piece' && kind !== 'block'),
    flag(path === fp.path),
    sharedSteps(before, steps),
    flag(before[before.length - 2] === steps[steps.length - 2]),
    xClose,
    closeness(y - fy, 150),
    ratio(w, fw),
    ratio(h, fh),
    flag(isVisible(e)),
  ]
}

/** What speaks for "it is not on this page". */
export const ABSENT = ['bias', 'spoken', 'named', 'marked', 'row']
export const absence = (fp: Fingerprint, scene: Scene) => [
  1,
  scene.spoken,
  fp.says ? 1 : 0,
  fp.href || fp.id || fp.key ? 1 : 0,
  fp.row ? 1 : 0,
]

/** All words of a fingerprint, to ask whether the page still speaks its language. */
export const wordsOf = (fp: Fingerprint) => [
  ...new Set(words([...(fp.says ?? []), ...(fp.near ?? []), fp.row ?? '', fp.sect ?? ''].join(' '))),
]
