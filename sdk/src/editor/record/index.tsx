import { render } from 'preact'
import type { Rect } from '../../surfaces/frame/place'
import { rectOf } from '../../surfaces/frame/rect'
import type { Stop } from '../../surfaces/surface'
import { isVisible } from '../../targets/page'
import { judgeTarget, targetOf } from '../pick/match'
import { isPrompt, labelOf, nameOf } from '../pick/names'
import { takeSnapshot } from '../pick/snapshot'
import type { PickTexts } from '../pick/texts'
import { candidates } from '../pick/under'
import { type Act, type Entry, fold, follow } from './acts'
import { type DraftedStep, draftOf, type Seen } from './draft'
import { hearActs } from './hear'
import type { RecordTexts } from './texts'
import { Recording } from './view'

export type { DraftedStep } from './draft'

export interface RecorderOptions {
  /** An element of the overlay that covers the screen and lets touches through. */
  layer: HTMLElement
  locale: 'pt-BR' | 'en'
  say: RecordTexts
  pickSay: PickTexts
  /** The host's own events, as they happen. */
  heard(listener: (event: { name: string; at: number }) => void): Stop
  path(): string
  /** The recorder has cleared itself away by then. */
  onStop(steps: DraftedStep[]): void
  onCancel(): void
}

const LIST_PX = 1000
/** A press that was prepared belongs to the click that comes within this time. */
const PREPARED_MS = 5000

/** Follows a person through a task on the running page and drafts a tour of it. The host works as ever. */
export function startRecorder(options: RecorderOptions): Stop {
  const { layer, locale, say, pickSay, path } = options
  const root = layer.appendChild(document.createElement('div'))
  root.className = 'pick'
  let entries: Entry<Seen>[] = []
  let isPaused = false
  let isOpen = innerWidth >= LIST_PX
  let editing = -1
  /** Where she put the bar. */
  let end: End | undefined
  let seconds = 0
  let stopped = false
  let prepared: { element: Element; seen: Seen; at: number } | undefined

  /** The page as it is now, before the press can change it. */
  function see(element: Element): Seen {
    const target = targetOf(element, labelOf(element, pickSay))
    const { level } = judgeTarget(target, element)
    return {
      name: nameOf(element),
      isPrompt: isPrompt(element),
      path: path(),
      target,
      snapshot: takeSnapshot(element, level),
    }
  }

  const stopActs = hearActs(
    (element) => {
      if (!isPaused) prepared = { element, seen: see(element), at: Date.now() }
    },
    (act) => {
      if (isPaused) return
      entries = fold(entries, act, () => seenFor(act))
      draw()
    },
  )

  function seenFor({ on, at }: Act): Seen {
    if (!on) return { name: '', path: path(), snapshot: takeSnapshot(null) }
    const isReady = prepared?.element === on && at - prepared.at < PREPARED_MS
    return isReady ? prepared!.seen : see(on as Element)
  }

  const stopEvents = options.heard((event) => {
    if (isPaused) return
    entries = follow(entries, event)
    draw()
  })

  const edit = (at: number, change: (entry: Entry<Seen>) => Entry<Seen>) => {
    entries = entries.map((entry, i) => (i === at ? change(entry) : entry))
    draw()
  }

  function draw() {
    if (stopped) return
    const change = (now: () => void) => () => {
      now()
      draw()
    }
    render(
      <Recording
        {...{ say, locale, entries, seconds, isPaused, isOpen, editing }}
        onToggle={change(() => {
          isOpen = !isOpen
        })}
        onMove={change(() => {
          end = isLow(root) ? 'top' : 'bottom'
        })}
        onUndo={change(() => {
          entries = entries.slice(0, -1)
        })}
        onPause={change(() => {
          isPaused = !isPaused
        })}
        onRemove={(at) =>
          change(() => {
            entries = entries.filter((_, i) => i !== at)
          })()
        }
        onEdit={(at) =>
          change(() => {
            editing = at
          })()
        }
        onTitle={(at, title) =>
          edit(at, (entry) => ({
            ...entry,
            details: { ...entry.details, title: { ...entry.details.title, [locale]: title } },
          }))
        }
        onCancel={() => {
          stop()
          options.onCancel()
        }}
        onFinish={() => {
          stop()
          options.onStop(draftOf(entries))
        }}
      />,
      root,
    )
    settle()
  }

  const timer = setInterval(() => {
    if (isPaused) return
    seconds++
    draw()
  }, 1000)

  let frame = 0
  let where = ''
  function settle() {
    placeMarks(root, entries, path())
    const now = [
      path(),
      innerWidth,
      innerHeight,
      end,
      root.querySelector<HTMLElement>('.rec-bar')?.offsetWidth,
      // It opens and grows.
      root.querySelector<HTMLElement>('.rec-list')?.offsetHeight,
    ].join()
    if (now !== where) {
      where = now
      placeBar(root, end)
    }
  }
  function watch() {
    settle()
    frame = requestAnimationFrame(watch)
  }

  // What she writes into a title is not for the host's scanner to hear.
  const keepIn = (event: Event) => event.stopPropagation()
  const keys = ['keydown', 'keyup', 'keypress', 'input', 'pointerdown', 'mousedown', 'click']
  for (const key of keys) root.addEventListener(key, keepIn)

  function stop() {
    if (stopped) return
    stopped = true
    clearInterval(timer)
    cancelAnimationFrame(frame)
    stopActs()
    stopEvents()
    render(null, root)
    root.remove()
  }

  draw()
  watch()
  return stop
}

function placeMarks(root: HTMLElement, entries: readonly Entry<Seen>[], path: string) {
  for (const mark of root.querySelectorAll<HTMLElement>('.rec-mark')) {
    const entry = entries[Number(mark.dataset.at)]
    const element = entry?.on as Element | null | undefined
    const isHere = !!element?.isConnected && entry?.details.path === path && isVisible(element)
    mark.hidden = !isHere
    if (!isHere) continue
    const { x, y, width, height } = rectOf(element!)
    mark.style.transform = `translate(${x - 2}px,${y - 2}px)`
    mark.style.width = `${width + 4}px`
    mark.style.height = `${height + 4}px`
  }
}

const EDGE = 12
type End = 'top' | 'bottom'

/**
 * Bar and list each where they lie on the fewest of the page's controls, or at the end where she wants the bar; the
 * host has to stay usable.
 */
function placeBar(root: HTMLElement, end: End | undefined) {
  const bar = root.querySelector<HTMLElement>('.rec-bar')
  if (!bar) return
  const [width, height] = [bar.offsetWidth, bar.offsetHeight]
  const [right, bottom] = [innerWidth - EDGE - width, innerHeight - EDGE - height]
  const lefts = [Math.round(innerWidth * 0.08), EDGE, Math.round((innerWidth - width) / 2), right]
  const xs = lefts.filter((x) => x <= Math.max(EDGE, right))
  const ys = end ? [end === 'top' ? EDGE : bottom] : [bottom, EDGE]
  put(bar, leastCovering(spotsAt(xs, ys, width, height), candidates().map(rectOf)))
  placeList(root)
}

const isLow = (root: HTMLElement) =>
  root.querySelector('.rec-bar')!.getBoundingClientRect().top > innerHeight / 2

function placeList(root: HTMLElement) {
  const bar = root.querySelector<HTMLElement>('.rec-bar')
  const list = root.querySelector<HTMLElement>('.rec-list')
  if (!bar || !list) return
  const at = bar.getBoundingClientRect()
  const [width, height] = [list.offsetWidth, list.offsetHeight]
  const [right, bottom] = [innerWidth - EDGE - width, innerHeight - EDGE - height]
  const beside = at.top > innerHeight / 2 ? at.top - EDGE - height : at.bottom + EDGE
  const xs = [at.right - 8 - width, at.left, EDGE, right, Math.round((innerWidth - width) / 2)]
  const down = [0.5, 0.65, 0.8].map((share) => Math.round((innerHeight - height) * share))
  const spots = spotsAt(xs, [beside, bottom, ...down, EDGE], width, height)
  const free = spots.filter((spot) => !shared(spot, { x: at.x, y: at.y, width: at.width, height: at.height }))
  put(list, leastCovering(free.length ? free : spots, candidates().map(rectOf)))
}

const spotsAt = (xs: number[], ys: number[], width: number, height: number): Rect[] =>
  ys.flatMap((y) => xs.map((x) => ({ x: Math.max(EDGE, x), y: Math.max(EDGE, y), width, height })))

/** The first wins unless a later one is plainly better: nothing should jump about for a pixel. */
function leastCovering(spots: Rect[], taken: Rect[]): Rect {
  const covered = (spot: Rect) =>
    taken.reduce((sum, rect) => sum + shared(spot, rect) / Math.max(1, rect.width * rect.height), 0)
  return spots.reduce((best, spot) => (covered(spot) < covered(best) - 0.1 ? spot : best), spots[0]!)
}

function put(element: HTMLElement, { x, y }: Rect) {
  element.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`
}

const shared = (a: Rect, b: Rect) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))
