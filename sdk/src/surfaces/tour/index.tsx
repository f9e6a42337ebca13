import { render } from 'preact'
import type { TourContent } from '#contract/experience'
import { fill, localise } from '#contract/localise'
import { listen } from '../../core/signal'
import { cardWords } from '../../locales/pt-BR/card'
import { learnWords, sayIn } from '../../locales/say'
import { later } from '../../stage/later'
import { type Frame, openFrame } from '../frame/frame'
import { PHONE_PX, type Place } from '../frame/place'
import { survey } from '../frame/sight'
import { fetchRoom, room, type Scene, stage } from '../frame/stage'
import { frameCss } from '../frame/style'
import type { Surface, SurfaceModule } from '../surface'
import { opening } from './opening'
import type { Played } from './play'
import type { StepView } from './session'
import { StepCard } from './step-card'
import { tourCss } from './style'

export { isReadable } from './readable'

const css = frameCss + tourCss

let occasions: typeof import('./occasions') | undefined

export const prepare: SurfaceModule<'tour'>['prepare'] = ({ steps }, locale) =>
  Promise.all([
    learnWords(locale),
    (innerWidth < PHONE_PX || steps.some(({ target }) => !target)) && fetchRoom(),
    steps.some(({ look }) => look !== 'card') &&
      import('./occasions').then((module) => {
        occasions = module
      }),
  ])

type Press = (played: Played) => void

/** A step, and where it stands. */
export type Staged = [scene: Scene, settled: Place | undefined]

/** What a tour draws on. */
export interface Easel {
  frame: Frame
  /** Draws a step where it stands already. */
  paint(view: StepView): void
  /** Draws a step and finds its place beside its element; `again` when it has to be looked for anew. */
  place(view: StepView, again: () => void): Staged
}

/** Shows a tour, a step at a time, until it is through or she has had enough. */
export const show: Surface<TourContent> = (tour, context, { startedByPerson }) => {
  const frame = openFrame(context)
  // The field in use keeps the focus from the first card on; so a scan's Enter has no button of ours to press.
  frame.stage.onmousedown = (event) => event.preventDefault()
  const early: Press[] = []
  let played: Played | undefined
  const press = (what: Press) => {
    if (played) what(played)
    // It comes right behind the first card.
    else early.push(what)
  }
  const next = () => press((played) => played.next())

  function paint({ step, n, of, words, target, canGoBack }: StepView) {
    const locale = context.locale()
    const title = fill(localise(words.title, locale), context.lookup)
    frame.style(css)
    if (occasions) frame.style(occasions.occasionsCss)
    if (room) frame.style(room.phoneCss)
    frame.restyle(target)
    render(
      <>
        {target ? <div class="hole" key="hole" /> : step.look !== 'success' && <div class="dim" key="dim" />}
        <div class="at" key="card">
          <StepCard
            {...{ step, words, n, of }}
            reader={{ locale, lookup: context.lookup, mayLoad: context.mayLoad }}
            onBack={canGoBack ? () => press((played) => played.back()) : undefined}
            onNext={next}
            onLeave={(because) => press((played) => played.dismiss(because))}
            onRemind={() => press((played) => played.remind(occasions!.nextEight(context.facts())))}
            occasions={occasions?.occasions}
          />
        </div>
        <div class="spoken" aria-live="polite" key="spoken">
          {sayIn(locale, cardWords)('stepSpoken', { n, of, title })}
        </div>
      </>,
      frame.stage,
    )
  }

  function place(view: StepView, again: () => void): Staged {
    // Read the page before writing to it: a layout that is asked for in between is paid twice.
    const sight = survey(view.target, frame.viewport())
    paint(view)
    const scene = {
      at: frame.stage.querySelector<HTMLElement>('.at')!,
      hole: frame.stage.querySelector<HTMLElement>('.hole'),
      target: view.target,
      sight,
      placement: view.step.placement,
      viewport: frame.viewport,
      again,
    }
    return [scene, stage(scene)]
  }

  const first = opening(tour, context)
  const placed = first && place(first, () => press((played) => played.again()))
  const unclick =
    first?.target && first.step.advance.on === 'click' ? listen(first.target, 'click', next) : undefined
  const end = later(({ playTour }) => {
    unclick?.()
    frame.stage.hidden = false
    played = playTour(tour, context, { frame, paint, place }, { over, startedByPerson, first, placed })
    for (const what of early) what(played)
    return played.stop
    // A card that leads nowhere is none.
  }, over)

  function stop() {
    unclick?.()
    end()
    frame.stop()
  }
  function over() {
    stop()
    context.closed()
  }
  return {
    stop,
    setBusy(isBusy) {
      // A sale does not wait for what folds the card.
      if (!played) frame.stage.hidden = isBusy
      press((played) => played.setBusy(isBusy))
    },
  }
}
