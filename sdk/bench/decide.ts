import type { Candidate } from '#contract/bundle'
import { decide, inOrder } from '#contract/decide'
import * as rules from '#contract/resolve'
import { provide } from '../src/core/rules'
import { startVisit } from '../src/core/visit'

// Decides as a till does, with the rules' part there. Not in `tour.ts`: a tour without rules loads none.

provide(rules)

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
