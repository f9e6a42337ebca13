import { render } from 'preact'
import { defaultTheme } from '#contract/default-theme'
import type { ChecklistContent, Content, Step, TourContent } from '#contract/experience'
import type { Facts } from '#contract/facts'
import type { Theme } from '#contract/theme'
import { en } from '../locales/en'
import { teachWords } from '../locales/say'
import { ChecklistLauncher } from './checklist/launcher'
import { ChecklistPanel } from './checklist/panel'
import { standing } from './checklist/standing'
import { checklistCss } from './checklist/style'
import type { Reader } from './frame/blocks'
import { addStyles, applyTheme } from './frame/frame'
import { phoneCss } from './frame/phone-style'
import { pillCss } from './frame/pill-style'
import { air, grow, PHONE_PX, type Rect, type Size } from './frame/place'
import { restCss } from './frame/rest-style'
import * as room from './frame/room'
import { putCard } from './frame/stage'
import { frameCss } from './frame/style'
import type { Mode } from './frame/theme'
import type { Stop } from './surface'
import { occasions, occasionsCss } from './tour/occasions'
import { StepCard } from './tour/step-card'
import { tourCss } from './tour/style'

export type { ChecklistLauncherProps } from './checklist/launcher'
export type { ChecklistPanelProps } from './checklist/panel'
export { type Mode, themeStyles } from './frame/theme'
export type { StepCardProps } from './tour/step-card'
export { ChecklistLauncher, ChecklistPanel, StepCard }

// The console has everything at hand that a till fetches on first need.
teachWords(en)

export interface Preview {
  /** Step of a tour; the first when absent. */
  stepId?: string
  /** Task of a checklist that stands open; the next when absent. */
  taskId?: string
  /** Tasks of a checklist that are drawn as done; none when absent. */
  doneTasks?: string[]
  /** Index into the step's variants, to look at one; its own words when absent. */
  variant?: number
  locale: string
  theme?: Theme
  mode?: Mode
  /** The element pointed at, in pixels of the device; null stands the card in the centre. */
  targetRect?: Rect | null
  /** Corner radius of that element in pixels. */
  targetRadius?: number
  /** What the card may not cover, e.g. the main button of the screen behind. */
  avoid?: Rect[]
  /** Size of the device; scale the box by CSS to fit the console. */
  viewport: Size
  lookup?: (name: string) => string | undefined
  mayLoad?: (url: string) => boolean
  onPress?: (what: 'next' | 'back' | 'leave' | 'remind' | { task: string }) => void
}

/**
 * Draws a content as a till of the given size would, inside a box: the till's own components, styles and places.
 * Give an element without a shadow root, or a shadow root of your own. The stage is `position: absolute`, as
 * large as `viewport`; the box around it should be `position: relative`.
 */
export function mountPreview(
  into: Element | ShadowRoot,
  content: Content,
  options: Preview,
): { update: (content: Content, options: Preview) => void; stop: Stop } {
  const root = into instanceof ShadowRoot ? into : (into.shadowRoot ?? into.attachShadow({ mode: 'open' }))
  addStyles(root, frameCss + restCss + pillCss + tourCss + occasionsCss + phoneCss + checklistCss)
  const stage = root.appendChild(document.createElement('div'))
  stage.className = 't'
  let showsDone = false
  let latest: [Content, Preview] = [content, options]
  // A late font changes the size of the words.
  const fonts = 'fonts' in document ? document.fonts : undefined
  const redraw = () => update(...latest)
  fonts?.addEventListener('loadingdone', redraw)

  function update(next: Content, now: Preview) {
    latest = [next, now]
    const { viewport, theme = defaultTheme, mode = 'light' } = now
    applyTheme(stage, theme, mode, viewport)
    stage.style.width = `${viewport.width}px`
    stage.style.height = `${viewport.height}px`
    if (next.kind === 'tour') drawTour(stage, next, now)
    else
      drawChecklist(stage, next, now, showsDone, () => {
        showsDone = !showsDone
        redraw()
      })
  }
  update(content, options)
  return {
    update,
    stop() {
      fonts?.removeEventListener('loadingdone', redraw)
      render(null, stage)
      stage.remove()
    },
  }
}

const nothing = () => undefined

function drawTour(stage: HTMLElement, tour: TourContent, now: Preview) {
  const index = Math.max(
    0,
    tour.steps.findIndex(({ id }) => id === now.stepId),
  )
  const step = tour.steps[index]
  if (!step) return render(null, stage)
  const { viewport, locale, lookup = nothing, mayLoad = () => true, onPress } = now
  const reader: Reader = { locale, lookup, mayLoad }
  const target = step.look === 'card' && step.target ? (now.targetRect ?? null) : null
  const words: Pick<Step, 'title' | 'body'> = step.variants?.[now.variant ?? -1] ?? step
  const opening = target && grow(target, air(viewport))
  render(
    <>
      {opening ? (
        <div
          class="hole"
          key="hole"
          style={{
            width: `${opening.width}px`,
            height: `${opening.height}px`,
            transform: `translate(${opening.x}px,${opening.y}px)`,
            borderRadius: `${(now.targetRadius ?? 10) + 8}px`,
          }}
        />
      ) : (
        step.look !== 'success' && <div class="dim" key="dim" />
      )}
      <div class="at" key="card">
        <StepCard
          {...{ step, words, reader, occasions }}
          n={index + 1}
          of={tour.steps.length}
          onBack={step.look === 'card' && index > 0 ? () => onPress?.('back') : undefined}
          onNext={() => onPress?.('next')}
          onLeave={() => onPress?.('leave')}
          onRemind={() => onPress?.('remind')}
        />
      </div>
    </>,
    stage,
  )
  putCard(
    stage.querySelector<HTMLElement>('.at')!,
    { target, ...spaceOf(now), placement: step.placement },
    room,
  )
}

const spaceOf = ({ viewport, avoid = [] }: Preview) => ({ viewport, avoid })

function drawChecklist(
  stage: HTMLElement,
  content: ChecklistContent,
  now: Preview,
  showsDone: boolean,
  onToggleDone: () => void,
) {
  const { viewport, locale, lookup = nothing, onPress } = now
  const at = Date.now()
  const facts: Facts = { now: at }
  const where = standing(content, {
    facts,
    past: { tasks: Object.fromEntries((now.doneTasks ?? []).map((id) => [id, at])) },
    milestones: {},
    dueAt: {},
    accountSince: at,
  })
  render(
    <>
      {viewport.width < PHONE_PX && <div class="touch" key="touch" />}
      <div class="at panel" key="panel">
        <ChecklistPanel
          {...{ content, standing: where, facts, locale, lookup, showsDone, onToggleDone }}
          opened={now.taskId}
          onOpen={(task) => onPress?.({ task })}
          onRun={(task) => onPress?.({ task: task.id })}
          onClose={() => onPress?.('leave')}
        />
      </div>
    </>,
    stage,
  )
  putCard(
    stage.querySelector<HTMLElement>('.panel')!,
    { target: now.targetRect ?? null, ...spaceOf(now) },
    room,
  )
}
