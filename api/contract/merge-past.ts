// Runs in tills, with every page load: no schema library here.
import type { Past } from './progress'

/** Joins what two places know of the same passage, e.g. the server's copy and the till's. Commutative. */
export function mergePast(a: Past, b: Past): Past {
  const past: Past = { ...a, ...b }
  // Nothing is neither smaller nor larger than what only one of them knows.
  for (const key of ['startedAt', 'completedAt'] as const) if (a[key]! < b[key]!) past[key] = a[key]
  for (const key of ['lastSeenAt', 'dismissedAt'] as const) if (a[key]! > b[key]!) past[key] = a[key]
  if (a.snooze && b.snooze && isLater(a.snooze, b.snooze, 'until')) past.snooze = a.snooze
  if (a.step && b.step && isLater(a.step, b.step, 'id')) past.step = a.step
  if (a.tasks && b.tasks) {
    past.tasks = { ...a.tasks, ...b.tasks }
    for (const id of Object.keys(a.tasks)) if (a.tasks[id]! < b.tasks[id]!) past.tasks[id] = a.tasks[id]!
  }
  return past
}

/** At the same moment the larger of `tie` wins, so that the order of joining makes no difference. */
const isLater = <T extends { at: number }>(a: T, b: T, tie: keyof T) =>
  a.at > b.at || (a.at === b.at && a[tie] >= b[tie])
