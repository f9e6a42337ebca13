// Runs in tills: no schema library here.

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
  /** The step she last saw. */
  step?: { at: number; id: string }
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
      return { ...seen, step: { at, id } }
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

/** Joins what two places know of the same passage, e.g. the server's copy and the till's. Commutative. */
export function mergePast(a: Past, b: Past): Past {
  const least = (key: 'startedAt' | 'completedAt') => minDefined(a[key], b[key])
  const most = (key: 'lastSeenAt' | 'dismissedAt') => maxDefined(a[key], b[key])
  const tasks = { ...a.tasks }
  for (const [id, at] of Object.entries(b.tasks ?? {})) tasks[id] = earliest(tasks[id], at)
  return drop({
    startedAt: least('startedAt'),
    lastSeenAt: most('lastSeenAt'),
    completedAt: least('completedAt'),
    dismissedAt: most('dismissedAt'),
    snooze: later(a.snooze, b.snooze, (x, y) => x.until - y.until),
    step: later(a.step, b.step, (x, y) => (x.id < y.id ? -1 : 1)),
    tasks: Object.keys(tasks).length ? tasks : undefined,
  })
}

const minDefined = (a?: number, b?: number) => (a === undefined ? b : b === undefined ? a : Math.min(a, b))
const maxDefined = (a?: number, b?: number) => (a === undefined ? b : b === undefined ? a : Math.max(a, b))

function later<T extends { at: number }>(a: T | undefined, b: T | undefined, tie: (a: T, b: T) => number) {
  if (!a || !b) return a ?? b
  return (a.at - b.at || tie(a, b)) >= 0 ? a : b
}

function drop(past: Past): Past {
  for (const key of Object.keys(past) as (keyof Past)[]) if (past[key] === undefined) delete past[key]
  return past
}
