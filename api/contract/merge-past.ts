// Runs in tills, with every page load: no schema library here.
import type { Past } from './progress'

/** Joins what two places know of the same passage, e.g. the server's copy and the till's. Commutative. */
export function mergePast(a: Past, b: Past): Past {
  const past: Past = { ...a, ...b }
  const pick = (key: 'startedAt' | 'completedAt' | 'lastSeenAt' | 'dismissedAt', choose: typeof Math.min) => {
    const [mine, theirs] = [a[key], b[key]]
    if (mine !== undefined && theirs !== undefined) past[key] = choose(mine, theirs)
  }
  pick('startedAt', Math.min)
  pick('completedAt', Math.min)
  pick('lastSeenAt', Math.max)
  pick('dismissedAt', Math.max)
  if (a.snooze && b.snooze && isLater(a.snooze, b.snooze, 'until')) past.snooze = a.snooze
  if (a.step && b.step && isLater(a.step, b.step, 'id')) past.step = a.step
  if (a.tasks && b.tasks) {
    past.tasks = { ...a.tasks, ...b.tasks }
    for (const id of Object.keys(a.tasks)) past.tasks[id] = Math.min(a.tasks[id]!, past.tasks[id]!)
  }
  return past
}

/** At the same moment the larger of `tie` wins, so that the order of joining makes no difference. */
const isLater = <T extends { at: number }>(a: T, b: T, tie: keyof T) =>
  a.at > b.at || (a.at === b.at && a[tie] >= b[tie])
