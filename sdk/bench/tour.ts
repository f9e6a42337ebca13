import type { Candidate } from '#contract/bundle'
import { decide, inOrder } from '#contract/decide'
import { defaultTheme } from '#contract/default-theme'
import type { Step, TourContent } from '#contract/experience'
import { foldProgress, type Past } from '#contract/progress'
import * as rules from '#contract/resolve'
import { provide } from '../src/core/rules'
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

provide(rules)

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

const DECIDE = { candidates: 200, conditions: 5 }

/** Decides over many candidates as a busy bundle has them, none of which may stop early. Milliseconds. */
export function decideMs(): number {
  const facts = { now: Date.now(), page: { ...startVisitFacts(), has: () => true } }
  const audience = {
    all: [
      { path: '/**' },
      { online: navigator.onLine },
      { device: ['phone', 'tablet', 'desktop'] },
      { hours: [0, 24], days: [0, 1, 2, 3, 4, 5, 6] },
      { not: { happened: 'never' } },
    ].slice(0, DECIDE.conditions),
  } as NonNullable<Candidate['audience']>
  const candidates = Array.from(
    { length: DECIDE.candidates },
    (_, index): Candidate => ({
      id: `c-${index}`,
      kind: 'tour',
      version: 1,
      hash: `h-${index}`,
      priority: index % 100,
      trigger: { on: 'load' },
      frequency: { untilCompleted: true },
      audience,
    }),
  )
  const from = performance.now()
  const shown = inOrder(candidates).filter((candidate) => decide(candidate, facts).show)
  const ms = performance.now() - from
  if (shown.length !== DECIDE.candidates) throw new Error('every candidate should have passed all its rules')
  return ms
}

function startVisitFacts() {
  const visit = startVisit()
  const facts = visit.facts()
  visit.stop()
  return facts
}

export default { popover, start, next, stop: end }
