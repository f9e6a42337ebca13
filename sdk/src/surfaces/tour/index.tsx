import { render } from 'preact'
import type { TourContent } from '#contract/experience'
import { fill, localise } from '#contract/localise'
import { fetchUpkeep, upkeep } from '../../core/parts'
import { cardWords } from '../../locales/pt-BR/card'
import { learnWords, sayIn } from '../../locales/say'
import { openFrame } from '../frame/frame'
import { PHONE_PX } from '../frame/place'
import { focusedField, survey } from '../frame/sight'
import { fetchRoom, room, stage } from '../frame/stage'
import { frameCss } from '../frame/style'
import type { Stop, Surface, SurfaceModule } from '../surface'
import { openSession, type Session, type View } from './session'
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

/** Shows a tour, a step at a time, until it is through or she has had enough. */
export const show: Surface<TourContent> = (tour, context, { startedByPerson }) => {
  const before = document.activeElement
  const frame = openFrame(context, () => draw(true))
  const root = frame.stage.getRootNode() as ShadowRoot
  let session: Session | undefined
  let drawing = false
  let stopped = false
  let placed: readonly unknown[] = []
  let unstage: Stop = () => {}

  session = openSession(tour, context, {
    redraw: draw,
    over() {
      stop()
      context.closed()
    },
  })
  draw()

  function draw(anew = false) {
    // What is recorded while looking comes back as a change; the drawing already knows of it.
    if (drawing || stopped || !session) return
    drawing = true
    const view = session.view()
    drawing = false
    if (!view) return
    const hadFocus = root.activeElement !== null
    const locale = context.locale()
    const shown =
      view.at === 'step'
        ? [view.words, view.target, locale]
        : [view.because, context.facts().page?.path, locale]
    const stays = !anew && shown.every((part, index) => part === placed[index])
    // Read the page before writing to it: a layout that is asked for in between is paid twice.
    const sight = !stays && view.at === 'step' ? survey(view.target, frame.viewport()) : undefined
    frame.style(css)
    if (occasions) frame.style(occasions.occasionsCss)
    if (room) frame.style(room.phoneCss)
    frame.restyle(view.at === 'step' ? view.target : null)
    render(scene(view, locale, session), frame.stage)
    if (stays) return
    const arrived = shown[0] !== placed[0]
    placed = shown
    unstage()
    unstage = () => {}
    const at = frame.stage.querySelector<HTMLElement>('.at')!
    if (!sight || view.at === 'folded') {
      if (upkeep) {
        frame.style(upkeep.pillCss)
        unstage = upkeep.putAside(at, frame.viewport)
      }
      // Offline and never fetched: the card is put away all the same, and only the pill is missing.
      else
        fetchUpkeep().then(
          () => draw(true),
          () => {},
        )
      return
    }
    unstage = stage({
      at,
      hole: frame.stage.querySelector<HTMLElement>('.hole'),
      target: view.target,
      sight,
      placement: view.step.placement,
      viewport: frame.viewport,
      again: () => draw(true),
    })
    // The focus is hers: a card takes it only when she asked for the tour, or already stands in it.
    if (arrived && (hadFocus || (startedByPerson && !focusedField())))
      (at.firstElementChild as HTMLElement).focus({ preventScroll: true })
  }

  function scene(view: View, locale: string, { next, back, dismiss, remind, resume }: Session) {
    const { step, n, of } = view
    if (view.at === 'folded')
      return (
        upkeep && (
          <div class="at" key="pill">
            <upkeep.Folded {...{ view, locale, resume }} navigate={context.navigate} />
          </div>
        )
      )
    const title = fill(localise(view.words.title, locale), context.lookup)
    return (
      <>
        {view.target ? (
          <div class="hole" key="hole" />
        ) : (
          step.look !== 'success' && <div class="dim" key="dim" />
        )}
        <div class="at" key="card">
          <StepCard
            {...{ step, words: view.words, n, of }}
            reader={{ locale, lookup: context.lookup, mayLoad: context.mayLoad }}
            onBack={view.canGoBack ? back : undefined}
            onNext={next}
            onLeave={dismiss}
            onRemind={() => remind(occasions!.nextEight(context.facts()))}
            occasions={occasions?.occasions}
          />
        </div>
        <div class="spoken" aria-live="polite" key="spoken">
          {sayIn(locale, cardWords)('stepSpoken', { n, of, title })}
        </div>
      </>
    )
  }

  function stop() {
    if (stopped) return
    stopped = true
    session?.stop()
    unstage()
    const hadFocus = root.activeElement !== null
    render(null, frame.stage)
    frame.stop()
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
  return { stop, setBusy: session.setBusy }
}
