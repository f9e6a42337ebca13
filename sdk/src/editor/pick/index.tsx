import { render } from 'preact'
import type { Snapshot } from '#contract/snapshot'
import type { Target } from '#contract/target'
import { PHONE_PX, place, type Rect } from '../../surfaces/frame/place'
import { rectOf } from '../../surfaces/frame/rect'
import * as room from '../../surfaces/frame/room'
import { focusedField } from '../../surfaces/frame/sight'
import type { Stop } from '../../surfaces/surface'
import { locate } from '../../targets/locate'
import { outer } from '../../targets/page'
import { hearKeys } from './keys'
import { judge, type Match } from './match'
import { crumbsOf, labelOf } from './names'
import { hearPointers } from './pointers'
import { takeSnapshot } from './snapshot'
import type { PickTexts } from './texts'
import { beside, candidates, controlOf, elementAt, levelDown, levelUp } from './under'
import { Picking } from './view'

export interface Picked {
  element: Element
  target: Target
  match: Match
  snapshot: Snapshot
}

export interface PickerOptions {
  /** An element of the overlay that covers the screen and lets touches through. */
  layer: HTMLElement
  say: PickTexts
  /** Opens with this element's card instead of waiting to be shown one. */
  start?: Element | null
  /** What the card should not cover, besides the element. */
  avoid?: () => Rect[]
  /** The picker has cleared itself away by then. */
  onPicked(picked: Picked): void
  onCancel(): void
}

/**
 * Lets an author point at an element of the running page, by mouse, by touch or by keys, and shows how surely it
 * will be found again. The host hears of none of it. Start returns stop.
 */
export function startPicker({ layer, say, start, avoid, onPicked, onCancel }: PickerOptions): Stop {
  const root = layer.appendChild(document.createElement('div'))
  root.className = 'pick'
  const stopPointers = hearPointers(root, {
    point: (x, y, exact) => pointAt(x, y, exact),
    aimed: () => at,
    hasCard: () => !!match,
    choose: () => choose(),
    again: () => aim(null),
    touched(touch) {
      isTouch = touch
    },
  })
  const view = root.appendChild(document.createElement('div'))
  /** What had the focus before a card took it. */
  let before: Element | null = null
  let at: Element | null = null
  /** What was climbed out of, so that "down" goes back where one came from. */
  let climbed: Element[] = []
  let match: Match | null = null
  let isTouch = matchMedia('(pointer: coarse)').matches
  let isLow = true
  let stopped = false

  const label = (element: Element) => labelOf(element, say)

  function aim(element: Element | null, keepsTrail = false) {
    if (!keepsTrail) climbed = []
    if (element === at && !match) return
    at = element
    match = null
    draw()
  }

  /** Exact: the very part under the finger, not the control it belongs to. */
  const pointAt = (x: number, y: number, exact: boolean) => {
    const wasLow = isLow
    isLow = y > innerHeight / 3
    if (isLow !== wasLow) draw()
    const hit = elementAt(x, y)
    aim(hit && (exact ? hit : controlOf(hit)))
  }

  function choose(element: Element | null = at) {
    if (!element) return
    at = element
    match = judge(element, document, label)
    draw()
    before = focusedField() ?? before
    root.querySelector<HTMLElement>('.pick-card')?.focus({ preventScroll: true })
  }

  function up() {
    const higher = at && levelUp(at)
    if (!at || !higher) return
    climbed.push(at)
    const wasChosen = match
    aim(higher, true)
    if (wasChosen) choose()
  }

  function down() {
    const lower = climbed.pop() ?? (at && levelDown(at))
    const wasChosen = match
    if (lower) aim(lower, true)
    if (lower && wasChosen) choose()
  }

  function across(step: -1 | 1) {
    const next = at && beside(at, step)
    if (next) show(next)
  }

  /** To the next control of the page, round at its ends. */
  function walk(step: -1 | 1) {
    const all = candidates()
    const from = at ? all.findIndex((e) => e === at || at!.contains(e)) : -1
    const next = all[(from + step + all.length) % all.length] ?? all[0]
    if (next) show(from < 0 && step > 0 ? all[0]! : next)
  }

  function show(element: Element) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    isLow = rectOf(element).y > innerHeight / 3
    aim(element)
  }

  function use(element: Element, chosen: Match) {
    const snapshot = takeSnapshot(element, chosen.level)
    stop()
    onPicked({ element, target: chosen.target, match: chosen, snapshot })
  }

  function cancel() {
    if (match) return aim(null)
    stop()
    onCancel()
  }

  const stopKeys = hearKeys(root, () => !!match, {
    up,
    down,
    left: () => across(-1),
    right: () => across(1),
    next: () => walk(1),
    previous: () => walk(-1),
    choose: () => choose(),
    cancel,
  })

  /** What the overlay's own rail takes at the top. */
  const topPx = () =>
    Math.max(
      0,
      ...(avoid?.() ?? [])
        .filter(({ y, width }) => y < 40 && width > innerWidth / 2)
        .map((r) => r.y + r.height),
    )

  function draw() {
    if (stopped) return
    render(
      <Picking
        say={say}
        element={at}
        crumbs={at ? crumbsOf(at, say) : []}
        match={match}
        isTouch={isTouch}
        isLow={isLow}
        topPx={topPx()}
        onChoose={() => choose()}
        onCrumb={(element) => (match ? choose(element) : aim(element))}
        onUse={use}
        onUp={at && levelUp(at) ? up : undefined}
        onCancel={cancel}
        onAgain={() => aim(null)}
      />,
      view,
    )
    settle()
  }

  let frame = 0
  let last = ''
  /** A page that renders may move or replace the element at any moment; authors' machines can afford to look. */
  function watch() {
    if (at && !at.isConnected) {
      const found = match?.target.fingerprint && locate(match.target.fingerprint)
      if (found) choose(found.element)
      else aim(null)
    }
    settle()
    frame = requestAnimationFrame(watch)
  }

  const crumbWords = () => root.querySelector('.pick-crumbs')?.textContent
  function settle() {
    const rect = at && rectOf(at)
    const card = root.querySelector<HTMLElement>('.pick-card')
    const size = [innerWidth, innerHeight, card?.offsetHeight, view.firstElementChild?.clientWidth]
    const now = [rect && Object.values(rect), ...size, crumbWords()].join()
    if (now === last) return
    last = now
    if (rect) putAround(root, rect, card, avoid?.() ?? [])
  }

  function stop() {
    if (stopped) return
    stopped = true
    cancelAnimationFrame(frame)
    stopKeys()
    stopPointers()
    const hadFocus = outer(root) && (root.getRootNode() as ShadowRoot).activeElement
    render(null, view)
    root.remove()
    if (hadFocus) (before as HTMLElement | null)?.focus({ preventScroll: true })
  }

  draw()
  if (start) choose(start)
  watch()
  return stop
}

const GAP = 8
const LEAST_PX = 280 // of a sheet's height: the verdict and what can be done

/** Puts outline, path and card where they belong: the path touches the outline, the card covers neither. */
function putAround(root: HTMLElement, rect: Rect, card: HTMLElement | null, avoid: Rect[]) {
  const outline = root.querySelector<HTMLElement>('.pick-outline')
  const crumbs = root.querySelector<HTMLElement>('.pick-crumbs')
  if (!outline || !crumbs) return
  const viewport = { width: innerWidth, height: innerHeight }
  move(outline, rect.x - 2, rect.y - 2)
  outline.style.width = `${rect.width + 4}px`
  outline.style.height = `${rect.height + 4}px`
  const size = { width: crumbs.offsetWidth, height: crumbs.offsetHeight }
  const x = Math.max(GAP, Math.min(rect.x - 2, viewport.width - GAP - size.width))
  const above = rect.y - GAP - size.height
  const below = rect.y + rect.height + GAP
  const y = above >= GAP ? above : below + size.height < viewport.height - GAP ? below : GAP
  move(crumbs, x, y)
  if (!card) return
  const isPhone = viewport.width < PHONE_PX
  if (isPhone) card.setAttribute('data-sheet', 'flush')
  else card.removeAttribute('data-sheet')
  // A sheet is as wide as the screen: what does not fit beside the element is scrolled to.
  const beside = Math.max(
    Math.min(rect.y, y),
    viewport.height - Math.max(rect.y + rect.height, y + size.height),
  )
  card.style.maxHeight = isPhone ? `${Math.max(LEAST_PX, beside - GAP)}px` : ''
  const found = place(
    {
      target: rect,
      card: { width: card.offsetWidth, height: card.offsetHeight },
      viewport,
      avoid: [{ x, y, ...size }, ...avoid],
    },
    room,
  )
  if (isPhone && !found.flush) card.setAttribute('data-sheet', '')
  move(card, found.x, Math.max(GAP, found.y))
}

const move = (element: HTMLElement, x: number, y: number) => {
  element.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`
}
