// Runs in tills: no schema library here.

import { mergePast } from './merge-past'

export { mergePast }

/**
 * What became of one experience for one person (or one shop). Every part is a minimum, a maximum or the latest
 * of its kind, so that late, repeated and out-of-order events fold to the same state. Epoch milliseconds.
 */
export interface Past {
  startedAt?: number
  lastSeenAt?: number
  completedAt?: number
  dismissedAt?: number
  /** She asked to be reminded: nothing before `until`. `at` is when she asked. */
  snooze?: { at: number; until: number }
  /** The step she last saw, and its place in her passage ("3 of 7"). */
  step?: { at: number; id: string; n?: number }
  /** Tasks of a checklist and when each was first done. */
  tasks?: Record<string, number>
}

/** The part of an event that a fold needs. `at` is when it happened, by the best clock known. */
export interface Happening {
  name: string
  at: number
  properties: Record<string, unknown>
}

/** The state after one more of our own events (`tour.completed` …). Other events leave it as it is. Pure. */
export const foldProgress = (past: Past, happening: Happening): Past => mergePast(past, pastOf(happening))

/** What one event alone tells. */
function pastOf({ name, at, properties: { step, n, until, task } }: Happening): Past {
  const seen = { startedAt: at, lastSeenAt: at }
  switch (name.slice(name.indexOf('.') + 1)) {
    case 'started':
    case 'opened':
      return seen
    case 'step_seen':
      return { ...seen, step: { at, id: `${step ?? ''}`, ...(typeof n === 'number' && { n }) } }
    case 'completed':
      return { completedAt: at, lastSeenAt: at }
    case 'dismissed':
      return { dismissedAt: at }
    case 'snoozed':
      return Number.isFinite(Number(until)) ? { snooze: { at, until: Number(until) } } : {}
    case 'task_done':
      return { tasks: { [`${task ?? ''}`]: at } }
    default:
      return {}
  }
}
