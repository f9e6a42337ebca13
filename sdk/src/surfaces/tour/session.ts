import type { Step, TourContent, Variant } from '#contract/experience'
import type { Located, Stop, SurfaceContext } from '../surface'
import { back, begin, isElsewhere, next, onward, type Passage, progress, words } from './passage'

interface Passing {
  step: Step
  n: number
  of: number
}

/** A step on the screen. */
export interface StepView extends Passing {
  because?: undefined
  words: Pick<Variant, 'title' | 'body'>
  target: Element | null
  canGoBack: boolean
}

/** Folded: a sale goes on, it is over and she may come back, another page is open, the element is awaited. */
export interface FoldedView extends Passing {
  because: 'sale' | 'resume' | 'elsewhere' | 'awaited'
  words?: undefined
  target?: undefined
}

/** What the screen should show now. */
export type View = StepView | FoldedView

export interface Session {
  /** Undefined once the tour is over. Asking for it counts the step as seen. */
  view(): View | undefined
  next(): void
  back(): void
  resume(): void
  /** Comes back at `until`, epoch milliseconds. */
  remind(until: number): void
  dismiss(because: 'not_now' | 'escape' | 'missing'): void
  setBusy(busy: boolean): void
  stop: Stop
}

/**
 * One person's passage through a tour, without its drawing: waits for elements, hears events, and records each
 * thing once. `redraw` is called when `view` may answer differently, `over` when the tour has left the screen.
 * `isOpen`: its first step is on the screen already, and recorded.
 */
export function openSession(
  tour: TourContent,
  context: SurfaceContext,
  { redraw, over }: { redraw: () => void; over: () => void },
  isOpen: boolean,
): Session {
  const openedAt = context.facts().now
  let passage: Passage = begin(tour, context.past(), context.facts())
  let busy = false
  /** The sale is over and she has not come back yet. */
  let held = false
  let located: Located = null
  /** The step's element stayed away and the step is shown without it. */
  let centred = false
  let seen = ''
  let completed = false
  /** What is found at once, and what is recorded on the way, the drawing that follows knows already. */
  let quiet = false
  let stopped = false
  let missing: ReturnType<typeof setTimeout> | undefined
  /** It was waited for in vain. */
  let given = false
  let unwatch: Stop = () => {}
  let unclick: Stop = () => {}

  const spent = () => ({ ms: context.facts().now - openedAt })
  const current = (): Step | undefined => tour.steps[passage.index]

  function end() {
    if (stopped) return
    stop()
    over()
  }
  function complete() {
    if (!completed) context.record('tour.completed', spent())
    completed = true
  }
  function dismiss(because: string) {
    if (!completed) context.record('tour.dismissed', { step: current()?.id, because, ...spent() })
    end()
  }

  function go(to: Passage | undefined) {
    if (stopped || !to) return
    const moved = to.index !== passage.index
    passage = to
    if (moved) enter()
    redraw()
  }

  /** Begins to look for the element of the step that is now due. */
  function enter() {
    // Who looks for the next element before it lets go of the last keeps one observer over both.
    const letGo = unwatch
    unwatch = () => {}
    leave()
    quiet = true
    const step = current()
    if (!step) {
      complete()
      end()
    } else if (step.target)
      unwatch = context.watch(step.target, (found) => {
        if (found?.element === located?.element) return
        located = found
        unclick()
        if (found && step.advance.on === 'click') unclick = onClick(found.element, () => forward())
        if (!quiet) redraw()
      })
    quiet = false
    letGo()
  }
  function leave() {
    unwatch()
    unclick()
    clearTimeout(missing)
    missing = undefined
    given = false
    located = null
    centred = false
    seen = ''
  }

  const forward = () => go(next(tour, passage, context.facts()))

  /** The element has not come in time: told once per step, and then done what its author wished. */
  async function give(step: Step) {
    const hints = await context.ways().missed(step.target!)
    // While the reason was sought the element came after all, or the tour went on.
    if (!hints || located || stopped || current() !== step) return
    // The page as its author named it: the address itself may name a person.
    context.record('tour.step_missing', { step: step.id, path: step.path, ...hints })
    const { otherwise } = step.missing
    if (otherwise === 'skip') forward()
    else if (otherwise === 'end') dismiss('missing')
    else if (otherwise === 'center') {
      centred = true
      redraw()
    }
  }

  function wait(step: Step, needed: boolean) {
    if (given) return
    if (!needed) {
      clearTimeout(missing)
      missing = undefined
    } else
      missing ??= setTimeout(() => {
        given = true
        void give(step)
      }, step.missing.waitMs)
  }

  function view(): View | undefined {
    const step = current()
    if (stopped || !step) return undefined
    const facts = context.facts()
    const elsewhere = isElsewhere(step, facts)
    const awaited = Boolean(step.target) && !located && !centred
    wait(step, awaited && !elsewhere && !busy)
    const common = { step, ...progress(tour, passage, facts) }
    const because = busy
      ? 'sale'
      : elsewhere
        ? 'elsewhere'
        : held
          ? 'resume'
          : awaited
            ? 'awaited'
            : undefined
    if (because) return { because, ...common }
    if (seen !== step.id) {
      seen = step.id
      quiet = true
      context.record('tour.step_seen', { step: step.id, n: passage.n, confidence: located?.confidence })
      // A last success is the end of the way, whether or not she closes it.
      if (step.look === 'success' && passage.index === tour.steps.length - 1) complete()
      quiet = false
    }
    const target = located?.element || null
    const canGoBack = step.look === 'card' && Boolean(back(tour, passage, facts))
    return { words: words(step, facts), target, canGoBack, ...common }
  }

  if (!isOpen && (passage.index === 0 || !context.past().startedAt)) context.record('tour.started')
  const unhear = context.onChanged(() => {
    if (quiet) return
    const to = onward(tour, passage, context.facts())
    if (to !== passage) go(to)
    else redraw()
  })
  enter()
  if (isOpen) seen = tour.steps[0]!.id

  function stop() {
    stopped = true
    unhear()
    leave()
  }
  return {
    view,
    next: forward,
    back: () => go(back(tour, passage, context.facts())),
    resume() {
      held = false
      redraw()
    },
    remind(until) {
      context.record('tour.snoozed', { step: current()?.id, until })
      end()
    },
    dismiss,
    setBusy(now) {
      // A tour about the sale itself goes on during one.
      if (tour.duringSale || stopped || now === busy) return
      busy = now
      if (completed) return end()
      held = !now
      redraw()
    },
    stop,
  }
}

/** Tells of a click after the host has had its own say about it. */
function onClick(element: Element, tell: () => void): Stop {
  let timer: ReturnType<typeof setTimeout>
  const heard = () => {
    timer = setTimeout(tell)
  }
  element.addEventListener('click', heard, { capture: true, once: true })
  return () => {
    clearTimeout(timer)
    element.removeEventListener('click', heard, true)
  }
}
