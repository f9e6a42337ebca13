import type { Fingerprint } from '#contract/fingerprint'
import type { Target } from '#contract/target'
import { describe } from '../../targets/describe'
import { evidence, sceneOf } from '../../targets/evidence'
import { matches } from '../../targets/find'
import { isSameControl, locate, weighed } from '../../targets/locate'
import { isVisible } from '../../targets/page'
import { idOf, keyOf, saysOf } from '../../targets/signals'
import { EVIDENCE } from '../../targets/weights'
import { type Doubt, grade, type Level, type Meter } from './grade'
import { byPlace, isOneItem, listOf, recycles, rowOf } from './rows'
import { type Trial, tryOut } from './trials'
import { controlOf, levelUp } from './under'

export type Signal =
  | 'selector'
  | 'mark'
  | 'id'
  | 'name'
  | 'attributes'
  | 'link'
  | 'icon'
  | 'near'
  | 'row'
  | 'place'

/** One signal the search rests on, and how much it counts (nats of the search's own weights). */
export interface Ground {
  signal: Signal
  weight: number
  value: string
}

export interface Match {
  level: Level
  meter: Meter
  /** No other element on the page looks the same. */
  unique: boolean
  /** Found after every change it was tried against. */
  stable: boolean
  rests: Ground[]
  survives: Trial[]
  doubts: Doubt[]
  /** How many others look the same. */
  twins: number
  target: Target
  /** A neighbour that would be found more surely. */
  better?: { element: Element; match: Match; why: 'control' | 'block' | 'list' | 'row' }
  /** The same element by its place instead of by the words of its line, where it is one of several alike. */
  byPlace?: { target: Target; n: number }
}

// Places in `evidence`, by what a person would call them.
const GROUPS: Array<[Signal, number[]]> = [
  ['mark', [8, 9]],
  ['id', [10, 11]],
  ['name', [0, 1, 2, 3, 4, 5, 6, 7]],
  ['attributes', [16, 17, 18]],
  ['link', [12, 13, 14, 15]],
  ['icon', [20, 21, 22, 23, 24]],
  ['near', [25]],
  ['row', [26, 27]],
  ['place', [31, 32, 33, 34, 35, 36, 37, 38]],
]
/** Less than this moves no decision. */
const COUNTS = 0.5

function groundsOf(
  target: Pick<Target, 'selector' | 'fingerprint'>,
  element: Element,
  root: ParentNode,
): Ground[] {
  const fp = target.fingerprint
  if (!fp) return []
  const candidates = weighed(fp, root).map((c) => c.element)
  const values = evidence(fp, element, sceneOf(fp, root, candidates))
  const shown: Record<Signal, string> = {
    selector: target.selector ?? '',
    mark: fp.key ?? '',
    id: fp.id ?? '',
    name: fp.says?.[0] ?? '',
    attributes: (fp.attrs ?? []).join(', '),
    link: fp.href ?? '',
    icon: fp.icon ?? '',
    near: fp.near ?? '',
    row: fp.row ?? '',
    place: fp.path,
  }
  const grounds = GROUPS.map(([signal, places]) => ({
    signal,
    value: shown[signal],
    weight: places.reduce((sum, i) => sum + values[i]! * EVIDENCE[i]!, 0),
  })).filter(({ weight, value }) => weight > COUNTS && value)
  return target.selector ? [{ signal: 'selector', value: target.selector, weight: 99 }, ...grounds] : grounds
}

/**
 * Says how surely a target is found again: what it rests on, what it was tried against, what speaks against it.
 * Reads only. `element` is the one it was made from.
 */
export function judgeTarget(target: Target, element: Element, root: ParentNode = document): Match {
  const fp = target.fingerprint
  const chosen = target.selector ? matches(target.selector, root) : []
  const bySelector = chosen.length === 1 && chosen[0] === element
  const found = chosen.length === 1 ? null : fp && locate(fp, root)
  const isFound = bySelector || (!!found && isSameControl(found.element, element))
  const survives = isFound ? tryOut(target, element, root) : []
  const twins = fp?.twins ?? 0
  // Off the short way that an untouched page takes, so that the weights themselves are asked.
  const page = (root as Document).documentElement ?? root
  const confidence = bySelector ? 1 : ((fp && locate(fp, page))?.confidence ?? 0)
  const graded = grade({
    isFound,
    confidence,
    trials: survives,
    isOneOfMany: twins > 0 && !fp?.row && !bySelector,
    isRecycled: !fp?.key && recycles(element),
    isOneItem: isOneItem(element),
    isNamed: !!(fp?.key || fp?.id || bySelector),
  })
  return {
    ...graded,
    unique: !twins,
    stable: isFound && survives.every(({ outcome }) => outcome === 'found'),
    rests: groundsOf(target, element, root),
    survives,
    twins,
    target,
  }
}

/** What is stored for an element pointed at. */
export const targetOf = (element: Element, label: string): Target & { fingerprint: Fingerprint } => ({
  label: label.slice(0, 120) || element.localName,
  fingerprint: describe(element),
})

const LEVELS_UP = 4
/** A block larger than this share of the screen shows nobody where to look. */
const LARGEST = 0.5

/** Judges an element pointed at, and looks around for one that would be found more surely. */
export function judge(
  element: Element,
  root: ParentNode = document,
  label: (e: Element) => string = plainLabel,
): Match {
  const match = judgeTarget(targetOf(element, label(element)), element, root)
  const better = match.meter < 4 ? betterThan(match, element, root, label) : undefined
  const row = match.twins || match.target.fingerprint?.row ? rowOf(element) : null
  const selector = row && !match.doubts.includes('recycles') ? byPlace(element, row) : undefined
  return {
    ...match,
    ...(better && { better }),
    ...(row && selector && { byPlace: { n: row.n, target: placed(match.target, selector) } }),
  }
}

/** By place alone: the line's words would hold it back when another line stands there. */
function placed({ label, fingerprint }: Target, selector: string): Target {
  if (!fingerprint) return { label, selector }
  const { row: _, ...rest } = fingerprint
  return { label, selector, fingerprint: rest as Fingerprint }
}

const plainLabel = (element: Element) => saysOf(element)[0] ?? keyOf(element) ?? element.localName

function betterThan(
  match: Match,
  element: Element,
  root: ParentNode,
  label: (e: Element) => string,
): Match['better'] {
  const { innerWidth, innerHeight } = window
  const tryOne = (other: Element | null, why: NonNullable<Match['better']>['why']) => {
    if (!other || other === element || !isVisible(other)) return undefined
    const theirs = judgeTarget(targetOf(other, label(other)), other, root)
    return theirs.meter > match.meter ? { element: other, match: theirs, why } : undefined
  }
  const control = tryOne(controlOf(element), 'control')
  if (control) return control
  const row = rowOf(element)
  if (row && match.doubts.some((doubt) => doubt === 'recycles' || doubt === 'item'))
    return tryOne(listOf(row), 'list')
  if (row && match.doubts.includes('twins')) {
    const whole = tryOne(row.element, 'row')
    if (whole) return whole
  }
  let up = levelUp(element)
  for (let level = 0; up && level < LEVELS_UP; level++, up = levelUp(up)) {
    const { width, height } = up.getBoundingClientRect()
    if (width * height > innerWidth * innerHeight * LARGEST) break
    if (!keyOf(up) && !idOf(up)) continue
    const found = tryOne(up, 'block')
    if (found) return found
  }
  return undefined
}
