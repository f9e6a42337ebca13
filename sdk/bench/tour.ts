import { defaultTheme } from '#contract/default-theme'
import type { Step, TourContent } from '#contract/experience'
import { foldProgress, type Past } from '#contract/progress'
import { signal } from '../src/core/signal'
import { startVisit } from '../src/core/visit'
import { contextFor } from '../src/stage/context'
import type { House } from '../src/stage/house'
import { show } from '../src/surfaces/tour'

// A tour from data, without network or storage: the till's own context, search, frame and card.

export interface Wanted {
  /** A selector. */
  target: string
  side: 'top' | 'right' | 'bottom' | 'left'
  title: string
  text: string
}

const id = 'bench'
const NEXT = 'next'
let past: Past = {}
let stop = () => {}
let tell = () => {}

const tour = (steps: Wanted[]): TourContent => ({
  kind: 'tour',
  id,
  version: 1,
  duringSale: false,
  steps: steps.map(
    ({ target, side, title, text }, index): Step => ({
      id: `step-${index}`,
      look: 'card',
      title: { 'pt-BR': title },
      body: [{ kind: 'text', runs: { 'pt-BR': [{ text }] } }],
      target: { selector: target, label: title },
      placement: side,
      advance: { on: 'event', event: NEXT },
      buttonLabel: { 'pt-BR': 'Continuar' },
      missing: { waitMs: 10_000, otherwise: 'center' },
    }),
  ),
})

/** The card itself, which lives in a shadow root. */
export const popover = () =>
  document.querySelector('trilha-frame')?.shadowRoot?.querySelector('[role=dialog]') ?? null

export function start(steps: Wanted[]) {
  past = {}
  const visit = startVisit()
  const changed = signal()
  const house = {
    options: { api: location.origin },
    visit,
    changed,
    facts: () => ({ now: Date.now(), page: Object.assign(visit.facts(), { has: () => false }) }),
    locale: () => 'pt-BR',
    me: () => ({ user: 'ana', history: {}, open: {}, usedAt: 0 }),
    identity: () => undefined,
    safe: (fn: unknown) => fn,
  } as unknown as House
  const context = contextFor(
    {
      past: () => past,
      record(name, properties = {}) {
        past = foldProgress(past, { name, at: Date.now(), properties: { ...properties } })
        changed.fire()
      },
      show: () => {},
      closed: () => {},
    },
    house,
  )
  const running = show(tour(steps), { ...context, theme: () => defaultTheme }, { startedByPerson: false })
  let at = 0
  tell = () => {
    // Events are told apart by their moments, and two may come within one millisecond here.
    at = Math.max(at + 1, Date.now())
    visit.heard.fire({ name: NEXT, properties: {}, at })
    changed.fire()
  }
  stop = () => {
    running.stop()
    visit.stop()
  }
}

/** Tells what the step waits for, by a call, as other libraries are moved on by a call. */
export const next = () => tell()

const end = () => stop()

export default { popover, start, next, stop: end }
