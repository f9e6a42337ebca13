import type { Happening } from '#contract/progress'

/**
 * What one run through an experience looked like, for reports. Like `Past`, every part is a minimum, a maximum or
 * the latest of its kind: late, repeated and out-of-order events fold to the same state. Epoch milliseconds.
 */
export interface Passage {
  /** The highest seen: a run may go on after a new version was published. */
  version?: number
  /** First sign of it, whatever it was: its start may have been lost with a till. */
  firstAt: number
  startedAt?: number
  completedAt?: number
  /** Her last "not now" in this run, where she was and why. */
  dismissed?: Leaving
  snoozed?: Leaving
  /** Steps and when each was first seen. */
  steps?: Record<string, number>
  /** Tasks and when each was first done. */
  tasks?: Record<string, number>
  /** Steps whose element was not found, and when first. */
  missing?: Record<string, number>
  /** Longest time spent that an event of this run told, in milliseconds. */
  ms?: number
}

export interface Leaving {
  at: number
  step?: string
  because?: string
}

export function foldPassage(passage: Passage | undefined, { name, at, properties }: Happening): Passage {
  const next: Passage = { ...passage, firstAt: earliest(passage?.firstAt, at) }
  const step = word(properties.step)
  if (typeof properties.ms === 'number' && properties.ms >= 0) next.ms = Math.max(next.ms ?? 0, properties.ms)
  if (Number.isSafeInteger(properties.version))
    next.version = Math.max(next.version ?? 0, Number(properties.version))
  switch (name.slice(name.indexOf('.') + 1)) {
    case 'started':
    case 'opened':
      next.startedAt = earliest(next.startedAt, at)
      break
    case 'step_seen':
      if (step) next.steps = first(next.steps, step, at)
      break
    case 'step_missing':
      if (step) next.missing = first(next.missing, step, at)
      break
    case 'task_done': {
      const task = word(properties.task)
      if (task) next.tasks = first(next.tasks, task, at)
      break
    }
    case 'completed':
      next.completedAt = earliest(next.completedAt, at)
      break
    case 'dismissed':
      next.dismissed = later(next.dismissed, leaving(at, step, properties))
      break
    case 'snoozed':
      next.snoozed = later(next.snoozed, leaving(at, step, properties))
      break
  }
  return next
}

const word = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

const earliest = (a: number | undefined, b: number) => (a === undefined ? b : Math.min(a, b))

const first = (moments: Record<string, number> | undefined, id: string, at: number) => ({
  ...moments,
  [id]: earliest(moments?.[id], at),
})

function leaving(at: number, step: string | undefined, properties: Record<string, unknown>): Leaving {
  const because = word(properties.because)
  return { at, ...(step && { step }), ...(because && { because }) }
}

/** The later one; of two at the same moment always the same one, whichever came first. */
function later(a: Leaving | undefined, b: Leaving): Leaving {
  if (!a) return b
  const order = a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  return order >= 0 ? a : b
}
