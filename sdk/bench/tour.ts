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
let past: Past = {}
let stop = () => {}

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
      target: { selector: target, name: title },
      placement: side,
      advance: { on: 'button' },
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
    facts: () => ({ now: Date.now(), page: { ...visit.facts(), has: () => false } }),
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
  stop = () => {
    running.stop()
    visit.stop()
  }
}

/** Presses the card's main button, as she would. */
export const next = () => popover()?.querySelector<HTMLElement>('.main')?.click()

const end = () => stop()
export default { popover, start, next, stop: end }
