import Connection from 'better-sqlite3'

export interface Verdict {
  stored: number
  /** Acknowledged to a till, and not in the database: the promise broken. */
  lost: number
  /** Rows and counters that disagree: something was counted twice, or not. */
  miscounted: number
  integrity: string
}

/** Opens a database as a restarted server would (recovering its log) and holds it against what tills were told. */
export function check(path: string, acknowledged: Iterable<string>): Verdict {
  const db = new Connection(path)
  try {
    const integrity = String(db.pragma('integrity_check', { simple: true }))
    const ids = new Set(db.prepare('SELECT id FROM events').pluck().all() as string[])
    let lost = 0
    for (const id of acknowledged) if (!ids.has(id)) lost++
    const rows = db.prepare('SELECT count(*) FROM events').pluck().get() as number
    const counted = db.prepare('SELECT coalesce(sum(n), 0) FROM counts').pluck().get() as number
    return { stored: rows, lost, miscounted: Math.abs(counted - rows) + (rows - ids.size), integrity }
  } catch (error) {
    return { stored: 0, lost: Number.POSITIVE_INFINITY, miscounted: 0, integrity: (error as Error).message }
  } finally {
    db.close()
  }
}
