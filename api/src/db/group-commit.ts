import type { Database, Tx } from './database'

export interface Commit {
  /**
   * Runs `work` in a transaction and resolves with its result after the commit. `work` may run twice and must have
   * no effect but through `tx`. Rejects with `Overloaded` when too much is waiting already.
   */
  <T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** How much is waiting. */
  waiting(): number
}

/** Too much is waiting for the disk: the caller should come back later. */
export class Overloaded extends Error {}

const WAITING_MAX = 512
/** Longer groups make everyone wait for the last of them. */
const GROUP_MAX = 64

interface Job {
  work: (tx: Tx) => Promise<unknown>
  resolve(result: unknown): void
  reject(error: unknown): void
}

/**
 * On SQLite a commit is an fsync, so what is asked in one turn of the event loop shares one transaction.
 * PostgreSQL groups its own flushes: there each runs by itself, at the pool's pace.
 */
export function groupCommit(db: Database): Commit {
  const queue: Job[] = []
  let waiting = 0
  let running = 0
  const lanes = db.engine === 'postgres' ? 8 : 1
  const groupMax = db.engine === 'postgres' ? 1 : GROUP_MAX

  async function drain() {
    while (queue.length) await settle(queue.splice(0, groupMax))
    running--
  }

  async function settle(group: Job[]) {
    try {
      const results = await db.withTx(async (tx) => {
        const done: unknown[] = []
        for (const { work } of group) done.push(await work(tx))
        return done
      })
      for (const [i, job] of group.entries()) job.resolve(results[i])
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error)
      // One of them spoilt it for all: each gets a transaction of its own.
      else for (const job of group) await settle([job])
    }
  }

  const commit = <T>(work: (tx: Tx) => Promise<T>) => {
    if (waiting >= WAITING_MAX) return Promise.reject(new Overloaded('too much is waiting for the disk'))
    waiting++
    return new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: resolve as Job['resolve'], reject })
      if (running < lanes) {
        running++
        setImmediate(drain)
      }
    }).finally(() => waiting--)
  }
  return Object.assign(commit, { waiting: () => waiting })
}
