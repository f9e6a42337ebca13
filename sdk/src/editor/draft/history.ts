/** What was, what is and what was taken back. */
export interface History<T> {
  past: T[]
  present: T
  future: T[]
  /** What the last change was about and when: letters of one word are one step to undo. */
  last?: { about: string; at: number }
}

const TOGETHER_MS = 1500 // a pause longer than this begins a new step to undo
const MOST = 100

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/**
 * `about` names the field: changes of the same field in quick succession are undone together. A change about nothing
 * (a step was moved, added, deleted) is always undone by itself.
 */
export function change<T>(history: History<T>, present: T, about: string, at: number): History<T> {
  if (Object.is(present, history.present)) return history
  const { last } = history
  const continues =
    about !== '' && last?.about === about && at - last.at < TOGETHER_MS && history.past.length > 0
  return {
    past: continues ? history.past : [...history.past, history.present].slice(-MOST),
    present,
    future: [],
    last: { about, at },
  }
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  if (!past.length) return { past, present, future }
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] }
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future
  if (next === undefined) return { past, present, future }
  return { past: [...past, present], present: next, future: rest }
}
