import type { Run } from '#contract/block'
import type { TourContent } from '#contract/experience'
import type { Target } from '#contract/target'
import type { Theme } from '#contract/theme'
import { follow } from '../surfaces/frame/follow'
import type { Rect } from '../surfaces/frame/place'
import { survey } from '../surfaces/frame/sight'
import { pageMode } from '../surfaces/frame/theme'
import { mountPreview, type Preview } from '../surfaces/preview'
import type { Stop } from '../surfaces/surface'
import { watch } from '../targets'
import { insertWords, keepToWords, readRuns, writeRuns, writeWords } from './words'

/** A text on the card: the title, or one of the body's blocks (and, in a list, which line). */
export type Field = 'title' | `body.${number}` | `body.${number}.${number}`

export interface Scene {
  /** As it is drawn: empty texts instead of another language's. */
  tour: TourContent
  stepId: string
  locale: string
  theme?: Theme
  target?: Target
  /** What the card must not lie under. */
  avoid: Rect[]
  /** Height that a sheet takes at the foot: a card in the centre makes room where there is enough. */
  sheetPx: number
}

export interface StageEvents {
  onWords(field: Field, words: string | Run[]): void
  /** Which text is being written, or none; and where the card is. */
  onField(field: Field | undefined): void
  onFound(isFound: boolean): void
  /** The card has its place. */
  onPlaced(card: Rect, target: Rect | null): void
  hint(field: Field): string
}

const STILL = new CSSStyleSheet()
STILL.replaceSync(`
*{animation:none!important}
[contenteditable]{pointer-events:auto;border-radius:4px;outline:0;cursor:text;min-height:1em;box-shadow:0 0 0 4px transparent}
[contenteditable]:hover{box-shadow:0 0 0 4px #fff,0 0 0 5px #9db8ff}
[contenteditable][contenteditable]:focus{outline:0!important;background:#eef3ff;color:#14213d;box-shadow:0 0 0 6px #eef3ff,0 0 0 8px #2f6bff}
[contenteditable]:empty:before{content:attr(data-hint);opacity:.55}
[contenteditable]:focus strong{color:inherit}
.t .card button{pointer-events:none}`)

/** The step's own card at its target, as a till draws it, with its texts open for writing. */
export function openStage(into: HTMLElement, events: StageEvents) {
  const box = into.appendChild(document.createElement('div'))
  box.className = 'stage'
  // The card speaks in the host's letters.
  box.style.fontFamily = getComputedStyle(document.body).fontFamily
  let scene: Scene | undefined
  let preview: ReturnType<typeof mountPreview> | undefined
  let element: Element | null = null
  let rect: Rect | null = null
  let radius = 0
  let avoid: Rect[] = []
  let unwatch: Stop = () => {}
  let unfollow: Stop = () => {}
  let writing: Field | undefined
  /** While she writes, the card's own words are hers: only its place follows. */
  let frozen: TourContent | undefined

  const size = () => ({ width: innerWidth, height: innerHeight })
  const cardBox = () => box.shadowRoot?.querySelector<HTMLElement>('.card')
  function glass({ target, sheetPx, avoid }: Scene) {
    const room = innerHeight - sheetPx
    const taken = avoid.reduce((sum, { height }) => sum + height, 0) + (cardBox()?.offsetHeight ?? 0)
    return { width: innerWidth, height: !target && taken <= room ? room : innerHeight }
  }
  const options = ({ stepId, locale, theme }: Scene): Preview => ({
    stepId,
    locale,
    theme,
    mode: pageMode(),
    targetRect: rect,
    targetRadius: radius,
    avoid: [...avoid, ...scene!.avoid],
    viewport: glass(scene!),
  })

  function redraw() {
    if (!scene) return
    const content = frozen ?? scene.tour
    if (preview) preview.update(content, options(scene))
    else {
      preview = mountPreview(box, content, options(scene))
      box.shadowRoot!.adoptedStyleSheets = [...box.shadowRoot!.adoptedStyleSheets, STILL]
      // Only now is it known how tall the card is.
      if (scene.sheetPx) preview.update(content, options(scene))
    }
    open()
    const card = cardBox()?.getBoundingClientRect()
    if (card) events.onPlaced(card, rect)
  }

  /** Makes the card's texts writable; what is drawn anew is made so anew. */
  function open() {
    const root = box.shadowRoot!
    const title = root.querySelector<HTMLElement>('h2')
    if (title) makeWritable(title, 'title')
    for (const [n, block] of [...root.querySelectorAll<HTMLElement>('.body>*')].entries()) {
      if (block.localName === 'p') makeWritable(block, `body.${n}`)
      for (const [m, line] of [...block.querySelectorAll('li')].entries())
        makeWritable(line, `body.${n}.${m}`)
    }
  }

  function makeWritable(text: HTMLElement, field: Field) {
    text.dataset.hint = events.hint(field)
    if (text.isContentEditable) return
    text.contentEditable = field === 'title' ? 'plaintext-only' : 'true'
    text.role = 'textbox'
    text.spellcheck = true
    text.ariaLabel = events.hint(field)
    keepToWords(text, field === 'title')
    text.addEventListener('focus', () => {
      writing = field
      frozen ??= scene!.tour
      showSource(text, field)
      events.onField(field)
    })
    text.addEventListener('input', () => {
      events.onWords(field, field === 'title' ? (text.textContent ?? '') : readRuns(text))
      redraw()
    })
    text.addEventListener('blur', () => {
      if (writing !== field) return
      writing = undefined
      frozen = undefined
      events.onField(undefined)
      remount()
    })
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return
      event.preventDefault()
      event.stopPropagation()
      text.blur()
    })
  }

  /** The words as they are stored, with the places for names that a till fills in. */
  function showSource(text: HTMLElement, field: Field) {
    const step = scene!.tour.steps.find(({ id }) => id === scene!.stepId)!
    if (field === 'title') return writeWords(text, step.title[scene!.locale] ?? '')
    const [, n, m] = field.split('.')
    const block = step.body[Number(n)]
    if (block?.kind === 'text') writeRuns(text, block.runs[scene!.locale] ?? [])
    if (block?.kind === 'list') writeRuns(text, block.items[scene!.locale]?.[Number(m)] ?? [])
  }

  /** What was written by hand is not what the renderer remembers: it begins anew. */
  function remount() {
    preview?.stop()
    preview = undefined
    redraw()
  }

  function look() {
    const sight = survey(element, size())
    rect = sight.rect
    radius = sight.radius
    avoid = sight.avoid
    redraw()
  }

  function track(target: Target | undefined) {
    unwatch()
    unfollow()
    element = null
    if (!target) return look()
    let isFirst = true
    unwatch = watch(target, (found) => {
      unfollow()
      element = found?.element ?? null
      events.onFound(!!element)
      look()
      if (element && rect)
        unfollow = follow(element, rect, (moved) => {
          rect = moved
          redraw()
        })
      isFirst = false
    })
    if (isFirst) {
      events.onFound(false)
      look()
    }
  }

  const resized = () => look()
  addEventListener('resize', resized)
  return {
    draw(next: Scene) {
      const before = scene
      scene = next
      if (before?.stepId !== next.stepId) {
        writing = undefined
        frozen = undefined
        preview?.stop()
        preview = undefined
      }
      if (before?.stepId !== next.stepId || before.target !== next.target) track(next.target)
      else redraw()
    },
    /** Writes into the text that has the focus. */
    insert: insertWords,
    bold: () => document.execCommand('bold'),
    focus(field: Field) {
      const root = box.shadowRoot
      const text = root?.querySelector<HTMLElement>(field === 'title' ? 'h2' : '.body>p')
      text?.focus()
    },
    stop() {
      removeEventListener('resize', resized)
      unwatch()
      unfollow()
      preview?.stop()
      box.remove()
    },
  }
}
