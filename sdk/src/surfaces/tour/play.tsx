import { render } from 'preact'
import type { TourContent } from '#contract/experience'
import { bring } from '../frame/bring'
import { keepFrame } from '../frame/keep'
import { keepStaged } from '../frame/keep-staged'
import { pillCss } from '../frame/pill-style'
import { restCss } from '../frame/rest-style'
import { focusedField } from '../frame/sight'
import { putAside } from '../frame/spare'
import type { SurfaceContext } from '../surface'
import { Folded } from './folded'
import type { Easel, Staged } from './index'
import { openSession, type Session, type StepView } from './session'

export interface Played extends Session {
  /** Draws and places what is on the screen anew. */
  again(): void
}

export interface Play {
  over: () => void
  startedByPerson: boolean
  /** What is on the screen already. */
  first?: StepView
  placed?: Staged
}

/** Everything of a tour but its first card: steps that follow, the pill, the focus. `stop` leaves the frame to others. */
export function playTour(
  tour: TourContent,
  context: SurfaceContext,
  { frame, paint, place }: Easel,
  { over, startedByPerson, first, placed }: Play,
): Played {
  const root = frame.stage.getRootNode() as ShadowRoot
  const before = document.activeElement
  let session: Session | undefined
  let unplace = placed && keepStaged(...placed)
  let shown: readonly unknown[] = first ? [first.words, first.target, context.locale()] : []

  const again = () => draw(true)
  frame.style(restCss)
  const unkeep = keepFrame(frame, again)
  session = openSession(tour, context, { redraw: draw, over }, !!first)
  if (first) focus(false)
  draw()

  function draw(anew = false) {
    const view = session?.view()
    if (!view) return
    const hadFocus = root.activeElement !== null
    // A pill looks for a place on each screen anew.
    const where = view.because ? context.facts().page?.path : view.target
    const now = [view.words || view.because, where, context.locale()]
    const stays = !anew && now.every((part, index) => part === shown[index])
    const arrived = now[0] !== shown[0]
    shown = now
    if (!stays) unplace?.()
    if (view.because) {
      frame.style(pillCss)
      frame.restyle()
      render(
        <div class="at" key="pill">
          <Folded
            {...{ view, locale: context.locale() }}
            navigate={context.ways().navigate}
            resume={session!.resume}
          />
        </div>,
        frame.stage,
      )
      if (!stays) unplace = putAside(frame.stage.firstElementChild as HTMLElement, frame.viewport)
    } else if (stays) paint(view)
    else {
      if (view.target) bring(view.target, frame.viewport())
      unplace = keepStaged(...place(view, again))
      if (arrived) focus(hadFocus)
    }
  }

  /** The focus is hers: a card takes it only when she asked for the tour, or already stands in it. */
  function focus(hadFocus: boolean) {
    if (hadFocus || (startedByPerson && !focusedField()))
      frame.stage.querySelector<HTMLElement>('.card')!.focus({ preventScroll: true })
  }

  function stop() {
    session?.stop()
    unkeep()
    unplace?.()
    const hadFocus = root.activeElement !== null
    render(null, frame.stage)
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
  return { ...session, again, stop }
}
