import type { ChecklistContent, Task } from '#contract/experience'
import type { Facts } from '#contract/facts'
import type { Past } from '#contract/progress'
import { matches } from '#contract/resolve'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Known {
  facts: Facts
  past: Past
  milestones: Readonly<Record<string, number>>
  dueAt: Readonly<Record<string, number>>
  accountSince?: number
}

/** Where a person or a shop stands in a checklist. */
export interface Standing {
  done: Task[]
  left: Task[]
  /** Share of the weights that is done, 0..1. */
  share: number
  /** Whole days until the deadline, counting today; 0 on its last day, negative after. Absent: none. */
  daysLeft?: number
  /** The last moment at which a task still brings its medal, by task id. */
  medals: Record<string, number>
}

/** Pure: no DOM, no clock. */
export function standing({ tasks, deadlineDays }: ChecklistContent, known: Known): Standing {
  const done = tasks.filter((task) => isDone(task, known))
  const left = tasks.filter((task) => !done.includes(task))
  const weight = (list: Task[]) => list.reduce((sum, task) => sum + task.weight, 0)
  const { facts, milestones, dueAt, accountSince } = known
  const medals: Record<string, number> = {}
  for (const { id, medal } of left)
    if (medal && milestones[medal] === undefined && (dueAt[medal] ?? 0) > facts.now)
      medals[id] = dueAt[medal]!
  return {
    done,
    left,
    share: weight(done) / weight(tasks),
    daysLeft:
      deadlineDays === undefined || accountSince === undefined
        ? undefined
        : Math.floor((accountSince + deadlineDays * DAY_MS - facts.now) / DAY_MS),
    medals,
  }
}

/** A task stays done once it was: by the shop's milestone, by what was heard now, or by what is remembered. */
function isDone({ id, done }: Task, { facts, past, milestones }: Known): boolean {
  if (past.tasks?.[id] !== undefined) return true
  if ('milestone' in done) return milestones[done.milestone] !== undefined
  const heard = facts.page?.happened.filter(
    ({ name, properties }) => name === done.event && (!done.where || matches(properties, done.where)),
  )
  return (heard?.length ?? 0) >= (done.atLeast ?? 1)
}

/** "18h40" today, "domingo, 18h40" later; "18:40" where clocks are written so. */
export function clock(at: number, { now, page }: Facts, locale: string): string {
  const offset = (page?.utcOffsetMinutes ?? 0) * 60_000
  const local = new Date(at + offset)
  const minutes = String(local.getUTCMinutes()).padStart(2, '0')
  const time = locale.startsWith('pt')
    ? `${local.getUTCHours()}h${minutes === '00' ? '' : minutes}`
    : `${local.getUTCHours()}:${minutes}`
  const days = Math.floor((at + offset) / DAY_MS) - Math.floor((now + offset) / DAY_MS)
  if (!days) return time
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
  }).format(local)
  return `${day}, ${time}`
}
