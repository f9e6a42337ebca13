// Runs in tills: no schema library here.

export { mergePast } from './merge-past'

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

const earliest = (a: number | undefined, b: number) => (a === undefined ? b : Math.min(a, b))
const latest = (a: number | undefined, b: number) => (a === undefined ? b : Math.max(a, b))

/** The state after one more of our own events (`tour.completed` …). Other events leave it as it is. Pure. */
export function foldProgress(past: Past, { name, at, properties }: Happening): Past {
  switch (name.slice(name.indexOf('.') + 1)) {
    case 'started':
    case 'opened':
      return { ...past, startedAt: earliest(past.startedAt, at), lastSeenAt: latest(past.lastSeenAt, at) }
    case 'step_seen': {
      const seen = {
        ...past,
        startedAt: earliest(past.startedAt, at),
        lastSeenAt: latest(past.lastSeenAt, at),
      }
      const id = String(properties.step ?? '')
      if (past.step && (past.step.at > at || (past.step.at === at && past.step.id >= id))) return seen
      const { n } = properties
      return { ...seen, step: { at, id, ...(typeof n === 'number' && { n }) } }
    }
    case 'completed':
      return { ...past, completedAt: earliest(past.completedAt, at), lastSeenAt: latest(past.lastSeenAt, at) }
    case 'dismissed':
      return { ...past, dismissedAt: latest(past.dismissedAt, at) }
    case 'snoozed': {
      const until = Number(properties.until)
      if (!Number.isFinite(until)) return past
      if (past.snooze && (past.snooze.at > at || (past.snooze.at === at && past.snooze.until >= until)))
        return past
      return { ...past, snooze: { at, until } }
    }
    case 'task_done': {
      const id = String(properties.task ?? '')
      return { ...past, tasks: { ...past.tasks, [id]: earliest(past.tasks?.[id], at) } }
    }
    default:
      return past
  }
}
