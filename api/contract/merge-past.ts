// Runs in tills, with every page load: no schema library here.
import type { Past } from './progress'

/** Joins what two places know of the same passage, e.g. the server's copy and the till's. Commutative. */
export function mergePast(a: Past, b: Past): Past {
  const least = (key: 'startedAt' | 'completedAt') => minDefined(a[key], b[key])
  const most = (key: 'lastSeenAt' | 'dismissedAt') => maxDefined(a[key], b[key])
  const tasks = { ...a.tasks }
  for (const [id, at] of Object.entries(b.tasks ?? {})) tasks[id] = Math.min(tasks[id] ?? at, at)
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
